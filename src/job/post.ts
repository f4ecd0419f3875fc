import { ActionError } from '../errors.ts';
import { restoreProfile } from '../github/aws-profile.ts';
import type { Env } from '../github/env.ts';
import { readStaticKeys } from '../github/inputs/identity.ts';
import { inputReader } from '../github/inputs/reader.ts';
import { isolate, restoreAll } from '../github/job-env.ts';
import { load } from '../github/load-state.ts';
import { summariseFailure } from '../github/reports/summary.ts';
import { type SavedAccess, sameKeys } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import { fail, warn } from '../github/step.ts';
import { connect } from '../identity/connect.ts';
import { fingerprint } from '../identity/static-keys.ts';
import type { LeaseRecord } from '../lease/lease.ts';
import type { Revocation } from '../lease/revocation.ts';
import { lifetimeFor } from '../waiting/lifetime.ts';
import { loadBehind } from '../waiting/load-behind.ts';
import { clientContext, identityDependencies, openIdentity, whileConnecting } from './open-identity.ts';
import {
  describeError,
  reportRevocation,
  revokeDependencies,
  revokeIncomplete,
  untouched,
} from './report-revocation.ts';

/** A cancelled job's posts have 45 s in all (reference: github-runner.md §6); the proof may take 10 of them. */
const BUDGET_MS = 38_000;

/** Post: revoke what main issued, then give the job's environment back. Knows what to do from main's notes alone. */
export async function revokeAndRestore(step: Step): Promise<void> {
  const env = { ...process.env };
  try {
    await revoke(step, env);
  } finally {
    restoreProfiles(step);
    restoreVariables(step, env);
  }
}

function restoreProfiles(step: Step): void {
  try {
    const left = restoreProfile(load('profile') ?? []);
    if (left.length > 0)
      step.log.info(`A later step has changed the profile; what it added was left in ${left.join(' and ')}.`);
  } catch (error) {
    // A state that cannot be read says nothing of what is left.
    if (error instanceof ActionError && error.code === 'state-unreadable') fail(error);
    else warn(error);
  }
}

function restoreVariables(step: Step, env: Env): void {
  try {
    const left = restoreAll(load('variables') ?? [], env);
    if (left.length > 0) step.log.info(`Left alone, since a later step has changed them: ${left.join(', ')}.`);
  } catch (error) {
    fail(error);
  }
}

async function revoke(step: Step, env: Env): Promise<void> {
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
    assertOfThisRun(record, env);
    const revocation = await revokeLease(record, access, { step, env });
    await reportRevocation(revocation, record, step);
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
  access: SavedAccess,
  { step, env }: { readonly step: Step; readonly env: Env },
): Promise<Revocation> {
  isolate(process.env, access.proxy, access.variables);
  const staticKeys = () => sameKeys(readStaticKeys(inputReader(), step.mask), access.fingerprint, fingerprint);
  const sources = { staticKeys, env: { ...withoutAws(env), ...access.variables } };
  const context = clientContext(step, access.connection, lifetimeFor(BUDGET_MS));
  const deps = identityDependencies(step, context, access);
  const connecting = openIdentity(access.identity, sources, deps).then((identity) => connect(identity, deps));
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
  return revokeUser(record, await revokeDependencies(manager, context));
}

/**
 * A job whose main was killed before its first line has claimed no state, and a later step could invent one. It cannot change the
 * run's id, which the runner sets anew for every step.
 */
function assertOfThisRun(record: LeaseRecord, env: Env): void {
  if (record.runId === (env.GITHUB_RUN_ID ?? '')) return;
  throw new ActionError('lease-mismatch', `IAM user ${record.userName} was left alone: the state names another run`, {
    remedy: 'Find out which step of this job has written STATE_ variables.',
  });
}

/** Main's AWS variables must not be mixed with those of later steps. */
function withoutAws(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}
