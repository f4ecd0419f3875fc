import { partition as sdkPartition } from '@aws-sdk/core/client';

/** An ARN taken apart; `resource` keeps everything behind the fifth colon. */
export type Arn = {
  readonly text: string;
  readonly partition: string;
  readonly service: string;
  readonly accountId: string;
  readonly resource: string;
};

const ARN = /^arn:(aws[a-z-]*):([a-z0-9-]+):[a-z0-9-]*:(|aws|\d{12}):(\S+)$/;

/** Parses an ARN; `undefined` when the text is none. */
export function parseArn(text: string): Arn | undefined {
  const match = ARN.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', accountId = '', resource = ''] = match;
  return { text, partition, service, accountId, resource };
}

/** The partition (`aws`, `aws-cn`, `aws-us-gov`, …) a region lies in, from the SDK's own endpoint data. */
export function partitionOfRegion(region: string): string {
  return sdkPartition(region).name;
}

/** The audience GitHub's token needs: STS in China wants its own name (AWS: IAM OIDC providers in China). */
export function defaultAudience(partition: string): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/** Where each partition's one IAM control plane is signed for (reference: @aws-sdk/client-iam's endpoint rules). */
const IAM_SIGNING_REGIONS: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
  'aws-eusc': 'eusc-de-east-1',
};

/** The region IAM requests to an endpoint of the user's own are signed for; the SDK knows it for AWS's endpoints only. */
export function iamSigningRegion(region: string): string {
  return IAM_SIGNING_REGIONS[partitionOfRegion(region)] ?? region;
}
