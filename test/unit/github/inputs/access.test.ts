import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assertNoProblems, readAccess } from '../../../../src/github/inputs/access.ts';
import { LEAST, problems, read } from '../../../support/fakes/access-inputs.ts';
import { readerOf } from '../../../support/fakes/inputs.ts';
import { runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

type Env = Record<string, string | undefined>;

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

describe('the region', () => {
  it.each([
    [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' }, 'eu-west-1'],
    [{ AWS_DEFAULT_REGION: 'eu-west-2' }, 'eu-west-2'],
  ])('comes from the environment where it is not given: %j', (environment, region) => {
    expect(read({ 'aws-region': '' }, environment).connection.region).toBe(region);
  });

  it('that is given wins', () => {
    expect(read({}, { AWS_REGION: 'eu-west-1' }).connection.region).toBe('eu-central-1');
  });

  it('is a must', () => {
    expect(problems({ 'aws-region': '' })).toEqual([
      expect.stringContaining('neither AWS_REGION nor AWS_DEFAULT_REGION'),
    ]);
  });

  it('of the environment is checked too', () => {
    expect(problems({ 'aws-region': '' }, { AWS_REGION: 'evil.example.com/' })).toEqual([
      expect.stringContaining('`aws-region`'),
    ]);
  });

  it('that is wrong is told of once, and not as missing', () => {
    const told = problems({ 'aws-region': 'EU_Central' });
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain('missing');
  });
});

describe('the connection', () => {
  it.each([
    [{}, { AWS_ENDPOINT_URL: 'http://all' }, 'http://all', 'http://all'],
    [{}, { AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_STS: 'http://sts' }, 'http://sts', 'http://all'],
    [{}, { AWS_ENDPOINT_URL_IAM: 'http://iam' }, undefined, 'http://iam'],
    [{ 'sts-endpoint': 'http://given' }, { AWS_ENDPOINT_URL_STS: 'http://sts' }, 'http://given', undefined],
    [{ 'iam-endpoint': 'http://given' }, {}, undefined, 'http://given'],
    [{}, { AWS_ENDPOINT_URL: 'http://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, undefined, undefined],
  ])('has endpoints from inputs %j and environment %j', (inputs, environment, stsEndpoint, iamEndpoint) => {
    const { connection } = read(inputs as Record<string, string>, environment);
    expect([connection.stsEndpoint, connection.iamEndpoint]).toEqual([stsEndpoint, iamEndpoint]);
  });

  it.each([
    [{}, { AWS_ENDPOINT_URL: 'http://all' }, 'http://all'],
    [{}, { AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://own' }, 'http://own'],
    [{ 'secretsmanager-endpoint': 'http://given' }, { AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://own' }, 'http://given'],
    [{}, { AWS_ENDPOINT_URL_STS: 'http://sts' }, undefined],
    [{}, {}, undefined],
  ])('has Secrets Manager’s endpoint from inputs %j and environment %j', (inputs, environment, endpoint) => {
    const { connection } = read(inputs as Record<string, string>, environment);
    expect(connection.secretsManagerEndpoint).toBe(endpoint);
    expect('secretsManagerEndpoint' in connection).toBe(endpoint !== undefined);
  });

  it('cannot have Secrets Manager’s endpoint and AWS’s variants of endpoints', () => {
    expect(problems({ 'secretsmanager-endpoint': 'http://own' }, { AWS_USE_FIPS_ENDPOINT: 'true' })).toEqual([
      '`AWS_USE_FIPS_ENDPOINT` cannot be true together with a custom endpoint',
    ]);
  });

  it('tries once where retries are off, else as often as was said', () => {
    expect(read({ 'retry-max-attempts': '3' }).connection.maxAttempts).toBe(3);
    expect(read({ 'retry-max-attempts': '3', 'disable-retry': 'true' }).connection.maxAttempts).toBe(1);
  });

  it('heeds FIPS and dual-stack of the environment', () => {
    const environment = { AWS_USE_FIPS_ENDPOINT: 'true', AWS_USE_DUALSTACK_ENDPOINT: 'true' };
    expect(read({}, environment).connection).toMatchObject({ useFipsEndpoint: true, useDualstackEndpoint: true });
  });
});

describe('the endpoints that the environment names', () => {
  const ALL = { AWS_ENDPOINT_URL: 'http://all.example:4566/x' };
  const all = (service: string) => ({ service, host: 'all.example:4566', variable: 'AWS_ENDPOINT_URL' });

  it.each<[Record<string, string>, Env, object[]]>([
    [{}, {}, []],
    [{}, ALL, [all('STS'), all('IAM')]],
    [
      {},
      { ...ALL, AWS_ENDPOINT_URL_STS: 'https://sts.example' },
      [{ service: 'STS', host: 'sts.example', variable: 'AWS_ENDPOINT_URL_STS' }, all('IAM')],
    ],
    [
      {},
      { AWS_ENDPOINT_URL_IAM: 'https://iam.example' },
      [{ service: 'IAM', host: 'iam.example', variable: 'AWS_ENDPOINT_URL_IAM' }],
    ],
    [{ 'sts-endpoint': 'https://given.example' }, ALL, [all('IAM')]],
    [{ 'sts-endpoint': 'https://given.example', 'iam-endpoint': 'https://given.example' }, ALL, []],
    [{ 'sts-endpoint': 'https://given.example', 'iam-endpoint': 'https://given.example' }, {}, []],
    [{}, { ...ALL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, []],
    [{}, { AWS_ENDPOINT_URL_SECRETS_MANAGER: 'https://own.example' }, []],
  ])('with inputs %j and environment %j are %j', (inputs, environment, endpoints) => {
    expect(read(inputs, environment).fromEnvironment).toEqual(endpoints);
  });

  it('are none where the value is not a URL, which is a problem of its own', () => {
    const reader = readerOf(LEAST);
    expect(readAccess(reader, runOf(), { AWS_ENDPOINT_URL_STS: 'http://[' }).fromEnvironment).toEqual([]);
    expect(reader.problems).toEqual([expect.stringContaining('`AWS_ENDPOINT_URL_STS`')]);
  });
});

describe('the problems', () => {
  it('are one error that lists them all, and none when there are none', () => {
    const reader = readerOf();
    expect(() => assertNoProblems(reader)).not.toThrow();
    reader.problem('a', 'is bad');
    reader.problem('b', 'is worse');
    expect(() => assertNoProblems(reader)).toThrow(
      expect.objectContaining({
        code: 'invalid-inputs',
        message: 'The inputs are not usable:\n- `a` is bad\n- `b` is worse',
        remedy: expect.stringContaining('Nothing was created'),
      }),
    );
  });
});
