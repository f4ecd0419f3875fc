import { ActionError } from '../../errors.ts';
import type { ItemReason, ReasonCode } from '../../secrets/item-failure.ts';
import { oneLine } from '../one-line.ts';

/** A secret that failed, and why. */
export type ItemFailed = { readonly name: string; readonly reason: ItemReason };

/** What the user can do about each kind of reason. */
export const ADVICE: Readonly<Record<ReasonCode, string>> = {
  'access-denied':
    'Give the role the permission that AWS names, on these secrets (docs/permissions.md, “Secret sync”). Check that the policy’s prefix matches `name`.',
  'kms-key':
    'Check the KMS key of these secrets: it must be enabled, and the role needs permission to encrypt and decrypt with it.',
  'limit-exceeded':
    'Check the limit that AWS names. AWS keeps about 100 versions of a secret in 24 hours: compare the plans of two runs to see whether each run writes the secret.',
  'aws-unavailable':
    'AWS throttled the calls, had an internal error, or could not be reached. Check the network of the runner, and wait some minutes.',
  'aws-refused': 'Correct what AWS reports.',
  'value-missing': 'AWS did not return a value that exists. Wait a minute.',
  foreign: 'Look at the existing secret. To take it over, set `adopt`; otherwise choose another `name`.',
  'managed-elsewhere':
    'Choose another `name`, or exclude the key: rotation, an AWS service or another region writes this secret.',
  'scheduled-for-deletion':
    'Restore the secret by hand, or wait until AWS has deleted it. With `on-deleted: restore` the sync restores its own secrets.',
  conflict: 'Give the workflow a `concurrency:` group, so that two runs do not write the same secrets.',
  replication:
    'Check the region: a secret of the same name may exist there, or the KMS key may not. The next run tries again.',
  'too-large': 'Make the JSON smaller: set `unknown-keys: remove`, or use `map` to move keys to another secret.',
  'too-many-tags': 'Set fewer `tags`, or remove tags from the secret.',
  'prune-limit': 'Check that this job received all secrets. If it did, raise `prune-limit` for one run.',
  'not-after-failure': 'The next run without a failure deletes what this run was to delete.',
  'empty-value': 'Give the secret a value in GitHub, or exclude the key.',
  'step-failed': 'Correct what the error behind the name reports.',
  unexpected:
    'Correct what the message behind the name reports. If it names nothing to correct, report it with the log of this job.',
};

/** More reasons than these are only counted. */
const MAX_REASONS = 50;
/** More secrets with the same reason than these are only counted. */
const MAX_NAMES = 10;

/**
 * The error of a sync in which secrets failed: one line for all secrets with the same reason, and one line of advice for each kind of
 * reason.
 * @param heading the start of the message
 * @param total the number of secrets, those that did not fail included
 */
export function syncIncomplete(heading: string, failed: readonly ItemFailed[], total: number): ActionError {
  const groups = [...Map.groupBy(failed, ({ reason }) => sameness(reason)).values()];
  const lines = groups.slice(0, MAX_REASONS).map((group) => `- ${namesOf(group)}: ${sentenceOf(group)}`);
  const more = groups.length > MAX_REASONS ? [`- and ${groups.length - MAX_REASONS} more reasons`] : [];
  const codes = new Set(failed.map(({ reason }) => reason.code));
  const advice = Object.entries(ADVICE).filter(([code]) => codes.has(code as ReasonCode));
  return new ActionError(
    'sync-incomplete',
    [`${heading}: ${failed.length} of ${total} secrets:`, ...lines, ...more].join('\n'),
    {
      remedy: [
        ...advice.map(([, sentence]) => sentence),
        'Then run the job again. It does not write again what is written already.',
      ].join('\n'),
    },
  );
}

/** Equal for two secrets that failed for the same reason. */
function sameness({ code, sentence, call }: ItemReason): string {
  return JSON.stringify([code, call ?? sentence]);
}

function sentenceOf(group: readonly ItemFailed[]): string {
  const [first, second] = group.map(({ reason }) => reason);
  const sentence = second === undefined ? first?.sentence : (first?.call?.general ?? first?.sentence);
  return oneLine(sentence ?? '');
}

function namesOf(group: readonly ItemFailed[]): string {
  const shown = group.slice(0, MAX_NAMES).map(({ name }) => name);
  const more = group.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
