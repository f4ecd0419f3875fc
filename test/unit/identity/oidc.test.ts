import { afterEach, describe, expect, it } from '@jest/globals';
import { claimsOf, oidcIdentity } from '../../../src/identity/oidc.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { type HttpAnswer, httpServer } from '../../support/fakes/http-server.ts';
import { identityDeps, jwt } from '../../support/fakes/identity.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const given = (value: unknown): HttpAnswer => ({ status: 200, body: JSON.stringify({ value }) });

async function setUp(answer: (nth: number) => HttpAnswer, about: Parameters<typeof identityDeps>[1] = {}) {
  const server = await httpServer((_, nth) => answer(nth));
  open.push(server);
  const { deps, masks, slept } = identityDeps(server.url, about);
  const service = { requestUrl: `${server.url}/token?api-version=2.0`, requestToken: 'r3quest' };
  const base = oidcIdentity(service, 'sts.amazonaws.com', deps);
  if (base.kind !== 'token') throw new Error('GitHub gives tokens');
  return { token: () => base.token(), calls: server.calls, masks, slept };
}

describe('GitHub’s token', () => {
  it('is requested with the audience, as the job, and masked', async () => {
    const { token, calls, masks } = await setUp(() => given('jwt-1'));
    expect(await token()).toBe('jwt-1');
    expect(calls).toMatchObject([
      {
        method: 'GET',
        url: '/token?api-version=2.0&audience=sts.amazonaws.com',
        headers: { authorization: 'Bearer r3quest' },
      },
    ]);
    expect(masks).toEqual(['jwt-1']);
  });

  it('is a new one at each call', async () => {
    const { token } = await setUp((nth) => given(`jwt-${nth}`));
    expect([await token(), await token()]).toEqual(['jwt-1', 'jwt-2']);
  });

  it.each<[string, HttpAnswer]>([
    ['a fault', { status: 500, body: '' }],
    ['too many requests', { status: 429, body: '' }],
    ['a cut connection', undefined],
    ['an answer that is no JSON', { status: 200, body: '<html>' }],
    ['an answer without a token', { status: 200, body: '{}' }],
    ['an empty token', given('')],
    ['a token that is no text', given(7)],
  ])('is requested again after %s', async (_, answer) => {
    const { token, slept } = await setUp((nth) => (nth === 1 ? answer : given('jwt-2')));
    expect(await token()).toBe('jwt-2');
    expect(slept).toEqual([125]);
  });

  it.each([400, 401, 403, 404])('is not requested again after %i', async (status) => {
    const { token, calls } = await setUp(() => ({ status, body: 'r3quest' }));
    const error = await rejection(token());
    expect(error).toMatchObject({ code: 'oidc-token-failed', message: expect.stringContaining(`answered ${status}`) });
    expect((error as Error).message).not.toContain('r3quest');
    expect(calls).toHaveLength(1);
  });

  it.each([
    [1, []],
    [6, [125, 250, 500, 1000, 2000]],
  ])('is given up after as many tries as the inputs say (%i), with growing pauses', async (maxAttempts, pauses) => {
    const { token, calls, slept } = await setUp(() => ({ status: 503, body: '' }), { maxAttempts });
    expect(await rejection(token())).toMatchObject({ code: 'oidc-token-failed' });
    expect(calls).toHaveLength(maxAttempts);
    expect(slept).toEqual(pauses);
  });

  it('is never waited for longer than half a minute between two tries, however many there may be', async () => {
    const { token, slept } = await setUp(() => ({ status: 503, body: '' }), { maxAttempts: 20 });
    await rejection(token());
    expect(Math.max(...slept)).toBeLessThanOrEqual(30_000);
  });

  it('is not requested again once the step is stopped', async () => {
    const stop = new AbortController();
    const { token, calls } = await setUp(
      () => {
        stop.abort(new Error('stopped'));
        return { status: 503, body: '' };
      },
      { lifetime: { soft: stop.signal, hard: new AbortController().signal } },
    );
    await rejection(token());
    expect(calls).toHaveLength(1);
  });

  it('is no longer waited for once the lifetime has ended', async () => {
    const signal = AbortSignal.abort(new Error('ended'));
    const { token } = await setUp(() => given('jwt-1'), {
      lifetime: { soft: new AbortController().signal, hard: signal },
    });
    expect(await rejection(token())).toBe(signal.reason);
  });

  it('is an error that does not show the request’s token when the service cannot be reached', async () => {
    const { deps } = identityDeps('http://127.0.0.1:1');
    const base = oidcIdentity({ requestUrl: 'http://127.0.0.1:1/t', requestToken: 'r3quest' }, 'a', deps);
    const error = await rejection(base.kind === 'token' ? base.token() : Promise.resolve());
    expect(error).toMatchObject({ code: 'oidc-token-failed' });
    expect(JSON.stringify([(error as Error).message, (error as { remedy: string }).remedy])).not.toContain('r3quest');
  });
});

describe('the claims of a token', () => {
  it('are its texts', () => {
    expect(claimsOf(jwt({ sub: 'repo:o/r', environment: 'prod', iat: 7 }))).toEqual({
      sub: 'repo:o/r',
      environment: 'prod',
    });
  });

  it.each(['', 'opaque', 'a.b.c', `a.${btoa('null')}.c`, `a.${btoa('"text"')}.c`])(
    'are none where it cannot be read: "%s"',
    (token) => {
      expect(Object.keys(claimsOf(token)).filter((name) => Number.isNaN(Number(name)))).toEqual([]);
    },
  );
});
