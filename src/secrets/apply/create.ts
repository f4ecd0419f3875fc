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

/** A name is free again some seconds after its secret was deleted for good (reference: secrets.md §0.3). */
const NAME_BACKOFF = { firstMs: 500, maxMs: 4_000 };
const NAME_WAIT_MS = 60_000;

/** Creates a secret. A name that is still being deleted is waited for. @throws ItemFailure */
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
      // Scheduled for deletion: one that can be restored is planned anew, one deleted for good will soon be gone.
      const actual = await step('DescribeSecret', () => describeSecret(change.name, context));
      if (actual !== undefined) return finished(undefined);
      return again((): never => {
        throw stillDeleted('CreateSecret', error);
      });
    }
  };
  return poll(attempt, { backoff: NAME_BACKOFF, withinMs: NAME_WAIT_MS }, context);
}

/** One that was deleted for good cannot be restored, and can be seen for some seconds still. @throws ItemFailure of `refusal` */
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

/** Tags as AWS's calls take them. */
export function awsTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
