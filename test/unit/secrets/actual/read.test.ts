import { describe, expect, it } from '@jest/globals';
import { actualFrom, describeSecret, maskValue, readSecret, readValue } from '../../../../src/secrets/actual/read.ts';
import { awsError, rejection } from '../../../support/fakes/aws-error.ts';
import { context, fakeSecret, secretArn } from '../../../support/fakes/secrets-manager.ts';

const denied = () => awsError('AccessDeniedException', { message: 'not authorized' });

describe('a description', () => {
  it('says all that a secret is but its value', async () => {
    const app = fakeSecret('app', 'c4n4ry', {
      tags: { a: 'b' },
      description: 'd',
      kmsKeyId: 'alias/x',
      rotating: true,
      owningService: 'rds',
      primaryRegion: 'us-east-1',
      deleted: true,
      replicas: [
        { Region: 'us-west-2', Status: 'Failed', StatusMessage: 'm', KmsKeyId: 'k' },
        { Region: 'eu-west-1', Status: 'InSync' },
      ],
    });
    expect(await describeSecret('app', context({}, { app }).ask)).toEqual({
      name: 'app',
      arn: secretArn('app'),
      tags: { a: 'b' },
      description: 'd',
      kmsKeyId: 'alias/x',
      rotating: true,
      owningService: 'rds',
      primaryRegion: 'us-east-1',
      deleted: true,
      replicas: [
        { region: 'us-west-2', kmsKeyId: 'k', status: 'Failed', message: 'm' },
        { region: 'eu-west-1', kmsKeyId: undefined, status: 'InSync', message: '' },
      ],
      versionId: 'v1',
      value: { kind: 'none' },
    });
  });

  it('knows no version where there is none', async () => {
    const { ask } = context({}, { app: fakeSecret('app', undefined) });
    expect(await describeSecret('app', ask)).toMatchObject({ versionId: undefined, replicas: [], deleted: false });
  });

  it('of which AWS returns almost nothing is empty, and no crash', async () => {
    const { ask } = context({ DescribeSecret: () => ({ Tags: [{}], ReplicationStatus: [{}] }) });
    expect(await describeSecret('app', ask)).toMatchObject({
      name: '',
      arn: '',
      tags: { '': '' },
      replicas: [{ region: '', status: '', message: '' }],
      versionId: undefined,
    });
    expect(actualFrom({})).toMatchObject({ name: '', description: '', replicas: undefined, deleted: false });
    expect(actualFrom({}).tags).toEqual({});
  });

  it('is none where there is no secret, and an error where AWS does not say', async () => {
    expect(await describeSecret('app', context().ask)).toBeUndefined();
    const { ask } = context({
      DescribeSecret() {
        throw denied();
      },
    });
    expect(await rejection(describeSecret('app', ask))).toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('a value', () => {
  it('is read as it stands, and not masked before it is known who owns it', async () => {
    const { ask, masks } = context({}, { app: fakeSecret('app', 'c4n4ry') });
    expect(await readValue('app', ask)).toEqual({ versionId: 'v1', value: { kind: 'text', text: 'c4n4ry' } });
    expect(masks).toEqual([]);
  });

  it('that is a JSON object is masked string by string, not as a whole', () => {
    const masks: string[] = [];
    const text = '{\n"a":"first","b":["second"," "],"c":3333,"d":""\n}';
    maskValue({ kind: 'text', text }, (secret) => masks.push(secret));
    expect(masks).toEqual(['first', 'second']);
  });

  it.each([
    { kind: 'binary' },
    { kind: 'none' },
    { kind: 'unread', because: { code: 'access-denied', sentence: 'AccessDenied' } },
  ] as const)('that is no text is not masked: %j', (value) => {
    const masks: string[] = [];
    maskValue(value, (secret) => masks.push(secret));
    expect(masks).toEqual([]);
  });

  it.each([
    [' \n', false],
    ['', false],
    ['abc', false],
    [' abc ', false],
    ['abcd', true],
    ['{"a":"abc"}', false],
  ])('that is %j is masked: %s; a very short mask would hide much of the log', (text, masked) => {
    const masks: string[] = [];
    maskValue({ kind: 'text', text }, (secret) => masks.push(secret));
    expect(masks).toEqual(masked ? [text] : []);
  });

  it('of bytes has no text', async () => {
    const { ask, masks } = context({}, { app: fakeSecret('app', 'x', { versions: new Map([['v1', undefined]]) }) });
    expect(await readValue('app', ask)).toEqual({ versionId: 'v1', value: { kind: 'binary' } });
    expect(masks).toEqual([]);
  });

  it.each([
    ['there is no secret', {}],
    ['it has no version', { app: fakeSecret('app', undefined) }],
    ['it is scheduled for deletion', { app: fakeSecret('app', 'x', { deleted: true }) }],
  ])('is none where %s', async (_, has) => {
    expect(await readValue('app', context({}, has).ask)).toEqual({ versionId: undefined, value: { kind: 'none' } });
  });

  it('that must not be read is unread, with the reason', async () => {
    const { ask } = context({
      GetSecretValue() {
        throw denied();
      },
    });
    expect(await readValue('app', ask)).toEqual({
      versionId: undefined,
      value: {
        kind: 'unread',
        because: {
          code: 'access-denied',
          sentence: 'reading its value failed: AccessDenied: not authorized',
          call: {
            action: 'GetSecretValue',
            awsCode: 'AccessDenied',
            general: 'reading its value failed: AccessDenied: not authorized',
          },
        },
      },
    });
  });

  it('that the step’s end kept from being read ends with the end’s reason', async () => {
    const reason = new Error('stopped');
    const { ask, stop } = context({
      GetSecretValue() {
        stop.abort(reason);
        throw denied();
      },
    });
    expect(await rejection(readValue('app', ask))).toBe(reason);
  });
});

describe('a secret', () => {
  it('is read in two calls', async () => {
    const { ask, names } = context({}, { app: fakeSecret('app', 'x') });
    expect(await readSecret('app', ask)).toMatchObject({
      versionId: 'v1',
      value: { kind: 'text', text: 'x' },
      replicas: [],
    });
    expect(names().sort()).toEqual(['DescribeSecret', 'GetSecretValue']);
  });

  it('that is not there is none', async () => {
    expect(await readSecret('app', context().ask)).toBeUndefined();
  });

  it('that has no version, or is scheduled for deletion, is read once', async () => {
    for (const app of [fakeSecret('app', undefined), fakeSecret('app', 'x', { deleted: true })]) {
      const { ask, names } = context({}, { app });
      expect(await readSecret('app', ask)).toMatchObject({ value: { kind: 'none' } });
      expect(names()).toHaveLength(2);
    }
  });

  it('that was made between the two answers is read again', async () => {
    const { ask, names } = context(
      {
        GetSecretValue(_, nth) {
          if (nth === 1) throw awsError('ResourceNotFoundException');
          return undefined;
        },
      },
      { app: fakeSecret('app', 'x') },
    );
    expect(await readSecret('app', ask)).toMatchObject({ versionId: 'v1', value: { kind: 'text', text: 'x' } });
    expect(names()).toHaveLength(3);
  });

  it('whose value does not come for seconds, though it has a current version, is unread and not empty', async () => {
    const { ask, inputsOf, clock } = context(
      {
        GetSecretValue() {
          throw awsError('ResourceNotFoundException');
        },
      },
      { app: fakeSecret('app', 'x') },
    );
    expect(await readSecret('app', ask)).toMatchObject({
      versionId: 'v1',
      value: { kind: 'unread', because: { code: 'value-missing', sentence: 'AWS does not return its value' } },
    });
    expect(inputsOf('GetSecretValue')).toHaveLength(9);
    expect(clock.slept).toEqual([250, 500, 1_000, 1_000, 1_000, 1_000, 1_000]);
  });

  it('has the version of the value that was read, not of the description', async () => {
    const { ask } = context(
      { GetSecretValue: () => ({ VersionId: 'v2', SecretString: 'y' }) },
      { app: fakeSecret('app', 'x') },
    );
    expect(await readSecret('app', ask)).toMatchObject({ versionId: 'v2', value: { text: 'y' } });
  });
});
