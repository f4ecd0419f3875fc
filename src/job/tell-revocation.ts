import type { ClientContext } from '../aws/calls.ts';
import { callerIdentityProbe, iamClient } from '../aws/clients.ts';
import { explain } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import { summariseRevocation } from '../github/reports/summary.ts';
import type { Step } from '../github/step.ts';
import type { Principal } from '../identity/identity.ts';
import type { LeaseRecord } from '../lease/lease.ts';
import { manualCleanupCommands } from '../lease/manual-cleanup.ts';
import type { Revocation, RevokeDependencies } from '../lease/revocation.ts';

/** STS looks at a key's id before its signature, so a made-up secret serves to ask whether the key is known. */
const NO_SECRET = 'not-the-secret';

/** What revoking takes, the proof of the key's death included. */
export async function revokeDependencies(manager: Principal, context: ClientContext): Promise<RevokeDependencies> {
  return {
    ...context,
    iam: await iamClient(context, manager.credentials),
    probe: (accessKeyId) => callerIdentityProbe(context, { accessKeyId, secretAccessKey: NO_SECRET }),
  };
}

/** Warns of what a deleted user has left behind: nothing else would ever find it. */
export function warnLeftovers(userName: string, failures: readonly string[], log: Step['log']): void {
  if (failures.length === 0) return;
  log.warning(`IAM user ${userName} is deleted; what somebody had added to it is not: ${failures.join('; ')}.`);
}

/** Tells what was deleted, and the proof. */
export async function tellRevocation(revocation: Revocation, record: LeaseRecord, step: Step): Promise<void> {
  const { userName, outcome, removed, failures, proof } = revocation;
  if (outcome === 'already-gone') step.log.info(`IAM user ${userName} was gone already.`);
  if (outcome === 'deleted')
    step.log.info(`IAM user ${userName} is deleted, with ${removed.join(', ') || 'nothing on it'}.`);
  if (outcome === 'deleted') warnLeftovers(userName, failures, step.log);
  if (proof === 'dead') step.log.info('Proof: STS no longer knows its access key (InvalidClientTokenId).');
  if (proof === 'alive' || proof === 'unknown') {
    step.log.notice(
      `The access key of ${userName} is deleted, but 10 s later STS ${proof === 'alive' ? 'still knew it' : 'gave no clear answer about it'}. AWS forgets it within seconds. Its policies are gone; a server that still knows those knows its guard too, which ends it at ${revocation.endsAt ?? record.expiresAt}.`,
    );
  }
  await summariseRevocation(revocation);
}

/** Whatever went wrong, and what to do about it, in one line. */
export function describeError(error: unknown): string {
  return error instanceof ActionError ? `${error.message} (${error.remedy})` : explain(error);
}

type Left = Pick<Revocation, 'failures' | 'guard' | 'rareLeft' | 'endsAt'>;

/** Nothing was taken from it. */
export function untouched(record: LeaseRecord) {
  return { guard: record.progress === 'issued' ? 'on' : 'unknown', rareLeft: false, endsAt: undefined } as const;
}

function guardSentence({ guard, endsAt }: Left, record: LeaseRecord): string {
  switch (guard) {
    case 'on':
      return `Its guard denies it everything from ${endsAt ?? `${record.expiresAt} (later, if it was renewed)`} on.`;
    case 'off':
      return 'Its access keys, policies and groups are gone, and so is its guard.';
    case 'unknown':
      return 'It may have no guard, since main did not finish it. Delete it soon.';
  }
}

/** A user that may be left, with the commands that finish by hand. */
export function revokeIncomplete(record: LeaseRecord, left: Left, cause?: unknown): ActionError {
  const message = [
    `IAM user ${record.userName} could not be deleted and may be left, at path ${record.path}:`,
    ...left.failures.map((failure) => `- ${failure}`),
    guardSentence(left, record),
  ].join('\n');
  const commands = manualCleanupCommands(record.userName, { rare: left.rareLeft });
  return new ActionError('revoke-incomplete', message, {
    remedy: ['Finish by hand, with credentials that may:', ...commands].join('\n'),
    cause,
  });
}
