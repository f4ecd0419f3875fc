import { lifetimeFor } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import { restoreProfile } from '../github/aws-profile.ts';
import { readStaticKeys } from '../github/inputs/identity.ts';
import { inputReader } from '../github/inputs/reader.ts';
import { isolate, restoreAll } from '../github/job-env.ts';
import { summariseFailure } from '../github/reports/summary.ts';
import { load, type SavedAccess as Noted, sameKeys } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import { fail, warn } from '../github/step.ts';
import { connect } from '../identity/connect.ts';
import { fingerprint } from '../identity/static-keys.ts';
import type { LeaseRecord } from '../lease/lease.ts';
import type { Revocation } from '../lease/revoke.ts';
import { loadBehind } from '../waiting/load-behind.ts';
import { identityDependencies, openIdentity, whileConnecting } from './open-identity.ts';
import { describeError, revokeDependencies, revokeIncomplete, tellRevocation, untouched } from './tell-revocation.ts';

/** A cancelled job's posts have 45 s in all (reference: github-runner.md §6); the proof may take 10 of them. */
const BUDGET_MS = 38_000;

/** Post: revoke what main issued, then give the job's environment back. Knows what to do from main's notes alone. */
export async function revokeAndRestore(step: Step): Promise<void> {
  const environment = { ...process.env };
  try {
    await revoke(step, environment);
  } finally {
    restoreFiles(step);
    const left = restoreAll(load('environment') ?? [], environment);
    if (left.length > 0) step.log.info(`Left alone, since a later step has changed them: ${left.join(', ')}.`);
  }
}

function restoreFiles(step: Step): void {
  try {
    const left = restoreProfile(load('profile') ?? []);
    if (left.length > 0)
      step.log.info(`A later step has changed the profile; what it added was left in ${left.join(' and ')}.`);
  } catch (error) {
    warn(error);
  }
}

async function revoke(step: Step, environment: NodeJS.ProcessEnv): Promise<void> {
  const access = load('access');
  const record = load('lease');
  const session = load('session');
  if (session !== undefined)
    step.log.info(`AWS cannot take back one session alone; this one ends by itself at ${session.expiresAt}.`);
  if (access === undefined || record === undefined) {
    if (session === undefined) step.log.info('Main created nothing in AWS, so there is nothing to revoke.');
    return;
  }
  if (record.progress === 'gone') {
    step.log.info(`IAM user ${record.userName} does not exist: main created none, or deleted it again.`);
    return;
  }
  // Only what the job has been given is kept; a lease that never became whole may lack its guard.
  if (access.revocation.when === 'never' && record.progress === 'issued') {
    step.log.notice(
      `IAM user ${record.userName} is kept, since \`revoke\` is \`never\`; its guard ends it at ${record.expiresAt}, unless it was renewed.`,
    );
    return;
  }
  const complain = access.revocation.onFailure === 'error' ? fail : warn;
  try {
    assertOfThisRun(record, environment);
    const revocation = await revokeLease(record, access, { step, environment });
    await tellRevocation(revocation, record, step);
    if (revocation.outcome === 'incomplete') complain(revokeIncomplete(record, revocation));
  } catch (error) {
    const mismatch = error instanceof ActionError && error.code === 'lease-mismatch';
    await summariseFailure(record.userName, describeError(error));
    complain(
      mismatch ? error : revokeIncomplete(record, { ...untouched(record), failures: [describeError(error)] }, error),
    );
  }
}

async function revokeLease(
  record: LeaseRecord,
  access: Noted,
  by: { step: Step; environment: NodeJS.ProcessEnv },
): Promise<Revocation> {
  const { step, environment } = by;
  const { connection } = access;
  isolate(process.env, access.proxy, access.variables);
  const staticKeys = () => sameKeys(readStaticKeys(inputReader(), step.mask), access.fingerprint, fingerprint);
  const lifetime = lifetimeFor(BUDGET_MS);
  const sources = { staticKeys, env: { ...withoutAws(environment), ...access.variables } };
  const { maskAccountId } = access;
  const { base, deps } = await openIdentity(
    access.identity,
    sources,
    identityDependencies(step, connection, { lifetime, maskAccountId }),
  );
  const connecting = connect(access.identity, base, deps);
  const [manager, { revokeUser }] = await Promise.all([
    connecting,
    loadBehind(connecting, () => import('../lease/revoke.ts'), whileConnecting(step)),
  ]);
  if (manager.accountId !== record.accountId) {
    throw new ActionError(
      'account-not-allowed',
      `The credentials lead into account ${manager.accountId}, main’s led into ${record.accountId}`,
      {
        remedy: 'Find out who changed what this runner is in AWS between main and post.',
      },
    );
  }
  return revokeUser(record, await revokeDependencies(manager, { connection, lifetime, step }));
}

/**
 * A job whose main was killed before its first line has claimed no state, and a later step could invent one. It cannot change the
 * run's id, which the runner sets anew for every step.
 */
function assertOfThisRun(record: LeaseRecord, environment: NodeJS.ProcessEnv): void {
  if (record.runId === environment.GITHUB_RUN_ID) return;
  throw new ActionError('lease-mismatch', `IAM user ${record.userName} was left alone: the state names another run`, {
    remedy: 'Find out which step of this job has written STATE_ variables.',
  });
}

/** Main's AWS variables must not be mixed with those of later steps. */
function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
}
