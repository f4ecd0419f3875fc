import { devNull } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  awsVariables,
  envCredentials,
  exportAll,
  isolate,
  recordBefore,
  restoreAll,
  withHashes,
} from '../../../src/github/job-env.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';

const NO_PROXY = { http: '', https: '', noProxy: '' };

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

describe('what was there before', () => {
  it('is noted, its secrets masked', () => {
    const environment = { AWS_ACCESS_KEY_ID: 'AKIA1', MY_SECRET: 's3cret', AWS_REGION: 'eu-west-1' };
    expect(
      recordBefore(['AWS_ACCESS_KEY_ID', 'MY_SECRET', 'AWS_REGION', 'NONE'], ['MY_SECRET', 'NONE'], environment),
    ).toEqual([
      { name: 'AWS_ACCESS_KEY_ID', before: 'AKIA1', hash: '' },
      { name: 'MY_SECRET', before: 's3cret', hash: '' },
      { name: 'AWS_REGION', before: 'eu-west-1', hash: '' },
      { name: 'NONE', before: '', hash: '' },
    ]);
    expect(runner.masks()).toEqual(['AKIA1', 's3cret']);
  });

  it('is marked with what is set, in a way that does not tell it', () => {
    const [first, second] = withHashes(recordBefore(['A', 'B'], [], {}), { A: 's3cret' });
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.hash).toBe('');
  });
});

describe('restoring the environment', () => {
  const before = recordBefore(['A', 'B', 'C', 'D'], [], { A: 'old-a', B: 'old-b' });
  const noted = withHashes(before, { A: 'ours', B: 'ours', C: 'ours' });

  it('gives variables that still hold our value back what they held', () => {
    expect(restoreAll(noted, { A: 'ours', B: 'ours', C: 'ours', D: 'x' })).toEqual([]);
    expect(runner.environment()).toEqual([
      ['A', 'old-a'],
      ['B', 'old-b'],
      ['C', ''],
    ]);
  });

  it('leaves alone what a later step has changed, and says so', () => {
    expect(restoreAll(noted, { A: 'theirs', B: 'ours' })).toEqual(['A', 'C']);
    expect(runner.environment()).toEqual([['B', 'old-b']]);
  });

  it('leaves alone what was never set', () => {
    expect(restoreAll(before, { A: 'old-a' })).toEqual([]);
    expect(runner.environment()).toEqual([]);
  });

  it('gives back what was cleared', () => {
    restoreAll(withHashes(before, { A: '' }), { A: '' });
    expect(runner.environment()).toEqual([['A', 'old-a']]);
  });

  it('is exact when two leases are nested: the last one is undone first', () => {
    const outer = withHashes(recordBefore(['A'], [], {}), { A: 'outer' });
    const inner = withHashes(recordBefore(['A'], [], { A: 'outer' }), { A: 'inner' });
    const environment: Record<string, string> = { A: 'inner' };
    restoreAll(inner, environment);
    Object.assign(environment, Object.fromEntries(runner.environment()));
    expect(environment.A).toBe('outer');
    expect(restoreAll(outer, environment)).toEqual([]);
    expect(Object.fromEntries(runner.environment())).toEqual({ A: '' });
  });
});

describe('exporting', () => {
  it('sets variables for later steps', () => {
    exportAll({ A: 'one', B: 'two\nlines' });
    expect(runner.environment()).toEqual([
      ['A', 'one'],
      ['B', 'two\nlines'],
    ]);
  });
});

describe('the AWS variables of a job', () => {
  it('are kept, secrets masked, empty ones and others left out', () => {
    const environment = {
      AWS_ACCESS_KEY_ID: 'AKIA1',
      AWS_CONTAINER_AUTHORIZATION_TOKEN: 't0ken',
      AWS_PROFILE: 'p',
      AWS_SESSION_TOKEN: '',
      HOME: '/h',
      MY_AWS_X: 'x',
    };
    expect(awsVariables(environment, 'env-credentials')).toEqual({ AWS_ACCESS_KEY_ID: 'AKIA1' });
    expect(awsVariables(environment, 'ambient')).toEqual({
      AWS_ACCESS_KEY_ID: 'AKIA1',
      AWS_CONTAINER_AUTHORIZATION_TOKEN: 't0ken',
      AWS_PROFILE: 'p',
    });
    expect(runner.masks()).toEqual(['AKIA1', 'AKIA1', 't0ken']);
  });

  it('hold an earlier step’s credentials', () => {
    expect(envCredentials({ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' })).toEqual({
      accessKeyId: 'a',
      secretAccessKey: 'b',
      sessionToken: 'c',
    });
    expect(envCredentials({})).toEqual({ accessKeyId: '', secretAccessKey: '', sessionToken: '' });
  });
});

describe('our own process', () => {
  const hostile = () => ({
    AWS_ENDPOINT_URL_STS: 'http://evil',
    AWS_PROFILE: 'evil',
    AWS_CA_BUNDLE: '/evil',
    AWS_CONFIG_FILE: '/evil',
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    SSL_CERT_FILE: '/evil',
    HTTPS_PROXY: 'http://evil',
    HOME: '/h',
  });

  it('is shut off from what the environment and ~/.aws say about AWS', () => {
    const environment: Record<string, string | undefined> = hostile();
    isolate(environment, NO_PROXY, undefined);
    expect(environment).toEqual({ HOME: '/h', AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull });
  });

  it('gets back only what main kept', () => {
    const environment: Record<string, string | undefined> = hostile();
    isolate(environment, { ...NO_PROXY, https: 'http://proxy:3128/' }, { AWS_PROFILE: 'ours' });
    expect(environment).toEqual({ HOME: '/h', AWS_PROFILE: 'ours', https_proxy: 'http://proxy:3128/' });
  });
});
