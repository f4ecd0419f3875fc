import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ambientIdentity } from '../../../src/identity/ambient.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { identityDeps } from '../../support/fakes/identity.ts';

const before = { ...process.env };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ambient-'));
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, {
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  });
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  rmSync(folder, { recursive: true, force: true });
});

function setUp() {
  const { deps, masks } = identityDeps('http://127.0.0.1:1');
  const base = ambientIdentity(deps);
  if (base.kind !== 'credentials') throw new Error('A machine holds credentials');
  return { credentials: () => base.credentials(), masks };
}

describe('the machine’s own credentials', () => {
  it('are found by the SDK and masked', async () => {
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'AKIA1',
      AWS_SECRET_ACCESS_KEY: 's3cret',
      AWS_SESSION_TOKEN: 'token',
    });
    const { credentials, masks } = setUp();
    expect(await credentials()).toMatchObject({
      accessKeyId: 'AKIA1',
      secretAccessKey: 's3cret',
      sessionToken: 'token',
    });
    expect(masks).toEqual(['s3cret', 'AKIA1', 'token']);
  });

  it('may have no session token', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's3cret' });
    const { credentials, masks } = setUp();
    expect(await credentials()).toMatchObject({ accessKeyId: 'AKIA1' });
    expect(masks).toEqual(['s3cret', 'AKIA1']);
  });

  it('are an error when there are none', async () => {
    expect(await rejection(setUp().credentials())).toMatchObject({
      code: 'no-base-credentials',
      remedy: expect.stringContaining('`use-ambient-credentials`'),
    });
  });
});
