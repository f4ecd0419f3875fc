// What the tests of the drop-in share: the other action's inputs, sessions, AWS's shared files and session tags.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { createProxy } from 'proxy';
import type { Lab } from '../../lab/lab.ts';
import type { Job } from '../../lab/runner/runner.ts';
import type { Call } from '../../lab/wire/wire.ts';
import { inJob, roleArn } from './scenario.ts';
import { DEBUG } from './sync.ts';

/** Every input of aws-actions/configure-aws-credentials, version 6, in the order of its action.yml. */
export const OTHER_INPUTS = [
  'aws-region',
  'aws-profile',
  'overwrite-aws-profile',
  'role-to-assume',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'web-identity-token-file',
  'role-chaining',
  'audience',
  'http-proxy',
  'no-proxy',
  'mask-aws-account-id',
  'role-duration-seconds',
  'role-external-id',
  'role-session-name',
  'role-skip-session-tagging',
  'transitive-tag-keys',
  'inline-session-policy',
  'managed-session-policies',
  'output-credentials',
  'output-env-credentials',
  'unset-current-credentials',
  'disable-retry',
  'retry-max-attempts',
  'special-characters-workaround',
  'use-existing-credentials',
  'allowed-account-ids',
  'force-skip-oidc',
  'action-timeout-s',
  'custom-tags',
  'sts-endpoint',
] as const;

type Inputs = Record<string, string>;

/** As `inJob`, with step debug logging, so that a search for secrets sees the debug lines too. */
export const inDebuggedJob: typeof inJob = (lab, work, options = {}) =>
  inJob(lab, work, { ...options, context: { ...DEBUG, ...options.context } });

/** `with:` of a session by OIDC, as the other action gives it. */
export function session(overrides: Inputs = {}): Inputs {
  return { 'credential-type': 'session', 'role-to-assume': roleArn('deployer'), ...overrides };
}

/** `with:` of a session by the long-lived user's access key; without a role unless one is given. */
export function sessionByKeys(lab: Lab, overrides: Inputs = {}): Inputs {
  return {
    'credential-type': 'session',
    'role-to-assume': '',
    'aws-access-key-id': lab.longLived.accessKeyId,
    'aws-secret-access-key': lab.longLived.secretAccessKey,
    ...overrides,
  };
}

/** What a job's environment holds that an earlier step left credentials in. */
export function inEnvironment(key: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }): Inputs {
  return {
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    ...(key.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: key.sessionToken }),
  };
}

/** The calls of one action. */
export function callsOf(lab: Lab, action: string): Call[] {
  return lab.wire.calls.filter((call) => call.action === action);
}

/** Session tags of a call. */
export function sessionTags({ params }: Call): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let n = 1; params[`Tags.member.${n}.Key`] !== undefined; n += 1) {
    tags[params[`Tags.member.${n}.Key`] ?? ''] = params[`Tags.member.${n}.Value`] ?? '';
  }
  return tags;
}

/** AWS's two shared files of a job, as texts; one that is not there is `undefined`. */
export type SharedFiles = { credentials?: string | undefined; config?: string | undefined };

/** Where a job's shared files lie by default. */
export function sharedPaths(job: Job): { directory: string; credentials: string; config: string } {
  const directory = join(job.directories.home, '.aws');
  return { directory, credentials: join(directory, 'credentials'), config: join(directory, 'config') };
}

export function readShared(job: Job): SharedFiles {
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  const { credentials, config } = sharedPaths(job);
  return { credentials: read(credentials), config: read(config) };
}

export function writeShared(job: Job, files: SharedFiles): void {
  const paths = sharedPaths(job);
  for (const name of ['credentials', 'config'] as const) {
    const text = files[name];
    if (text !== undefined) writeFileFor(paths[name], text);
  }
}

/** A file of the job's user, in a directory that is made if need be. */
export function writeFileFor(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, text);
  chmodSync(path, 0o600);
}

const hasCli = spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0;

/** `aws configure set KEY VALUE --profile NAME` in a later step; where there is no AWS CLI, what it does to the files. */
export async function configureSet(job: Job, profile: string, key: string, value: string): Promise<void> {
  if (hasCli) {
    const result = await job.step(['aws', 'configure', 'set', key, value, '--profile', profile]);
    if (result.exitCode !== 0) throw new Error(result.log);
    return;
  }
  const path = sharedPaths(job).config;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const header = `[profile ${profile}]\n`;
  const setting = `${key} = ${value}\n`;
  writeFileFor(path, text.includes(header) ? text.replace(header, header + setting) : text + header + setting);
}

/** The lines of a section, without its header. */
export function sectionLines(text: string | undefined, header: string): string[] {
  const lines = (text ?? '').split(/\r?\n/);
  const begin = lines.indexOf(`[${header}]`);
  if (begin < 0) return [];
  const length = lines.slice(begin + 1).findIndex((line) => line.startsWith('['));
  return lines
    .slice(begin + 1, length < 0 ? undefined : begin + 1 + length)
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** All that lies below a directory: kind, permissions, and text or target. */
export function everythingBelow(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const mode = (lstatSync(path).mode & 0o777).toString(8);
      const relative = path.slice(directory.length);
      if (entry.isSymbolicLink()) return `${relative} -> ${readlinkSync(path)}`;
      return entry.isFile() ? `${relative} ${mode} ${readFileSync(path, 'utf8')}` : `${relative} ${mode}`;
    })
    .sort();
}

/** A forward proxy on loopback. */
export type TestProxy = {
  readonly url: string;
  /** The same with user info. */
  readonly urlFor: (userInfo: string) => string;
  /** What it was asked for: the host and port of a CONNECT, the whole URL of anything else. */
  readonly asked: string[];
  /** Whether it lets a request pass, by its `Proxy-Authorization`; by default all pass. */
  admit: (authorization: string | undefined) => boolean;
  close(): Promise<void>;
};

/** Admits only this user. */
export function only(user: string, password: string): TestProxy['admit'] {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return (authorization) => authorization === wanted;
}

/** Starts a proxy on a free port of 127.0.0.1. */
export async function startTestProxy(): Promise<TestProxy> {
  const server = createProxy(createServer());
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: TestProxy = {
    url: `http://127.0.0.1:${port}`,
    urlFor: (userInfo) => `http://${userInfo}@127.0.0.1:${port}`,
    asked: [],
    admit: () => true,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  server.authenticate = ({ method, url = '', headers }: IncomingMessage) => {
    proxy.asked.push(method === 'CONNECT' ? `CONNECT ${url}` : url);
    return proxy.admit(headers['proxy-authorization']);
  };
  return proxy;
}
