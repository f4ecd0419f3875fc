import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportedVariables, handOver } from '../../../src/github/hand-over.ts';
import { readInputs } from '../../../src/github/inputs/main.ts';
import { recordBefore } from '../../../src/github/job-env.ts';
import type { Lease } from '../../../src/lease/lease.ts';
import { contract, readerOf } from '../../support/fakes/inputs.ts';
import { runOf } from '../../support/fakes/run.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

const EXPIRES = new Date('2026-11-21T13:00:00.500Z');
const USER: Lease = {
  kind: 'iam-user',
  userName: 'gha-1',
  arn: 'arn:aws:iam::123456789012:user/ci/gha-1',
  path: '/ci/',
  accountId: '123456789012',
  credentials: { accessKeyId: 'AKIA1', secretAccessKey: 's3cret' },
  expiresAt: EXPIRES,
  propagationMs: 1234,
};
const SESSION: Lease = {
  kind: 'session',
  arn: 'arn:aws:sts::123456789012:assumed-role/r/s',
  accountId: '123456789012',
  credentials: { accessKeyId: 'ASIA1', secretAccessKey: 's3cret', sessionToken: 't0ken' },
  expiresAt: EXPIRES,
};

function give(lease: Lease, given: Record<string, string> = {}, env: Record<string, string> = {}) {
  const reader = readerOf({
    'aws-region': 'eu-central-1',
    'role-to-assume': 'arn:aws:iam::123456789012:role/r',
    ...given,
  });
  const inputs = readInputs({ run: runOf(), env: {}, reader });
  const { all, secret } = exportedVariables(inputs.handOver);
  handOver(lease, inputs, { before: recordBefore(all, secret, env), nonce: '00000000' });
  const noted = JSON.parse(runner.state().at(-1)?.[1] ?? '[]') as { name: string; before: string; mark: string }[];
  return { exported: Object.fromEntries(runner.environment()), outputs: runner.outputs(), noted };
}

describe('handing over a user', () => {
  it('exports its key, the region and the lease’s id', () => {
    expect(give(USER).exported).toEqual({
      AWS_ACCESS_KEY_ID: 'AKIA1',
      AWS_SECRET_ACCESS_KEY: 's3cret',
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_EPHEMERAL_LEASE_ID: 'gha-1',
    });
  });

  it('clears a session token that an earlier step has left', () => {
    expect(give(USER, {}, { AWS_SESSION_TOKEN: 'stale' }).exported).toHaveProperty('AWS_SESSION_TOKEN', '');
  });

  it('exports under other names', () => {
    const { exported } = give(USER, { 'env-names': 'access-key-id=MY_KEY\nsecret-access-key=MY_SECRET' });
    expect(exported).toMatchObject({ MY_KEY: 'AKIA1', MY_SECRET: 's3cret' });
    expect(exported).not.toHaveProperty('AWS_ACCESS_KEY_ID');
  });

  it('exports the lease’s id even where nothing else is exported', () => {
    expect(give(USER, { 'output-env-credentials': 'false' }).exported).toEqual({ AWS_EPHEMERAL_LEASE_ID: 'gha-1' });
  });

  it('notes what is set before it is set, without telling it', () => {
    const { noted } = give(USER, {}, { AWS_REGION: 'eu-west-1' });
    expect(noted.find(({ name }) => name === 'AWS_REGION')).toMatchObject({
      before: 'eu-west-1',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(noted.find(({ name }) => name === 'AWS_SESSION_TOKEN')).toMatchObject({ hash: '' });
    expect(JSON.stringify(runner.state())).not.toMatch(/s3cret|AKIA1/);
  });

  it('sets the outputs, but no credentials', () => {
    expect(give(USER).outputs).toEqual({
      'aws-account-id': '123456789012',
      'authenticated-arn': USER.arn,
      'aws-expiration': '2026-11-21T13:00:00Z',
      'credential-type': 'iam-user',
      'lease-id': 'gha-1',
      'user-name': 'gha-1',
      'user-arn': USER.arn,
      'propagation-ms': '1234',
    });
  });

  it('sets credentials as outputs where that is wished, all outputs of a lease then being those of action.yml', () => {
    const { outputs } = give(USER, { 'output-credentials': 'true' });
    expect(outputs).toMatchObject({
      'aws-access-key-id': 'AKIA1',
      'aws-secret-access-key': 's3cret',
      'aws-session-token': '',
    });
    const ofLease = Object.keys(contract().outputs).filter((name) => !name.startsWith('sync-'));
    expect(Object.keys(outputs).sort()).toEqual(ofLease.sort());
  });

  it('says nothing of the propagation when nobody waited', () => {
    expect(give({ ...USER, propagationMs: undefined }).outputs['propagation-ms']).toBe('');
  });

  it('masks the account where that is wished', () => {
    give(USER, { 'mask-aws-account-id': 'true' });
    expect(runner.masks()).toContain('123456789012');
  });
});

describe('handing over a session', () => {
  it('exports all three, and no lease id', () => {
    const { exported, outputs } = give(SESSION, { 'output-credentials': 'true' });
    expect(exported).toEqual({
      AWS_ACCESS_KEY_ID: 'ASIA1',
      AWS_SECRET_ACCESS_KEY: 's3cret',
      AWS_SESSION_TOKEN: 't0ken',
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
    });
    expect(outputs).toMatchObject({
      'credential-type': 'session',
      'lease-id': '',
      'user-name': '',
      'user-arn': '',
      'aws-session-token': 't0ken',
    });
  });

  it('does not leave an earlier user’s lease id beside its own credentials', () => {
    const { exported } = give(SESSION, {}, { AWS_EPHEMERAL_LEASE_ID: 'gha-0' });
    expect(exported).toHaveProperty('AWS_EPHEMERAL_LEASE_ID', '');
  });
});

describe('the variables of a lease', () => {
  it('are those exported to and the lease’s id, of which three are secret', () => {
    const wish = { outputCredentials: false, unsetCurrentCredentials: false, profile: undefined };
    expect(exportedVariables({ ...wish, exportedNames: undefined })).toEqual({
      all: ['AWS_EPHEMERAL_LEASE_ID'],
      secret: [],
    });
    const names = { accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'C', region: 'D', defaultRegion: 'E' };
    const profile = { name: 'ci', credentialsFile: '/c', configFile: '/d' };
    expect(exportedVariables({ ...wish, exportedNames: names, profile }).all).toContain('AWS_PROFILE');
    expect(exportedVariables({ ...wish, exportedNames: names })).toEqual({
      all: ['A', 'B', 'C', 'D', 'E', 'AWS_EPHEMERAL_LEASE_ID'],
      secret: ['A', 'B', 'C'],
    });
  });
});
