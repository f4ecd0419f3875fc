import { IAMClient } from '@aws-sdk/client-iam';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { STSClient } from '@aws-sdk/client-sts';

/** Clients that speak to moto itself: no wire, no log, no faults. For the laboratory's own look-ups and preparations. */
export type MotoClients = {
  /** IAM of one partition (`aws`, `aws-cn`, `aws-us-gov`); moto keeps a separate account for each. */
  iam(partition: string): IAMClient;
  sts(credentials?: Keys): STSClient;
  secretsManager(region: string): SecretsManagerClient;
  destroy(): void;
};

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

/** moto accepts any credentials. */
const ANY_CREDENTIALS: Keys = { accessKeyId: 'laboratory', secretAccessKey: 'laboratory' };

/** The region IAM lives in, per partition (AWS: IAM endpoints and quotas). */
const IAM_REGIONS: Record<string, string> = { 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };

/** The partition a signing region belongs to. */
export function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn';
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** Makes clients on demand and keeps the IAM ones, one per partition. */
export function motoClients(endpoint: string): MotoClients {
  const iams = new Map<string, IAMClient>();
  const made: { destroy(): void }[] = [];
  const remember = <Client extends { destroy(): void }>(client: Client): Client => {
    made.push(client);
    return client;
  };
  return {
    iam: (partition) => {
      const region = IAM_REGIONS[partition] ?? 'us-east-1';
      const client =
        iams.get(region) ?? remember(new IAMClient({ endpoint, region, credentials: ANY_CREDENTIALS, maxAttempts: 2 }));
      iams.set(region, client);
      return client;
    },
    sts: (credentials = ANY_CREDENTIALS) =>
      remember(new STSClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 2 })),
    secretsManager: (region) =>
      remember(new SecretsManagerClient({ endpoint, region, credentials: ANY_CREDENTIALS, maxAttempts: 2 })),
    destroy: () => {
      for (const client of made) client.destroy();
    },
  };
}
