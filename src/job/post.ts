import { trustOnly } from '../aws/authorities.ts';
import type { AwsCredentials } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import { restoreProfile } from '../github/aws-profile.ts';
import type { Env } from '../github/env.ts';
import { isolate, restoreAll } from '../github/job-env.ts';
import { load, stateUnreadable } from '../github/load-state.ts';
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

/**
 * All posts of a cancelled job together have at least 45 s
 * (https://github.com/actions/runner/blob/main/src/Runner.Listener/JobDispatcher.cs). The proof may take 10 s of them.
 */
const BUDGET_MS = 38_000;

/** Post: revokes what main issued, then restores the job's environment. All it knows comes from the state that main saved. */
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
      step.log.info(`A later step changed the profile; its additions remain in ${left.join(' and ')}.`);
  } catch (error) {
    // An unreadable state may hide a profile with credentials, so it fails the step.
    if (error instanceof ActionError && error.code === 'state-unreadable') fail(error);
    else warn(error);
  }
}

function restoreVariables(step: Step, env: Env): void {
  try {
    const left = restoreAll(load('variables') ?? [], env);
    if (left.length > 0) step.log.info(`Not restored, because a later step changed them: ${left.join(', ')}.`);
  } catch (error) {
    fail(error);
  }
}

async function revoke(step: Step, env: Env): Promise<void> {
  const access = load('access');
  const record = load('lease');
  const session = load('session');
  step.log.debug(describeState(access, record));
  if (session !== undefined)
    step.log.info(`AWS cannot revoke a single session; this one expires at ${session.expiresAt}.`);
  // Main saves `access` before it creates anything.
  if (access === undefined && record !== undefined)
    throw stateUnreadable('access', 'it is missing, but `lease` is not');
  if (access === undefined || record === undefined) {
    if (session === undefined) step.log.info('Main created nothing in AWS: there is nothing to revoke.');
    return;
  }
  if (record.progress === 'gone') {
    step.log.info(`IAM user ${record.userName} does not exist: main did not create it, or deleted it again.`);
    return;
  }
  // Only a lease that the job received is kept: an incomplete one may have no guard.
  if (access.revocation.when === 'never' && record.progress === 'issued') {
    step.log.notice(
      `IAM user ${record.userName} is kept, because \`revoke\` is \`never\`. Its guard denies everything from ${record.expiresAt} on, unless it was renewed.`,
    );
    return;
  }
  const report = access.revocation.onFailure === 'error' ? fail : warn;
  try {
    assertOfThisRun(record, env);
    const revocation = await revokeLease(record, access, { step, env });
    await reportRevocation(revocation, record, step);
    if (revocation.outcome === 'incomplete') report(revokeIncomplete(record, revocation));
  } catch (error) {
    const mismatch = error instanceof ActionError && error.code === 'lease-mismatch';
    await summariseFailure(record.userName, describeError(error));
    report(
      mismatch ? error : revokeIncomplete(record, { ...untouched(record), failures: [describeError(error)] }, error),
    );
  }
}

async function revokeLease(
  record: LeaseRecord,
  access: SavedAccess,
  { step, env }: { readonly step: Step; readonly env: Env },
): Promise<Revocation> {
  chooseAuthorities(access, { step, env });
  isolate(process.env, access.proxy, access.variables);
  const staticKeys = () => sameStaticKeys(access, step);
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
      `The credentials belong to account ${manager.accountId}, but main used account ${record.accountId}`,
      {
        remedy: 'Find out what changed the AWS credentials of this runner between main and post.',
      },
    );
  }
  const revocation = await revokeUser(record, await revokeDependencies(manager, context));
  step.log.debug(describeRevocation(revocation));
  return revocation;
}

/** Trusts the certificate authorities that main trusted, and no others. */
function chooseAuthorities(
  { authorities }: SavedAccess,
  { step, env }: { readonly step: Step; readonly env: Env },
): void {
  const distrusted = trustOnly(authorities, env);
  if (distrusted === undefined) {
    step.log.warning(
      'This runner’s Node cannot choose certificate authorities (it is older than 24.5), and variables of this job add some: post trusts them.',
    );
  } else if (distrusted > 0) {
    step.log.notice(
      `${distrusted} certificate authorities are not trusted: main did not trust them, and a later step has added them.`,
    );
  }
}

/** Read from the inputs, because the state holds no secret; loaded only where the base identity is static keys. */
async function sameStaticKeys(access: SavedAccess, { mask }: Step): Promise<AwsCredentials> {
  const [{ readStaticKeys }, { inputReader }] = await Promise.all([
    import('../github/inputs/identity.ts'),
    import('../github/inputs/reader.ts'),
  ]);
  return sameKeys(readStaticKeys(inputReader(), mask), access.fingerprint, fingerprint);
}

function describeState(access: SavedAccess | undefined, record: LeaseRecord | undefined): string {
  const lease = record === undefined ? 'none' : `${record.userName}, ${record.progress}`;
  return `State of main: access ${access === undefined ? 'not saved' : 'saved'}; user lease: ${lease}`;
}

function describeRevocation({ outcome, removed, failures, guard, proof }: Revocation): string {
  return `Revocation: ${outcome}; attachments removed: ${removed.length}; failures: ${failures.length}; guard: ${guard}; proof: ${proof}`;
}

/**
 * If main was killed before it claimed the state, a later step can write one. It cannot change the run's id, which the runner sets for
 * every step.
 */
function assertOfThisRun(record: LeaseRecord, env: Env): void {
  if (record.runId === (env.GITHUB_RUN_ID ?? '')) return;
  throw new ActionError('lease-mismatch', `IAM user ${record.userName} was left alone: the state names another run`, {
    remedy: 'Find out which step of this job writes STATE_ variables.',
  });
}

/** So that main's AWS variables are not mixed with those of later steps. */
function withoutAws(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}
