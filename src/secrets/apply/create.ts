import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { again, done as finished, type Attempt as PollAttempt, poll } from '../../waiting/poll.ts';
import { describeSecret } from '../actual/read.ts';
import type { SecretsContext } from '../api.ts';
import { callReason, failureOf, ItemFailure, step } from '../item-failure.ts';
import type { Change } from '../plan/change.ts';
import { awsRegions } from './replication.ts';
import { versionToken } from './version.ts';
import type { Attempt, Work } from './work.ts';

/**
 * After a deletion without recovery the name is free again some seconds later
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html, ForceDeleteWithoutRecovery).
 */
const NAME_BACKOFF = { firstMs: 500, maxMs: 4_000 };
const NAME_WAIT_MS = 60_000;

/** Creates a secret. If a secret of that name is still being deleted, waits for that first. @throws ItemFailure */
export async function create(change: Change, { policy, context, done }: Work): Promise<Attempt> {
  const command = new CreateSecretCommand({
    Name: change.name,
    SecretString: change.next,
    ClientRequestToken: versionToken(`${policy.owner}\n${change.name}`, '', 0),
    Tags: awsTags(change.tags),
    ...(policy.description === undefined ? {} : { Description: policy.description }),
    ...(policy.kmsKeyId === undefined ? {} : { KmsKeyId: policy.kmsKeyId }),
    ...(change.replicas.length === 0 ? {} : { AddReplicaRegions: awsRegions(change.replicas) }),
  });
  const attempt = async (): Promise<PollAttempt<Attempt>> => {
    try {
      const { ARN = '', VersionId } = await context.ask(() => context.secretsManager.send(command));
      done.wrote = true;
      return finished({ change, arn: ARN, versionId: VersionId });
    } catch (error) {
      if (isFailure(error, 'ResourceExists')) return finished(undefined);
      if (!isFailure(error, 'InvalidRequest')) throw failureOf('CreateSecret', error);
      // Scheduled for deletion: if it can be restored, it is planned again; if not, its name is free soon.
      const actual = await step('DescribeSecret', () => describeSecret(change.name, context));
      if (actual !== undefined) return finished(undefined);
      return again((): never => {
        throw stillDeleted('CreateSecret', error);
      });
    }
  };
  return poll(attempt, { backoff: NAME_BACKOFF, withinMs: NAME_WAIT_MS }, context);
}

/** Waits until a secret that cannot be restored is deleted, which takes seconds. @throws ItemFailure of `refusal` */
export async function awaitGone(name: string, refusal: unknown, context: SecretsContext): Promise<void> {
  const attempt = async () => {
    const actual = await step('DescribeSecret', () => describeSecret(name, context));
    if (actual === undefined || !actual.deleted) return finished(undefined);
    return again((): undefined => {
      throw stillDeleted('RestoreSecret', refusal);
    });
  };
  await poll<undefined>(attempt, { backoff: NAME_BACKOFF, withinMs: NAME_WAIT_MS }, context);
}

function stillDeleted(action: string, cause: unknown): ItemFailure {
  return new ItemFailure({ ...callReason(action, cause), code: 'scheduled-for-deletion' }, { cause });
}

/** Tags in the form of AWS's calls. */
export function awsTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
