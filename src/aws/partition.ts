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

type Partition = { readonly name: string; readonly regions: RegExp; readonly iamSigningRegion: string };

/**
 * The partitions, by the names of their regions, and the region for which IAM's requests are signed there. These are the SDK's own
 * rules (https://github.com/aws/aws-sdk-js-v3/blob/main/clients/client-iam/src/endpoint/bdd.ts); loading those costs more time.
 */
const PARTITIONS: readonly Partition[] = [
  { name: 'aws-cn', regions: /^cn-/, iamSigningRegion: 'cn-north-1' },
  { name: 'aws-us-gov', regions: /^us-gov-/, iamSigningRegion: 'us-gov-west-1' },
  { name: 'aws-iso', regions: /^us-iso-/, iamSigningRegion: 'us-iso-east-1' },
  { name: 'aws-iso-b', regions: /^us-isob-/, iamSigningRegion: 'us-isob-east-1' },
  { name: 'aws-iso-e', regions: /^eu-isoe-/, iamSigningRegion: 'eu-isoe-west-1' },
  { name: 'aws-iso-f', regions: /^us-isof-/, iamSigningRegion: 'us-isof-south-1' },
  { name: 'aws-eusc', regions: /^eusc-/, iamSigningRegion: 'eusc-de-east-1' },
  { name: 'aws', regions: /^/, iamSigningRegion: 'us-east-1' },
];

function partitionOf(region: string): Partition | undefined {
  return PARTITIONS.find(({ regions }) => regions.test(region));
}

/** The partition (`aws`, `aws-cn`, `aws-us-gov`, …) a region lies in. */
export function partitionOfRegion(region: string): string {
  return partitionOf(region)?.name ?? 'aws';
}

/** The audience GitHub's token needs: STS in China wants its own name (AWS: IAM OIDC providers in China). */
export function defaultAudience(partition: string): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/** The region IAM requests to an endpoint of the user's own are signed for; the SDK knows it for AWS's endpoints only. */
export function iamSigningRegion(region: string): string {
  return partitionOf(region)?.iamSigningRegion ?? region;
}
