import pLimit from 'p-limit';
import { awsFailure } from '../../aws/failures.ts';
import { ActionError } from '../../errors.ts';
import type { ActualSecret } from '../actual/actual.ts';
import { describeSecret } from '../actual/read.ts';
import { READERS } from '../actual/read-values.ts';
import { type Survey, surveyEach, surveyMany } from '../actual/survey.ts';
import type { SecretsContext } from '../api.ts';
import type { Deletion } from '../apply/prune.ts';
import { type DesiredSecret, isBlank } from '../desired/desired.ts';
import { callReason, type ItemReason } from '../item-failure.ts';
import { type Change, isPrunable, pruneOf, type SyncPolicy } from './change.ts';

/** A whole sync: its secrets and settings. */
export type SyncSpec = {
  readonly desired: readonly DesiredSecret[];
  readonly policy: SyncPolicy;
  /** `undefined`: secrets that are not in the source stay in AWS. */
  readonly prune: { readonly limit: number; readonly deletion: Deletion } | undefined;
  /** How many secrets are written at the same time. */
  readonly writers: number;
};

/** The changes that a sync makes. */
export type SyncPlan = {
  readonly changes: readonly Change[];
  /** Why `prune` deletes nothing although secrets are to be deleted; `undefined` otherwise. */
  readonly pruneRefused: ItemReason | undefined;
};

/**
 * Reads the secrets and plans the changes. Writes nothing.
 * @throws ActionError `sync-failed` if reading fails; `sync-impossible` with everything that AWS would refuse
 */
export async function planSync(
  spec: SyncSpec,
  context: SecretsContext & { notice: (sentence: string) => void },
): Promise<SyncPlan> {
  const { changes, own } = await survey(spec, context);
  context.lifetime.soft.throwIfAborted();
  const problems = changes.flatMap(({ problem }) => (problem === undefined ? [] : [problem.sentence]));
  const nothingDesired = spec.desired.every(isBlank);
  if (spec.prune !== undefined && own === undefined && !nothingDesired) {
    problems.push('`prune` needs the list of secrets, and the role may not call secretsmanager:ListSecrets');
  }
  if (problems.length > 0) throw impossible(problems);
  const desiredNames = new Set(spec.desired.map(({ name }) => name));
  const surplus = (own ?? []).filter((actual) => !desiredNames.has(actual.name) && isPrunable(actual, spec.policy));
  // If no key has a value, the job probably does not get its secrets.
  const prunes = spec.prune === undefined || nothingDesired ? [] : await prunesOf(surplus, spec, context);
  context.lifetime.soft.throwIfAborted();
  prunes.sort((one, other) => (one.name < other.name ? -1 : 1));
  const pruneRefused = pruneRefusal([...changes, ...prunes], spec);
  const explained = prunes.map((each) => (each.action === 'prune' ? { ...each, because: pruneRefused } : each));
  return { changes: [...changes, ...explained], pruneRefused };
}

/**
 * The change for each own secret that is not in the source. A list may still show secrets that an earlier run deleted, which must not
 * count towards `prune-limit`, so each secret is described.
 */
async function prunesOf(
  listed: readonly ActualSecret[],
  { policy }: SyncSpec,
  context: SecretsContext,
): Promise<Change[]> {
  const limit = pLimit(READERS);
  const pruneOne = async (actual: ActualSecret): Promise<Change[]> => {
    try {
      const now = await describeSecret(actual.arn, context);
      return now !== undefined && isPrunable(now, policy) ? [pruneOf(now, policy)] : [];
    } catch (error) {
      return [
        {
          ...pruneOf(actual, policy),
          action: 'refuse',
          because: callReason('DescribeSecret', error, 'reading it'),
          unseen: true,
        },
      ];
    }
  };
  return (await Promise.all(listed.map((actual) => limit(() => pruneOne(actual))))).flat();
}

async function survey(
  spec: SyncSpec,
  context: SecretsContext & { notice: (sentence: string) => void },
): Promise<Survey> {
  // surveyEach makes no call for a secret that has no desired value.
  const read = spec.policy.mode === 'json' || spec.desired.every(isBlank) ? surveyEach : surveyMany;
  try {
    return await read(spec.desired, spec.policy, { ...context, mustList: spec.prune !== undefined });
  } catch (cause) {
    throw unreadable(cause, context);
  }
}

function unreadable(cause: unknown, { lifetime }: SecretsContext): unknown {
  lifetime.soft.throwIfAborted();
  return awsFailure('sync-failed', 'Reading the secrets', {
    remedy:
      'Nothing was written. Check `aws-region`, the role’s permissions, and that the runner reaches Secrets Manager; then run the job again.',
    cause,
  });
}

/** The error of a sync that AWS would refuse. It is thrown before anything is written. */
export function impossible(problems: readonly string[]): ActionError {
  const message = ['The secrets cannot be synced:', ...problems.map((problem) => `- ${problem}`)].join('\n');
  return new ActionError('sync-impossible', message, {
    remedy: 'Correct them all and run the job again. Nothing was written.',
  });
}

/** Why `prune` deletes nothing when another secret failed. */
export const NOT_AFTER_FAILURE: ItemReason = {
  code: 'not-after-failure',
  sentence: 'not deleted, since another secret failed',
};

function pruneRefusal(changes: readonly Change[], spec: SyncSpec): ItemReason | undefined {
  const limit = spec.prune?.limit ?? 0;
  const count = changes.filter(({ action }) => action === 'prune').length;
  if (count > limit) {
    const sentence = `\`prune\` would delete ${count}, and \`prune-limit\` is ${limit}: none is deleted`;
    return { code: 'prune-limit', sentence };
  }
  return count > 0 && changes.some(({ action }) => action === 'refuse') ? NOT_AFTER_FAILURE : undefined;
}
