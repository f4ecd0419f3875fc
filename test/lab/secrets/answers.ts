import { randomUUID } from 'node:crypto';
import type { Answer, Call, Request } from '../wire/call.ts';
import { errorAnswer, jsonAnswer } from '../wire/call.ts';
import { asAwsError } from '../wire/forward.ts';
import type { RuleLab } from '../wire/rules.ts';
import { batchGet } from './batch.ts';
import type { Secret } from './entry.ts';
import { listSecrets } from './list.ts';
import { noteReplicas, removeReplicas, replicate, thatSucceed, type WantedReplica } from './replicas.ts';
import { REGION, type SecretsStore } from './secrets.ts';

type Payload = Record<string, unknown>;
/** A call, with what its answer needs. */
type Work = { call: Call; store: SecretsStore; payload: Payload; region: string; before: Secret | undefined };

const READS = new Set([
  'BatchGetSecretValue',
  'DescribeSecret',
  'GetSecretValue',
  'ListSecrets',
  'ListSecretVersionIds',
]);

/**
 * The name of the queue of a call: calls about one secret, by name or ARN, run one after the other. An ARN's last six characters may be missing, so names and
 * ARNs are cut where such an ending may begin. Two secrets may share a queue, which does no harm.
 */
export function secretTurn({ service, params }: Call): string | undefined {
  const id = params.SecretId ?? params.Name;
  if (service !== 'secretsmanager' || id === undefined) return undefined;
  return `secret ${id.replace(/^arn:.*:secret:/, '').replace(/(-[A-Za-z0-9]{6})+$/, '')}`;
}

/** moto's answer, with AWS's status: 400 for each error of the caller. */
async function pass({ call, store, region }: Work, payload: Payload): Promise<Answer> {
  const answer = asAwsError(call, await store.ask(region, call.action, payload));
  return answer.status >= 400 && answer.status < 500 ? { ...answer, status: 400 } : answer;
}

function corrected(answer: Answer, change: (body: Payload) => Payload): Answer {
  if (answer.status >= 400) return answer;
  return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Payload)) };
}

/** moto reads the version that was written last instead of AWSCURRENT, and has another text for a missing version. */
async function getValue(work: Work): Promise<Answer> {
  const { call, payload } = work;
  const { VersionId, VersionStage } = payload;
  const stage = VersionStage ?? (VersionId === undefined ? 'AWSCURRENT' : undefined);
  const answer = await pass(work, stage === undefined ? payload : { ...payload, VersionStage: stage });
  if (answer.status < 400 || !answer.body.includes('ResourceNotFoundException')) return answer;
  const what = VersionId === undefined ? `staging label: ${stage}` : `VersionId: ${VersionId}`;
  const message = `Secrets Manager can't find the specified secret value for ${what}`;
  return errorAnswer(call, { code: 'ResourceNotFoundException', message });
}

/** A repeated call is answered with the version it made, even if another is current by now. */
async function create(work: Work): Promise<Answer> {
  const { store, payload, region, before } = work;
  const wanted = (payload.AddReplicaRegions ?? []) as WantedReplica[];
  const answer = await pass(work, { ...payload, AddReplicaRegions: thatSucceed(store, wanted) });
  if (answer.status >= 400) return answer;
  const { ReplicationStatus: _moto, ...body } = JSON.parse(answer.body) as Payload & { ARN: string };
  if (!before && wanted.length > 0) noteReplicas(store, body.ARN, wanted);
  if (body.VersionId !== undefined) body.VersionId = payload.ClientRequestToken;
  const { ReplicationStatus } = (await store.describe(region, body.ARN)) ?? {};
  return jsonAnswer({ ...body, ReplicationStatus });
}

/** API_UpdateSecret: the token is that of the new version, and without a value there is no new version. moto keeps the old description when an empty one is given. */
async function update(work: Work): Promise<Answer> {
  const { store, payload, before } = work;
  const hasValue = payload.SecretString !== undefined || payload.SecretBinary !== undefined;
  const token = hasValue ? payload.ClientRequestToken : randomUUID();
  const answer = await pass(work, { ...payload, ClientRequestToken: token });
  if (answer.status >= 400 || !before) return answer;
  if (payload.Description === '') store.withoutDescription.add(before.ARN);
  else if (payload.Description !== undefined) store.withoutDescription.delete(before.ARN);
  return corrected(answer, ({ ARN, Name }) => ({ ARN, Name, ...(hasValue ? { VersionId: token } : {}) }));
}

/** A forced deletion takes a while (recorded on AWS: less than ten seconds): until then the secret is marked for deletion. */
async function remove(work: Work): Promise<Answer> {
  const { store, payload, region, before } = work;
  if (payload.ForceDeleteWithoutRecovery !== true || !before || store.settings.forceDeleteMs <= 0)
    return pass(work, payload);
  const { ARN, Name, DeletedDate } = before;
  if (DeletedDate === undefined) await store.ask(region, 'DeleteSecret', { SecretId: ARN, RecoveryWindowInDays: 7 });
  store.pendingDeletions.push({ region, arn: ARN, since: performance.now(), done: undefined });
  return jsonAnswer({ ARN, Name, DeletionDate: Date.now() / 1000 });
}

/** moto gives the name for the ARN, and deprecated versions whether they are wanted or not. */
async function versionIds(work: Work): Promise<Answer> {
  const deprecatedToo = work.payload.IncludeDeprecated === true;
  return corrected(await pass(work, work.payload), ({ NextToken: _token, ...body }) => ({
    ...body,
    ARN: work.before?.ARN,
    Versions: (body.Versions as { VersionStages: string[] }[]).filter(
      ({ VersionStages }) => deprecatedToo || VersionStages.length > 0,
    ),
  }));
}

function workOn(call: Call, lab: RuleLab, payload: Payload, before: Secret | undefined): Work {
  return { call, store: lab.secrets, payload, region: call.region ?? REGION, before };
}

async function readOne(call: Call, lab: RuleLab): Promise<Answer> {
  return getValue(workOn(call, lab, { ...call.params }, await lab.secrets.target(call)));
}

function answerOf(work: Work, lab: RuleLab): Promise<Answer> {
  const { call, store, payload, before } = work;
  switch (call.action) {
    case 'ListSecrets':
      return listSecrets(call, store);
    case 'BatchGetSecretValue':
      return batchGet(call, lab, readOne);
    case 'DescribeSecret':
      return Promise.resolve(jsonAnswer(before ?? {}));
    case 'GetSecretValue':
      return getValue(work);
    case 'CreateSecret':
      return create(work);
    case 'UpdateSecret':
      return update(work);
    case 'DeleteSecret':
      return remove(work);
    case 'ListSecretVersionIds':
      return versionIds(work);
    case 'ReplicateSecretToRegions':
      return replicate(call, store, payload);
    case 'RemoveRegionsFromReplication':
      return removeReplicas(call, store, payload);
    default:
      return pass(work, payload);
  }
}

/** Answers a call of Secrets Manager that the rules allow, and records what it changed, for lists that lag. */
export async function answerSecrets(call: Call, request: Request, lab: RuleLab): Promise<Answer> {
  const { target, changes } = lab.secrets;
  const before = await target(call);
  const work = workOn(call, lab, JSON.parse(request.body || '{}') as Payload, before);
  const answer = await answerOf(work, lab);
  const name = before?.Name ?? call.params.Name;
  if (answer.status < 400 && !READS.has(call.action) && name !== undefined)
    changes.push({ region: work.region, name, at: performance.now(), before });
  return answer;
}
