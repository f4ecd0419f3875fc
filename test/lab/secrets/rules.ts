import { checkPermission } from '../iam/permissions.ts';
import type { AwsError, Call } from '../wire/call.ts';
import type { Rule, RuleLab } from '../wire/rules.ts';
import { isReplica, type ReplicaStatus } from './entry.ts';
import { invalidParameter, invalidRequest, json, NOT_FOUND } from './rules-parts.ts';
import { shapeChecks } from './rules-shape.ts';
import { checkTags, checkTagTotal } from './rules-tags.ts';

/** Further permissions of a CreateSecret (API_CreateSecret, “Required permissions”). */
const ALSO_NEEDED: Record<string, string> = { Tags: 'TagResource', AddReplicaRegions: 'ReplicateSecretToRegions' };

function actionsOf(call: Call): string[] {
  const others = Object.entries(ALSO_NEEDED).filter(([member]) => (json<unknown[]>(call, member) ?? []).length > 0);
  return call.action === 'CreateSecret' ? [call.action, ...others.map(([, action]) => action)] : [call.action];
}

/** The test's denials, with IAM's text; actions without a secret (ListSecrets, BatchGetSecretValue) name no resource. */
async function checkDenials(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const id = call.params.SecretId ?? call.params.Name;
  const secret = await lab.secrets.target(call);
  const names = ['*', id, secret?.Name, secret?.ARN];
  const denied = actionsOf(call).find((action) =>
    lab.secrets.denials.some((denial) => denial.action === action && names.includes(denial.name)),
  );
  if (denied === undefined) return undefined;
  const resource = id === undefined ? '' : ` on resource: ${secret?.ARN ?? id}`;
  const action = `secretsmanager:${denied}`;
  const start = `User: ${lab.caller?.identity.arn} is not authorized to perform: ${action}${resource}`;
  return {
    code: 'AccessDeniedException',
    message: `${start} because no identity-based policy allows the ${action} action`,
  };
}

/**
 * An ARN must be whole, or lack its six last characters and not look whole (recorded on AWS: `…-a1b2c3` without them is not
 * found). A replica that is still in progress is not found. A forced deletion ignores all this (recorded on AWS).
 */
async function checkTarget(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  if (call.params.SecretId === undefined || call.params.ForceDeleteWithoutRecovery === 'true') return undefined;
  return (await lab.secrets.target(call)) ? undefined : NOT_FOUND;
}

/** Recorded on AWS: a name is not free as long as a secret of that name is marked for deletion. A replica's is not either (plausible, not verified). */
async function checkNameIsFree(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const secret = await lab.secrets.target(call);
  if (secret?.DeletedDate !== undefined)
    return invalidRequest(
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    );
  return secret && isReplica(secret)
    ? {
        code: 'ResourceExistsException',
        message: `The operation failed because the secret ${secret.Name} already exists.`,
      }
    : undefined;
}

/** The text was recorded on AWS. */
async function checkNotDeleted(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const secret = await lab.secrets.target(call);
  return secret?.DeletedDate === undefined
    ? undefined
    : invalidRequest("You can't perform this operation on the secret because it was marked for deletion.");
}

/** Other emulators' text, not verified on AWS; API_DeleteSecret declares the code for this. */
async function checkNotDeletedTwice(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const secret = await lab.secrets.target(call);
  if (secret?.DeletedDate === undefined || call.params.ForceDeleteWithoutRecovery === 'true') return undefined;
  return invalidRequest(
    "You can't perform this operation on the secret because it was already scheduled for deletion.",
  );
}

/** “Without recovery” also in the seconds in which the secret is still there. Plausible, not verified on AWS. */
async function checkNotPendingDeletion(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const secret = await lab.secrets.target(call);
  const isPending = lab.secrets.pendingDeletions.some(({ arn }) => arn === secret?.ARN);
  return isPending
    ? invalidRequest("You can't perform this operation on the secret because it was deleted.")
    : undefined;
}

/** The id is repeated as the caller gave it (gruntwork-io/cloud-nuke#435). moto does not know the replicas that fail in the wire. */
async function checkNoReplicas(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const replicas = (await lab.secrets.target(call))?.ReplicationStatus ?? [];
  if (replicas.length === 0) return undefined;
  const regions = replicas.map(({ Region }) => Region).join(', ');
  return invalidParameter(
    `You can't delete secret ${call.params.SecretId} that still has replica regions [${regions}].`,
  );
}

/** API_PutSecretValue and others, InvalidRequestException: “managed by another service”. AWS's own text is not verified. */
async function checkNotManaged(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const owner = (await lab.secrets.target(call))?.OwningService;
  return owner === undefined
    ? undefined
    : invalidRequest(
        `You can't modify this secret: it is managed by another service (${owner}), and you must use that service to update it.`,
      );
}

/** A region can be asked for again when its replica failed. Plausible, not verified on AWS. */
async function checkNotReplicatedYet(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const present = (await lab.secrets.target(call))?.ReplicationStatus ?? [];
  const asked = (json<ReplicaStatus[]>(call, 'AddReplicaRegions') ?? []).map(({ Region }) => Region);
  const twice = present.find(({ Region, Status }) => Status !== 'Failed' && asked.includes(Region));
  return twice ? invalidParameter(`The secret is already replicated to the region ${twice.Region}.`) : undefined;
}

const service = 'secretsmanager';
const on = (actions: string, check: Rule['check']): Rule[] =>
  actions.split(' ').map((action) => ({ service, action, check }));

const DEAD_TO =
  'GetSecretValue PutSecretValue UpdateSecret TagResource UntagResource RotateSecret ReplicateSecretToRegions RemoveRegionsFromReplication';

/**
 * What Secrets Manager enforces and moto 5.2.1 does not, or not with AWS's text. Left to moto: who may use a
 * ClientRequestToken again (it follows what was recorded on AWS, getmoto/moto#9741), writing to a replica, a missing value.
 */
export const secretsRules: Rule[] = [
  ...on('*', checkPermission),
  ...on('*', checkDenials),
  ...shapeChecks.map(([action, check]) => ({ service, action, check })),
  ...on('CreateSecret TagResource', checkTags),
  ...on('*', checkTarget),
  ...on('CreateSecret', checkNameIsFree),
  ...on(DEAD_TO, checkNotDeleted),
  ...on('DeleteSecret', checkNotDeletedTwice),
  ...on('RestoreSecret', checkNotPendingDeletion),
  ...on('PutSecretValue UpdateSecret DeleteSecret', checkNotManaged),
  ...on('DeleteSecret', checkNoReplicas),
  ...on('ReplicateSecretToRegions', checkNotReplicatedYet),
  ...on('TagResource', checkTagTotal),
];
