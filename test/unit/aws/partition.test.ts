import { describe, expect, it } from '@jest/globals';
import { defaultAudience, iamSigningRegion, parseArn, partitionOfRegion } from '../../../src/aws/partition.ts';

describe('a region', () => {
  it.each([
    ['us-east-1', 'aws', 'us-east-1'],
    ['us-west-2', 'aws', 'us-east-1'],
    ['eu-central-1', 'aws', 'us-east-1'],
    ['ap-southeast-7', 'aws', 'us-east-1'],
    ['sa-east-1', 'aws', 'us-east-1'],
    ['ca-west-1', 'aws', 'us-east-1'],
    ['me-central-1', 'aws', 'us-east-1'],
    ['af-south-1', 'aws', 'us-east-1'],
    ['il-central-1', 'aws', 'us-east-1'],
    ['mx-central-1', 'aws', 'us-east-1'],
    ['cn-north-1', 'aws-cn', 'cn-north-1'],
    ['cn-northwest-1', 'aws-cn', 'cn-north-1'],
    ['us-gov-west-1', 'aws-us-gov', 'us-gov-west-1'],
    ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
    ['us-iso-east-1', 'aws-iso', 'us-iso-east-1'],
    ['us-iso-west-1', 'aws-iso', 'us-iso-east-1'],
    ['us-isob-east-1', 'aws-iso-b', 'us-isob-east-1'],
    ['us-isob-west-1', 'aws-iso-b', 'us-isob-east-1'],
    ['eu-isoe-west-1', 'aws-iso-e', 'eu-isoe-west-1'],
    ['us-isof-south-1', 'aws-iso-f', 'us-isof-south-1'],
    ['us-isof-east-1', 'aws-iso-f', 'us-isof-south-1'],
    ['eusc-de-east-1', 'aws-eusc', 'eusc-de-east-1'],
    ['', 'aws', 'us-east-1'],
  ])('%s lies in %s, where IAM is signed for %s', (region, partition, signing) => {
    expect(partitionOfRegion(region)).toBe(partition);
    expect(iamSigningRegion(region)).toBe(signing);
  });
});

describe('the audience of a token', () => {
  it.each([
    ['aws', 'sts.amazonaws.com'],
    ['aws-us-gov', 'sts.amazonaws.com'],
    ['aws-cn', 'sts.amazonaws.com.cn'],
  ])('in %s is %s', (partition, audience) => {
    expect(defaultAudience(partition)).toBe(audience);
  });
});

describe('an ARN', () => {
  it.each([
    ['arn:aws:iam::123456789012:role/path/name', 'aws', 'iam', '123456789012', 'role/path/name'],
    ['arn:aws-us-gov:iam::123456789012:role/r', 'aws-us-gov', 'iam', '123456789012', 'role/r'],
    ['arn:aws-cn:iam::aws:policy/ReadOnlyAccess', 'aws-cn', 'iam', 'aws', 'policy/ReadOnlyAccess'],
    ['arn:aws:sts::123456789012:assumed-role/r/s', 'aws', 'sts', '123456789012', 'assumed-role/r/s'],
    ['arn:aws:s3:::bucket/a:b', 'aws', 's3', '', 'bucket/a:b'],
    ['arn:aws:kms:eu-central-1:123456789012:key/k', 'aws', 'kms', '123456789012', 'key/k'],
  ])('is taken apart: %s', (text, partition, service, accountId, resource) => {
    expect(parseArn(text)).toEqual({ text, partition, service, accountId, resource });
  });

  it.each([
    '',
    'role',
    'arn:aws:iam',
    'arn:aws:iam::12345:role/r',
    'arn:aws:iam::123456789012:',
    'arn:gcp:iam::123456789012:role/r',
    'arn:aws:iam::123456789012:role/r x',
    'arn:aws:iam::123456789012:role/r\n',
  ])('is not made of "%s"', (text) => {
    expect(parseArn(text)).toBeUndefined();
  });
});
