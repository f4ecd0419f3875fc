import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { listen, stop } from '../support/loopback.ts';

/**
 * What can go wrong with a request:
 * `primary-limit`: 403, nothing remaining. `secondary-limit`: 403 with `retry-after`. `too-many`: 429 with `retry-after`.
 * `forbidden`: 403, permission missing. `error-500`. `reset`: connection destroyed. `hang`: never answered.
 */
export type GitHubFault =
  | 'primary-limit'
  | 'secondary-limit'
  | 'too-many'
  | 'forbidden'
  | 'error-500'
  | 'reset'
  | 'hang';

/** `status` of a workflow run (GitHub REST: “Get a workflow run attempt”). */
export type RunStatus = 'queued' | 'in_progress' | 'completed' | 'waiting';

export type GitHubRequest = { readonly method: string; readonly path: string; readonly authorization: string };

/** The part of GitHub's REST API that a sweep calls. */
export type GitHubApi = {
  /** For `GITHUB_API_URL`. */
  readonly url: string;
  readonly requests: GitHubRequest[];
  /** Runs by `owner/repo/run-id/attempt`; all others are unknown. */
  runs: Record<string, RunStatus>;
  /** Requests left in this hour. */
  remaining: number;
  /** The token that is expected; any, when it is empty. */
  token: string;
  inject(fault: GitHubFault, times?: number): void;
  /** The attempts that were asked about, in order, as keys of `runs`. */
  asked(): string[];
  /** No runs, no faults, no requests. */
  reset(): void;
  close(): Promise<void>;
};

/** Rate limits for the REST API: requests with a job's token, per hour and repository. */
const LIMIT = 1_000;
const DOCUMENTATION = 'https://docs.github.com/rest';
const ATTEMPT = /^\/repos\/([^/]+)\/([^/]+)\/actions\/runs\/(\d+)\/attempts\/(\d+)$/;

type Headers = Record<string, string>;

function keyOf(path: string): string | undefined {
  const match = ATTEMPT.exec(path);
  return match === null ? undefined : match.slice(1).join('/');
}

type Answer = { status: number; headers: Headers; body: object };

function refusal(status: number, message: string, headers: Headers): Answer {
  return { status, headers, body: { message, documentation_url: DOCUMENTATION, status: String(status) } };
}

/** The answer for a fault; undefined for a fault of the network. */
function answerTo(fault: GitHubFault, headers: Headers): Answer | undefined {
  const later = { ...headers, 'retry-after': '60' };
  switch (fault) {
    case 'primary-limit':
      return refusal(403, 'API rate limit exceeded', { ...headers, 'x-ratelimit-remaining': '0' });
    case 'secondary-limit':
      return refusal(403, 'You have exceeded a secondary rate limit', later);
    case 'too-many':
      return refusal(429, 'Too many requests', later);
    case 'forbidden':
      return refusal(403, 'Resource not accessible by integration', headers);
    case 'error-500':
      return refusal(500, 'Server Error', headers);
    default:
      return undefined;
  }
}

function limits(remaining: number): Headers {
  return {
    'x-ratelimit-limit': String(LIMIT),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3_600),
    'x-ratelimit-resource': 'core',
  };
}

function answerOf(api: GitHubApi, { method, path, authorization }: GitHubRequest): Answer {
  if (api.token !== '' && !authorization.endsWith(` ${api.token}`)) return refusal(401, 'Bad credentials', {});
  if (api.remaining === 0) return refusal(403, 'API rate limit exceeded', limits(0));
  api.remaining -= 1;
  const key = method === 'GET' ? keyOf(path) : undefined;
  const status = key === undefined ? undefined : api.runs[key];
  const headers = limits(api.remaining);
  if (key === undefined || status === undefined) return refusal(404, 'Not Found', headers);
  const [, , id, attempt] = key.split('/');
  const conclusion = status === 'completed' ? 'success' : null;
  return { status: 200, headers, body: { id: Number(id), run_attempt: Number(attempt), status, conclusion } };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
}

/** Starts the API on a free port of 127.0.0.1. */
export async function startGitHubApi(): Promise<GitHubApi> {
  let faults: { fault: GitHubFault; left: number }[] = [];
  const server = createServer((incoming, response) => {
    const { method = '', url: path = '', headers } = incoming;
    const request = { method, path, authorization: headers.authorization ?? '' };
    api.requests.push(request);
    const next = faults.find(({ left }) => left > 0);
    if (next !== undefined) next.left -= 1;
    if (next?.fault === 'reset') incoming.socket.resetAndDestroy();
    const answer = next === undefined ? answerOf(api, request) : answerTo(next.fault, limits(api.remaining));
    if (answer !== undefined) send(response, answer);
  });
  const url = await listen(server);
  const fresh = () => ({ runs: {}, remaining: LIMIT, token: '' });
  const api: GitHubApi = {
    url,
    requests: [],
    ...fresh(),
    inject: (fault, times = 1) => {
      faults.push({ fault, left: times });
    },
    asked: () => api.requests.map(({ path }) => keyOf(path) ?? path),
    reset: () => {
      faults = [];
      api.requests.length = 0;
      Object.assign(api, fresh());
    },
    close: () => stop(server),
  };
  return api;
}
