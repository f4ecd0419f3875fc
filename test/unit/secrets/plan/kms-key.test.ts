import { describe, expect, it } from '@jest/globals';
import { isKmsKey, isSameKey } from '../../../../src/secrets/plan/kms-key.ts';
import { secretArn } from '../../../support/fakes/secrets-manager.ts';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const MULTI_REGION_ID = 'mrk-1234abcd12ab34cd56ef1234567890ab';
const PREFIX = 'arn:aws:kms:eu-central-1:123456789012:';

describe('a KMS key', () => {
  it.each([
    ID,
    MULTI_REGION_ID,
    'alias/my_app/key-1',
    'alias/aws/secretsmanager',
    `${PREFIX}key/${ID}`,
    `${PREFIX}key/${MULTI_REGION_ID}`,
    `${PREFIX}alias/app`,
    `arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/${ID}`,
    `arn:aws-cn:kms:cn-north-1:123456789012:alias/app`,
  ])('may be written %s', (text) => {
    expect(isKmsKey(text)).toBe(true);
  });

  it.each([
    '',
    'my-key',
    'alias/',
    'alias/a b',
    `alias/${'a'.repeat(251)}`,
    `${PREFIX}${ID}`,
    `key/${ID}`,
    `arn:aws:kms:eu-central-1:1234:key/${ID}`,
    `arn:aws:iam::123456789012:role/r`,
    `${ID}\n`,
    ` ${ID}`,
  ])('may not be written %j', (text) => {
    expect(isKmsKey(text)).toBe(false);
  });
});

describe('two spellings of a key', () => {
  const arn = secretArn('app');
  it.each([
    [ID, ID],
    [ID, `${PREFIX}key/${ID}`],
    [`${PREFIX}key/${ID}`, ID],
    ['alias/app', `${PREFIX}alias/app`],
    ['alias/aws/secretsmanager', undefined],
    [`${PREFIX}alias/aws/secretsmanager`, undefined],
    ['alias/aws/secretsmanager', 'alias/aws/secretsmanager'],
    [MULTI_REGION_ID, `${PREFIX}key/${MULTI_REGION_ID}`],
  ])('are the same: %s and %s', (desired, actual) => {
    expect(isSameKey(desired, actual, arn)).toBe(true);
  });

  it.each([
    [ID, undefined],
    ['alias/app', undefined],
    ['alias/app', 'alias/other'],
    ['alias/app', ID],
    [ID, `arn:aws:kms:eu-central-1:999999999999:key/${ID}`],
    [ID, `arn:aws:kms:eu-west-1:123456789012:key/${ID}`],
    [`arn:aws-cn:kms:eu-central-1:123456789012:key/${ID}`, ID],
  ])('are not the same: %s and %s', (desired, actual) => {
    expect(isSameKey(desired, actual, arn)).toBe(false);
  });

  it('are compared even where AWS gives no ARN', () => {
    expect(isSameKey(ID, ID, '')).toBe(true);
    expect(isSameKey(ID, undefined, '')).toBe(false);
  });
});
