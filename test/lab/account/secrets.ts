import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import type { Secret } from '../secrets/entry.ts';
import type { Wire } from '../wire/wire.ts';

/** Everything about one secret. */
export type SecretDescription = {
  arn: string;
  /** SecretString of the current version; nothing when there is none, when it is binary or marked for deletion. */
  value: string | undefined;
  tags: Record<string, string>;
  description: string | undefined;
  /** Nothing: the default key, aws/secretsmanager. */
  kmsKeyId: string | undefined;
  /** The version labelled AWSCURRENT. */
  versionId: string | undefined;
  /** Every version ever made, unlabelled ones too, oldest first. */
  versionIds: string[];
  /** Marked for deletion. */
  deleted: boolean;
  deletedDate: Date | undefined;
  rotationEnabled: boolean;
  owningService: string | undefined;
  primaryRegion: string | undefined;
  /** `InProgress`, `InSync` or `Failed`, by region. */
  replicas: Record<string, string>;
};

async function currentValue(client: SecretsManagerClient, secret: Secret): Promise<string | undefined> {
  const stages = Object.values(secret.VersionIdsToStages ?? {}).flat();
  if (secret.DeletedDate !== undefined || !stages.includes('AWSCURRENT')) return undefined;
  const command = new GetSecretValueCommand({ SecretId: secret.ARN, VersionStage: 'AWSCURRENT' });
  return (await client.send(command)).SecretString;
}

function currentVersion({ VersionIdsToStages: versions = {} }: Secret): string | undefined {
  return Object.keys(versions).find((id) => versions[id]?.includes('AWSCURRENT'));
}

/** All secrets of the client's region by name, as they are now: moto's, with what the wire holds itself. */
export async function describeSecrets(
  client: SecretsManagerClient,
  wire: Wire,
  region: string,
): Promise<Record<string, SecretDescription>> {
  const describe = async (secret: Secret): Promise<[string, SecretDescription]> => {
    const { DeletedDate: deleted, ReplicationStatus: replicas = [] } = secret;
    return [
      secret.Name,
      {
        arn: secret.ARN,
        value: await currentValue(client, secret),
        tags: Object.fromEntries((secret.Tags ?? []).map(({ Key, Value }) => [Key, Value])),
        description: secret.Description,
        kmsKeyId: secret.KmsKeyId,
        versionId: currentVersion(secret),
        versionIds: await wire.secrets.createdVersions(secret.ARN, region),
        deleted: deleted !== undefined,
        deletedDate: deleted === undefined ? undefined : new Date(deleted * 1000),
        rotationEnabled: secret.RotationEnabled ?? false,
        owningService: secret.OwningService,
        primaryRegion: secret.PrimaryRegion,
        replicas: Object.fromEntries(replicas.map(({ Region, Status }) => [Region, Status])),
      },
    ];
  };
  return Object.fromEntries(await Promise.all((await wire.secrets.all(region)).map(describe)));
}
