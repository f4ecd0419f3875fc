/** A replica in DescribeSecret's ReplicationStatus. */
export type ReplicaStatus = { Region: string; KmsKeyId: string; Status: string; StatusMessage?: string };

/** A secret in the answers of DescribeSecret and ListSecrets; dates are seconds since 1970. */
export type Secret = {
  ARN: string;
  Name: string;
  Description?: string;
  KmsKeyId?: string;
  Tags?: { Key: string; Value: string }[];
  CreatedDate?: number;
  LastChangedDate?: number;
  DeletedDate?: number;
  RotationEnabled?: boolean;
  OwningService?: string;
  PrimaryRegion?: string;
  ReplicationStatus?: ReplicaStatus[];
  VersionIdsToStages?: Record<string, string[]>;
};

/** What the wire knows about a replica and moto does not; `askedAt` is `performance.now()`. */
export type OwnReplica = { askedAt: number; failure: string | undefined; kmsKeyId: string | undefined };

/** What the wire knows about secrets in addition to moto, by ARN. */
export type SecretExtras = {
  rotating: Set<string>;
  /** Secrets whose description was emptied: moto cannot do that. */
  withoutDescription: Set<string>;
  /** By ARN of the primary, then by region of the replica. */
  replicas: Map<string, Map<string, OwnReplica>>;
  settings: { replicationMs: number };
};

/** User guide, “Replicate secrets”: the replica's key unless another is given. */
const DEFAULT_KEY = 'alias/aws/secretsmanager';
/** API_ReplicationStatusType, “StatusMessage”. */
const NAME_TAKEN = 'Secret with this name already exists in this region';

function isArriving(own: OwnReplica | undefined, { settings }: SecretExtras): boolean {
  return own !== undefined && performance.now() < own.askedAt + settings.replicationMs;
}

type Known = { moto: ReplicaStatus | undefined; own: OwnReplica | undefined };

function statusOf(Region: string, { moto, own }: Known, extras: SecretExtras): ReplicaStatus {
  const KmsKeyId = own?.kmsKeyId ?? moto?.KmsKeyId ?? DEFAULT_KEY;
  if (isArriving(own, extras)) return { Region, KmsKeyId, Status: 'InProgress' };
  const failure = own?.failure ?? (moto?.Status === 'Failed' ? NAME_TAKEN : undefined);
  if (failure !== undefined) return { Region, KmsKeyId, Status: 'Failed', StatusMessage: failure };
  return { Region, KmsKeyId, Status: 'InSync', StatusMessage: 'Replication succeeded' };
}

function replicaStatuses(secret: Secret, extras: SecretExtras): ReplicaStatus[] {
  const own = extras.replicas.get(secret.ARN) ?? new Map<string, OwnReplica>();
  const moto = new Map((secret.ReplicationStatus ?? []).map((status) => [status.Region, status]));
  const regions = [...new Set([...moto.keys(), ...own.keys()])];
  return regions.map((region) => statusOf(region, { moto: moto.get(region), own: own.get(region) }, extras));
}

function regionOf(arn: string): string {
  return arn.split(':')[3] ?? '';
}

/** True for a replica of a primary secret in another region. */
export function isReplica(secret: Secret): boolean {
  return secret.PrimaryRegion !== undefined && secret.PrimaryRegion !== regionOf(secret.ARN);
}

/** True while a replica is not yet known in its own region. */
function isOnItsWay(secret: Secret, extras: SecretExtras): boolean {
  const here = regionOf(secret.ARN);
  const primary = secret.ARN.replace(`:${here}:`, `:${secret.PrimaryRegion}:`);
  return isArriving(extras.replicas.get(primary)?.get(here), extras);
}

/**
 * moto's description as AWS gives it: no nulls (a member without a value is left out), no versions without a label (they are
 * “deprecated”), PrimaryRegion for primaries that have replicas too (seen on AWS: rebuy-de/aws-nuke#1127), and what the wire
 * keeps itself. Undefined for a replica that has not arrived.
 */
export function asAwsDescription(raw: Record<string, unknown>, extras: SecretExtras): Secret | undefined {
  const known = Object.entries(raw).filter(([name, value]) => value !== null && name !== 'SecretVersionsToStages');
  const {
    ReplicationStatus: _moto,
    VersionIdsToStages: versions = {},
    ...secret
  } = Object.fromEntries(known) as Secret;
  const labelled = Object.entries(versions).filter(([, stages]) => stages.length > 0);
  const result: Secret = { ...secret, VersionIdsToStages: Object.fromEntries(labelled) };
  if (labelled.length === 0) delete result.VersionIdsToStages;
  if (result.Description === '' || extras.withoutDescription.has(result.ARN)) delete result.Description;
  if (extras.rotating.has(result.ARN)) result.RotationEnabled = true;
  if (isReplica(result)) return isOnItsWay(result, extras) ? undefined : result;
  const replicas = replicaStatuses(raw as Secret, extras);
  return replicas.length === 0
    ? result
    : { ...result, PrimaryRegion: regionOf(result.ARN), ReplicationStatus: replicas };
}
