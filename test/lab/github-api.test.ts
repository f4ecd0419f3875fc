import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type GitHubApi, type GitHubFault, startGitHubApi } from './github-api.ts';

let api: GitHubApi;
beforeAll(async () => {
  api = await startGitHubApi();
});
beforeEach(() => api.reset());
afterAll(() => api.close());

const RUN = 'octo-org/shop/77/2';
const PATH = '/repos/octo-org/shop/actions/runs/77/attempts/2';

function ask(path = PATH, token = 'ghs_x'): Promise<Response> {
  return fetch(api.url + path, { headers: { authorization: `token ${token}` }, signal: AbortSignal.timeout(500) });
}

test('answers for the attempts it was given, and 404 for others', async () => {
  api.runs = { [RUN]: 'in_progress' };
  const known = await ask();
  expect(known.status).toBe(200);
  expect(await known.json()).toEqual({ id: 77, run_attempt: 2, status: 'in_progress', conclusion: null });
  for (const path of [PATH.replace('attempts/2', 'attempts/1'), PATH.replace('shop', 'other'), '/repos/octo-org/shop'])
    expect((await ask(path)).status).toBe(404);
  expect(api.asked()).toEqual([RUN, 'octo-org/shop/77/1', 'octo-org/other/77/2', '/repos/octo-org/shop']);
});

test('accepts only the expected token', async () => {
  api.runs = { [RUN]: 'completed' };
  api.token = 'ghs_right';
  expect((await ask(PATH, 'ghs_wrong')).status).toBe(401);
  expect((await ask(PATH, 'ghs_right')).status).toBe(200);
});

test('counts the remaining requests down, and refuses at zero', async () => {
  api.runs = { [RUN]: 'completed' };
  api.remaining = 1;
  const last = await ask();
  expect([last.status, last.headers.get('x-ratelimit-remaining')]).toEqual([200, '0']);
  const refused = await ask();
  expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
});

test.each<[GitHubFault, number, string | null, string | null]>([
  ['primary-limit', 403, '0', null],
  ['secondary-limit', 403, '1000', '60'],
  ['too-many', 429, '1000', '60'],
  ['forbidden', 403, '1000', null],
  ['error-500', 500, '1000', null],
])('answers once as GitHub does to %s', async (fault, status, remaining, retryAfter) => {
  api.runs = { [RUN]: 'completed' };
  api.inject(fault);
  const answer = await ask();
  const { headers } = answer;
  expect([answer.status, headers.get('x-ratelimit-remaining'), headers.get('retry-after')]).toEqual([
    status,
    remaining,
    retryAfter,
  ]);
  expect((await ask()).status).toBe(200);
});

test('cuts the connection, or never answers', async () => {
  api.inject('reset');
  await expect(ask()).rejects.toThrow('fetch failed');
  api.inject('hang');
  await expect(ask()).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(api.requests).toHaveLength(2);
});
