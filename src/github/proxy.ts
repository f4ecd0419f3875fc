import type { Env } from './env.ts';
import type { InputReader } from './inputs/reader.ts';

/** The proxies of this job as URLs without user info, which is secret; empty = no proxy. Saved for post. */
export type JobProxy = { readonly http: string; readonly https: string; readonly noProxy: string };

/** The inputs and variables that may hold a proxy's URL with user info. */
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

/** The proxies from `http-proxy` and `no-proxy`, or from the environment, in lower or upper case. User info is masked. */
export function readProxy(reader: InputReader, env: Env, mask: (secret: string) => void): JobProxy {
  const given = reader.url('http-proxy') ?? '';
  const noProxy = reader.text('no-proxy');
  // HTTP_PROXY alone is used for https too, as in aws-actions/configure-aws-credentials.
  const https =
    given || ['https_proxy', 'all_proxy', 'http_proxy'].map((name) => inEnvironment(env, name)).find(Boolean) || '';
  const http = given || inEnvironment(env, 'http_proxy') || inEnvironment(env, 'all_proxy');
  for (const url of [https, http]) maskUserInfo(url, mask);
  return { http: bare(http), https: bare(https), noProxy: noProxy || inEnvironment(env, 'no_proxy') };
}

/**
 * Sets the proxies of this process and removes all other proxy variables. User info is added where an input or a variable names the
 * same proxy with user info.
 */
export function applyProxy(proxy: JobProxy, env: Record<string, string | undefined>): void {
  const given = SOURCES.map((name) => env[name] ?? '').filter((url) => url !== '');
  const withUserInfo = (url: string) => {
    const same = url === '' ? [] : given.filter((candidate) => bare(candidate) === url);
    return same.find(hasUserInfo) ?? same[0] ?? url;
  };
  const values = {
    http_proxy: withUserInfo(proxy.http),
    https_proxy: withUserInfo(proxy.https),
    no_proxy: proxy.noProxy,
  };
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy']) {
    delete env[name];
    delete env[name.toUpperCase()];
  }
  for (const [name, value] of Object.entries(values)) if (value !== '') env[name] = value;
}

/** The URL without user info. A text without a scheme is read as http, because proxy variables often have none. */
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
    // Not percent-encoded: there is no decoded form to mask.
  }
  // URL escapes some characters; the user info is masked as it was written, too.
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
