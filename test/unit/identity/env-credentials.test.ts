import { describe, expect, it } from '@jest/globals';
import { envCredentialsIdentity } from '../../../src/identity/env-credentials.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { identityDeps } from '../../support/fakes/identity.ts';

const FOUND = { accessKeyId: 'AKIA1', secretAccessKey: 's3cret', sessionToken: 'token' };

async function credentialsOf(found: typeof FOUND) {
  const { deps, masks } = identityDeps('http://127.0.0.1:1');
  const base = envCredentialsIdentity(found, deps);
  if (base.kind !== 'credentials') throw new Error('The environment holds credentials');
  return { credentials: await base.credentials(), masks };
}

describe('the credentials in the environment', () => {
  it('are used, all of them masked', async () => {
    expect(await credentialsOf(FOUND)).toEqual({ credentials: FOUND, masks: ['s3cret', 'token', 'AKIA1'] });
  });

  it('may have no session token', async () => {
    expect(await credentialsOf({ ...FOUND, sessionToken: '' })).toEqual({
      credentials: { accessKeyId: 'AKIA1', secretAccessKey: 's3cret' },
      masks: ['s3cret', 'AKIA1'],
    });
  });

  it.each([
    { ...FOUND, accessKeyId: '' },
    { ...FOUND, secretAccessKey: '' },
  ])('are an error when they are not whole', async (found) => {
    expect(await rejection(credentialsOf(found))).toMatchObject({
      code: 'no-base-credentials',
      remedy: expect.stringContaining('`role-chaining`'),
    });
  });
});
