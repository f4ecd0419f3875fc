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

/** A whole sync as the user asked for it. */
export type SyncSpec = {
  readonly desired: readonly DesiredSecret[];
  readonly policy: SyncPolicy;
  /** `undefined`: what the source has no more stays in AWS. */
  readonly prune: { readonly limit: number; readonly deletion: Deletion } | undefined;
  /** Secrets written at a time. */
  readonly writers: number;
};

/** What a sync would do. */
export type SyncPlan = {
  readonly changes: readonly Change[];
  /** Why nothing is deleted although `prune` is on and something would be; `undefined` otherwise. */
  readonly pruneRefused: ItemReason | undefined;
};

/**
 * Looks at what AWS has and says what would have to be done. Writes nothing.
 * @throws ActionError `sync-failed` when AWS does not let us look; `sync-impossible`, all at once, with what AWS would refuse
 */
export async function planSync(
  spec: SyncSpec,
  context: SecretsContext & { notice: (sentence: string) => void },
): Promise<SyncPlan> {
  const { changes, own } = await survey(spec, context);
  context.lifetime.soft.throwIfAborted();
  const problems = changes.flatMap(({ problem }) => (problem === undefined ? [] : [problem.sentence]));
  const empty = spec.desired.every(isBlank);
  if (spec.prune !== undefined && own === undefined && !empty) {
    problems.push('`prune` needs to list what there is, and the role may not call secretsmanager:ListSecrets');
  }
  if (problems.length > 0) throw impossible(problems);
  const isWanted = new Set(spec.desired.map(({ name }) => name));
  const surplus = (own ?? []).filter((actual) => !isWanted.has(actual.name) && isPrunable(actual, spec.policy));
  // A source without one value is more likely a job that is not given its secrets than a repository that has none left.
  const prunes = spec.prune === undefined || empty ? [] : await surplusOf(surplus, spec, context);
  context.lifetime.soft.throwIfAborted();
  prunes.sort((one, other) => (one.name < other.name ? -1 : 1));
  const pruneRefused = pruneRefusal([...changes, ...prunes], spec);
  const told = prunes.map((each) => (each.action === 'prune' ? { ...each, because: pruneRefused } : each));
  return { changes: [...changes, ...told], pruneRefused };
}

/**
 * What is to be done with each secret of ours that the source has no more. A list lags: it may show what an earlier run has deleted,
 * which must not count towards any limit, so each is asked.
 */
async function surplusOf(
  listed: readonly ActualSecret[],
  { policy }: SyncSpec,
  context: SecretsContext,
): Promise<Change[]> {
  const limit = pLimit(READERS);
  const look = async (actual: ActualSecret): Promise<Change[]> => {
    try {
      const now = await describeSecret(actual.arn, context);
      return now !== undefined && isPrunable(now, policy) ? [pruneOf(now, policy)] : [];
    } catch (error) {
      return [
        {
          ...pruneOf(actual, policy),
          action: 'refuse',
          because: callReason('DescribeSecret', error, 'looking at it'),
          unseen: true,
        },
      ];
    }
  };
  return (await Promise.all(listed.map((actual) => limit(() => look(actual))))).flat();
}

async function survey(
  spec: SyncSpec,
  context: SecretsContext & { notice: (sentence: string) => void },
): Promise<Survey> {
  // Where there is nothing to write there is nothing to look at.
  const look = spec.policy.mode === 'json' || spec.desired.every(isBlank) ? surveyEach : surveyMany;
  try {
    return await look(spec.desired, spec.policy, { ...context, mustList: spec.prune !== undefined });
  } catch (cause) {
    throw unreadable(cause, context);
  }
}

function unreadable(cause: unknown, { lifetime }: SecretsContext): unknown {
  lifetime.soft.throwIfAborted();
  return awsFailure('sync-failed', 'Looking at the secrets', {
    remedy:
      'Nothing was written. Check `aws-region`, the role’s rights, and that the runner reaches Secrets Manager; then run the job again.',
    cause,
  });
}

/** What cannot be done is told before anything is done. */
export function impossible(problems: readonly string[]): ActionError {
  const message = ['The secrets cannot be synced:', ...problems.map((problem) => `- ${problem}`)].join('\n');
  return new ActionError('sync-impossible', message, {
    remedy: 'Correct them all and run the job again. Nothing was written.',
  });
}

/** Why nothing is deleted beside a failure. */
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
