import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { OidcIssuer } from './oidc.ts';
import { GITHUB_ISSUER, startOidcIssuer } from './oidc.ts';

let issuer: OidcIssuer;
beforeAll(async () => {
  issuer = await startOidcIssuer();
});
beforeEach(() => issuer.reset());
afterAll(() => issuer.close());

function ask(query = '', requestToken = issuer.requestToken): Promise<Response> {
  return fetch(issuer.requestUrl + query, {
    headers: { authorization: `bearer ${requestToken}` },
    signal: AbortSignal.timeout(500),
  });
}

async function tokenFor(query: string): Promise<string> {
  return ((await (await ask(query)).json()) as { value: string }).value;
}

test('issues tokens like GitHub’s, which its published keys verify', async () => {
  issuer.claims.environment = 'prod';
  const token = await tokenFor('&audience=sts.amazonaws.com');
  const keys = createRemoteJWKSet(new URL(`${issuer.url}/.well-known/jwks`));
  const { payload } = await jwtVerify(token, keys, { issuer: GITHUB_ISSUER, audience: 'sts.amazonaws.com' });
  expect(payload).toMatchObject({
    sub: 'repo:octo-org/shop:ref:refs/heads/main',
    repository: 'octo-org/shop',
    environment: 'prod',
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  expect(issuer.issued).toMatchObject([{ audience: 'sts.amazonaws.com', jti: payload.jti }]);
  expect(await issuer.verify(token)).toEqual(payload);
});

test('without an audience the token is for the owner', async () => {
  expect(decodeJwt(await tokenFor('')).aud).toBe('https://github.com/octo-org');
});

test('refuses another bearer token, and answers after the latency', async () => {
  expect((await ask('', 'other')).status).toBe(401);
  issuer.latencyMs = 100;
  await ask();
  expect((issuer.issued[0]?.endedAt ?? 0) - (issuer.issued[0]?.at ?? 0)).toBeGreaterThanOrEqual(99);
});

test('fails with an injected fault, then works again', async () => {
  issuer.inject('error-500', 2);
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([500, 500, 200]);
  issuer.inject('reset');
  await expect(ask()).rejects.toThrow('fetch failed');
  issuer.inject('hang');
  await expect(ask()).rejects.toThrow('timeout');
  expect((await ask()).status).toBe(200);
});

test('describes itself', async () => {
  const response = await fetch(`${issuer.url}/.well-known/openid-configuration`);
  expect(await response.json()).toMatchObject({ issuer: GITHUB_ISSUER, jwks_uri: `${issuer.url}/.well-known/jwks` });
});
