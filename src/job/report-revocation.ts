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

/** STS checks a key's id before the signature, so any secret will do to ask whether it knows the key. */
const NO_SECRET = 'not-the-secret';

/** What `revokeUser` needs, with the proof that the keys are deleted. */
export async function revokeDependencies(manager: Principal, context: ClientContext): Promise<RevokeDependencies> {
  return {
    ...context,
    iam: await iamClient(context, manager.credentials),
    denyFirst: true,
    probe: (accessKeyId) => callerIdentityProbe(context, { accessKeyId, secretAccessKey: NO_SECRET }),
  };
}

/** Warns of what still exists after its user was deleted, because no later run can find it. */
export function warnLeftovers(userName: string, failures: readonly string[], log: Step['log']): void {
  if (failures.length === 0) return;
  log.warning(
    `IAM user ${userName} is deleted, but something that others attached to it is not: ${failures.join('; ')}.`,
  );
}

/** Logs what was deleted and whether the key is proven to be deleted, and adds both to the job summary. */
export async function reportRevocation(revocation: Revocation, record: LeaseRecord, step: Step): Promise<void> {
  const { userName, outcome, removed, failures, proof } = revocation;
  if (outcome === 'already-gone') step.log.info(`IAM user ${userName} was gone already.`);
  if (outcome === 'deleted')
    step.log.info(`IAM user ${userName} is deleted, with ${removed.join(', ') || 'nothing attached to it'}.`);
  if (outcome === 'deleted') warnLeftovers(userName, failures, step.log);
  if (proof === 'dead') step.log.info('Proof: STS no longer knows its access key (InvalidClientTokenId).');
  if (proof === 'alive' || proof === 'unknown') {
    step.log.notice(
      `The access key of ${userName} is deleted, but 10 s later STS ${proof === 'alive' ? 'still knew it' : 'gave no clear answer about it'}. This usually takes a few seconds more. Its policies are deleted; a server that still knows them also knows its guard, which denies every call from ${revocation.endsAt ?? record.expiresAt} on.`,
    );
  }
  await summariseRevocation(revocation);
}

/** An error in one line: what failed and, for an error of ours, what to do next. */
export function describeError(error: unknown): string {
  return error instanceof ActionError ? `${error.message} (${error.remedy})` : explain(error);
}

type Remaining = Pick<Revocation, 'failures' | 'guard' | 'rareLeft' | 'endsAt'>;

/** The state of a user from which nothing was removed. */
export function untouched(record: LeaseRecord) {
  return { guard: record.progress === 'issued' ? 'on' : 'unknown', rareLeft: false, endsAt: undefined } as const;
}

function guardSentence({ guard, endsAt }: Remaining, record: LeaseRecord): string {
  switch (guard) {
    case 'closed':
      return 'It is denied everything from now on.';
    case 'on':
      return `Its guard denies every call from ${endsAt ?? `${record.expiresAt} (later, if it was renewed)`} on.`;
    case 'off':
      return 'Its access keys, policies, groups and guard are removed.';
    case 'unknown':
      return 'It may have no guard, because main did not finish creating it. Delete it soon.';
  }
}

/** The error for a user that may still exist, with the commands that delete it by hand. */
export function revokeIncomplete(record: LeaseRecord, remaining: Remaining, cause?: unknown): ActionError {
  const message = [
    `IAM user ${record.userName} could not be deleted and may still exist, at path ${record.path}:`,
    ...remaining.failures.map((failure) => `- ${failure}`),
    guardSentence(remaining, record),
  ].join('\n');
  const commands = manualCleanupCommands(record.userName, { rare: remaining.rareLeft });
  return new ActionError('revoke-incomplete', message, {
    remedy: ['Delete it by hand, with credentials that have the permissions:', ...commands].join('\n'),
    cause,
  });
}
