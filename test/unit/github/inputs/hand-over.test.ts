import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problems, read } from '../../../support/fakes/main-inputs.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

const readNames = (given: Record<string, string>) => read(given).handOver;

describe('the names exported to', () => {
  it('may be others, by lines', () => {
    const { exportedNames } = readNames({
      'env-names': 'access-key-id=MY_KEY\nsecret-access-key = _MY_SECRET\nregion=R1',
    });
    expect(exportedNames).toEqual({
      accessKeyId: 'MY_KEY',
      secretAccessKey: '_MY_SECRET',
      sessionToken: 'AWS_SESSION_TOKEN',
      region: 'R1',
      defaultRegion: 'AWS_DEFAULT_REGION',
    });
  });

  it('are none where nothing is to be exported', () => {
    expect(readNames({ 'output-env-credentials': 'false' }).exportedNames).toBeUndefined();
  });

  it.each(['key=X', 'access-key-id', 'access-key-id=', '=X', 'constructor=X', 'access-key-id=A B', 'ACCESS-KEY-ID=X'])(
    'are told of where the line is none: %s',
    (line) => {
      expect(problems({ 'env-names': line })).toEqual([expect.stringContaining(`has the line "${line}"`)]);
    },
  );

  it.each([
    'GITHUB_TOKEN',
    'RUNNER_TEMP',
    'INPUT_X',
    'STATE_x',
    'NODE_OPTIONS',
    'node_options',
    'PATH',
    'Path',
    'CI',
    '1X',
    'A-B',
    'A=B',
  ])('cannot be the runner’s own or no name at all: %s', (name) => {
    expect(problems({ 'env-names': `access-key-id=${name}` })).toEqual([
      expect.stringContaining(`cannot export to "${name}"`),
    ]);
  });

  it.each(['access-key-id=X\nregion=X', 'access-key-id=AWS_REGION'])('may not be one for two values: %j', (lines) => {
    expect(problems({ 'env-names': lines })).toEqual(['`env-names` gives two values the same variable']);
  });

  it('may not be that of the lease id, which is always exported', () => {
    expect(problems({ 'env-names': 'access-key-id=AWS_EPHEMERAL_LEASE_ID' })).toHaveLength(1);
  });

  it('may not be given twice for one thing', () => {
    expect(problems({ 'env-names': 'access-key-id=A\naccess-key-id=B' })).toHaveLength(1);
  });
});

describe('a variable that JavaScript has a meaning of its own for', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('cannot be exported to: %s', (name) => {
    expect(problems({ 'env-names': `access-key-id=${name}` })).toEqual([
      expect.stringMatching(/^`env-names` cannot export to/),
    ]);
  });
});

describe('a profile whose name AWS’s tools would not read as it is written', () => {
  it.each(['"ci"', "'ci'", '""', 'DEFAULT', '__proto__'])('is a problem: %s', (name) => {
    const files = { AWS_SHARED_CREDENTIALS_FILE: `${runner.folder}/c`, AWS_CONFIG_FILE: `${runner.folder}/d` };
    expect(problems({ 'aws-profile': name }, files)).toEqual([expect.stringMatching(/^`aws-profile` must/)]);
  });
});
