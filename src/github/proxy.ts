import type { Env } from './env.ts';
import type { InputReader } from './inputs/reader.ts';

/** The proxies of this job, as URLs without user info, which is a secret; empty = none. Kept for post. */
export type JobProxy = { readonly http: string; readonly https: string; readonly noProxy: string };

/** Where a proxy's URL, with its user info, may be given. */
const SOURCES = [
  'INPUT_HTTP-PROXY',
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'ALL_PROXY',
  'all_proxy',
];

const inEnvironment = (env: Env, name: string): string => env[name.toLowerCase()] || env[name.toUpperCase()] || '';

/** The proxies from `http-proxy` and `no-proxy`, else from the environment, both cases; user info is masked. */
export function readProxy(reader: InputReader, env: Env, mask: (secret: string) => void): JobProxy {
  const given = reader.url('http-proxy') ?? '';
  const noProxy = reader.text('no-proxy');
  // A runner with HTTP_PROXY alone means it for everything, as the other actions take it.
  const https =
    given || ['https_proxy', 'all_proxy', 'http_proxy'].map((name) => inEnvironment(env, name)).find(Boolean) || '';
  const http = given || inEnvironment(env, 'http_proxy') || inEnvironment(env, 'all_proxy');
  for (const url of [https, http]) maskUserInfo(url, mask);
  return { http: bare(http), https: bare(https), noProxy: noProxy || inEnvironment(env, 'no_proxy') };
}

/**
 * Makes these the proxies of this process, and these alone: whatever else the environment says by now is removed. User info is
 * taken from wherever the very same proxy is still given with it.
 */
export function applyProxy(proxy: JobProxy, env: Record<string, string | undefined>): void {
  const given = SOURCES.map((name) => env[name] ?? '').filter((url) => url !== '');
  const whole = (url: string) => {
    const same = url === '' ? [] : given.filter((candidate) => bare(candidate) === url);
    return same.find(hasUserInfo) ?? same[0] ?? url;
  };
  const values = { http_proxy: whole(proxy.http), https_proxy: whole(proxy.https), no_proxy: proxy.noProxy };
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy']) {
    delete env[name];
    delete env[name.toUpperCase()];
  }
  for (const [name, value] of Object.entries(values)) if (value !== '') env[name] = value;
}

/** The URL without user info; a text without a scheme is taken as http, as proxy variables often are. */
function bare(text: string): string {
  const url = parse(text);
  if (url === undefined) return '';
  url.username = '';
  url.password = '';
  return url.href;
}

function hasUserInfo(text: string): boolean {
  return (parse(text)?.username ?? '') !== '';
}

function maskUserInfo(text: string, mask: (secret: string) => void): void {
  const { username = '', password = '' } = parse(text) ?? {};
  const secret = password || username;
  if (secret === '') return;
  mask(secret);
  mask(`${username}:${password}`);
  try {
    mask(decodeURIComponent(secret));
  } catch {
    // A stray percent sign: there is no other form of it.
  }
  // What is escaped in a URL is not what the user knows it by.
  const [, name = '', colon = '', word = ''] = /^[^:]*:\/\/([^:/?#\\]*)(:?)([^/?#\\]*)@/.exec(withScheme(text)) ?? [];
  if ((word || name) !== '') mask(word || name);
  if (colon !== '') mask(`${name}:${word}`);
}

function withScheme(text: string): string {
  return text.includes('://') ? text : `http://${text}`;
}

function parse(text: string): URL | undefined {
  const whole = withScheme(text);
  return text !== '' && URL.canParse(whole) ? new URL(whole) : undefined;
}
