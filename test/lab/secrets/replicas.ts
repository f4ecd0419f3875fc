import type { Answer, Call } from '../wire/call.ts';
import { jsonAnswer } from '../wire/call.ts';
import type { OwnReplica, Secret } from './entry.ts';
import { NOT_FOUND } from './rules-parts.ts';
import { REGION, type SecretsStore } from './secrets.ts';

/** A member of AddReplicaRegions. */
export type WantedReplica = { Region: string; KmsKeyId?: string };

/** The replicas that moto creates: the others fail, as the test has set. */
export function thatSucceed(store: SecretsStore, wanted: readonly WantedReplica[]): WantedReplica[] {
  return wanted.filter(({ Region }) => store.settings.replicaFailures[Region] === undefined);
}

/** Records when the replicas were requested, and how they will end. */
export function noteReplicas(store: SecretsStore, arn: string, wanted: readonly WantedReplica[]): void {
  const replicas = store.replicas.get(arn) ?? new Map<string, OwnReplica>();
  const askedAt = performance.now();
  for (const { Region, KmsKeyId } of wanted)
    replicas.set(Region, { askedAt, failure: store.settings.replicaFailures[Region], kmsKeyId: KmsKeyId });
  store.replicas.set(arn, replicas);
}

async function statusAnswer(store: SecretsStore, region: string, arn: string): Promise<Answer> {
  const secret = await store.describe(region, arn);
  return jsonAnswer({ ARN: arn, ReplicationStatus: secret?.ReplicationStatus ?? [] });
}

async function primaryOf(call: Call, store: SecretsStore): Promise<Secret> {
  const secret = await store.target(call);
  if (!secret) throw new Error(NOT_FOUND.message);
  return secret;
}

/** Answers ReplicateSecretToRegions. A failed replica starts again; moto then has two, and the last one counts. */
export async function replicate(call: Call, store: SecretsStore, payload: Record<string, unknown>): Promise<Answer> {
  const { ARN } = await primaryOf(call, store);
  const region = call.region ?? REGION;
  const wanted = (payload.AddReplicaRegions ?? []) as WantedReplica[];
  const AddReplicaRegions = thatSucceed(store, wanted);
  const answer = await store.ask(region, call.action, { ...payload, AddReplicaRegions });
  if (answer.status >= 400) return answer;
  noteReplicas(store, ARN, wanted);
  return statusAnswer(store, region, ARN);
}

/** Answers RemoveRegionsFromReplication. */
export async function removeReplicas(
  call: Call,
  store: SecretsStore,
  payload: Record<string, unknown>,
): Promise<Answer> {
  const { ARN } = await primaryOf(call, store);
  const region = call.region ?? REGION;
  const answer = await store.ask(region, call.action, payload);
  if (answer.status >= 400) return answer;
  for (const each of (payload.RemoveReplicaRegions ?? []) as string[]) store.replicas.get(ARN)?.delete(each);
  return statusAnswer(store, region, ARN);
}
