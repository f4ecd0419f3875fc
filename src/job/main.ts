import { asActionError } from '../errors.ts';
import { exportedVariables, handOver } from '../github/hand-over.ts';
import { type Inputs, readInputs, syncReader } from '../github/inputs/main.ts';
import { inputReader } from '../github/inputs/reader.ts';
import {
  awsVariables,
  type ChangedVariable,
  CREDENTIAL_VARIABLES,
  envCredentials,
  exportAll,
  isolate,
  recordBefore,
  withHashes,
} from '../github/job-env.ts';
import { type Rights, summariseIssue } from '../github/reports/summary.ts';
import { runFacts } from '../github/run-context.ts';
import { claimState, save } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import { envCredentialsIdentity } from '../identity/env-credentials.ts';
import type { IdentityDependencies } from '../identity/identity.ts';
import { fingerprint } from '../identity/static-keys.ts';
import type { Lease } from '../lease/lease.ts';
import { rfc3339 } from '../lease/lease.ts';
import { withManager } from './manager.ts';
import { identityDependencies, openIdentity } from './open-identity.ts';
import { rootSync } from './root-sync.ts';

/** Main: read, prepare, issue, hand over, tell. */
export async function issueForJob(step: Step): Promise<void> {
  claimState();
  const environment = { ...process.env };
  const run = runFacts(environment);
  const inputs = readInputs(run, environment, inputReader(), await syncReader());
  if (inputs.timeoutSeconds > 0) step.endAfter(inputs.timeoutSeconds);
  const { notes, emptied, kept } = surveyVariables(inputs, environment);
  const { connection, proxy, identity, maskAccountId, revocation, staticKeys } = inputs;
  isolate(process.env, proxy, kept);
  const deps = identityDependencies(step, connection, { lifetime: step.lifetime, maskAccountId });
  const extraWork = rootSync(inputs, { step, environment });
  const sources = { env: environment, staticKeys: () => staticKeys ?? { accessKeyId: '', secretAccessKey: '' } };
  if (await existingCredentialsWork(inputs, deps, { step, environment })) {
    return extraWork && withManager(inputs, { sources, deps, run }, extraWork);
  }
  save('environment', notes);
  exportAll(emptied);
  const access = await openIdentity(identity, sources, deps);
  const mark = staticKeys === undefined ? '' : fingerprint(staticKeys);
  save('access', { connection, proxy, identity, fingerprint: mark, variables: kept, maskAccountId, revocation });
  warnOf(inputs, environment, step);
  const publish = async (lease: Lease) => {
    handOver(lease, inputs, { before: notes, nonce: step.randomness.text('0123456789abcdef', 8) });
    if (lease.kind === 'session') save('session', { expiresAt: rfc3339(lease.expiresAt) });
    const rights = rightsOf(inputs.lease);
    await summariseIssue(lease, run, { revokedInPost: revocation.when === 'always', rights });
  };
  const { issueLease } = await import('./issue.ts');
  const lease = await issueLease(inputs, access, { step, run, extraWork, handOver: publish });
  step.log.info(describeLease(lease));
}

/**
 * What the job's environment holds in the variables we may set, which of them are emptied at once, and which of it post will
 * need to be the same identity again.
 */
function surveyVariables(inputs: Inputs, environment: NodeJS.ProcessEnv) {
  const { all, secret } = exportedVariables(inputs.handOver);
  const unset = inputs.handOver.unsetCurrentCredentials;
  const before = recordBefore([...new Set([...all, ...(unset ? CREDENTIAL_VARIABLES : [])])], secret, environment);
  const emptied = unset ? emptyOf(before) : {};
  const { kind } = inputs.identity.source;
  const fromVariables = kind === 'environment' || kind === 'ambient';
  const kept = fromVariables ? awsVariables({ ...environment, ...emptied }, kind) : undefined;
  return { notes: withHashes(before, emptied), emptied, kept };
}

/** `use-existing-credentials`: what an earlier step left is used when AWS takes it and the account is allowed. */
async function existingCredentialsWork(
  inputs: Inputs,
  deps: IdentityDependencies,
  by: { step: Step; environment: NodeJS.ProcessEnv },
): Promise<boolean> {
  // What is about to be cleared cannot be what is used.
  if (!inputs.useExistingCredentials || inputs.handOver.unsetCurrentCredentials) return false;
  try {
    const found = await envCredentialsIdentity(envCredentials(by.environment), deps);
    if (found.kind !== 'credentials') return false;
    const { callerIdentity } = await import('../identity/caller-identity.ts');
    const { accountId, arn } = await callerIdentity(await found.credentials(), deps);
    const allowed = inputs.identity.allowedAccountIds;
    if (allowed.length > 0 && !allowed.includes(accountId)) {
      by.step.log.info(
        'The credentials in the environment are of an account that is not allowed; new ones are issued.',
      );
      return false;
    }
    by.step.log.notice(`The credentials in the environment are valid (${arn}); nothing new is issued.`);
    return true;
  } catch (error) {
    by.step.lifetime.soft.throwIfAborted();
    by.step.log.info(
      `There are no valid credentials in the environment (${asActionError(error).message}); new ones are issued.`,
    );
    return false;
  }
}

/** What `unset-current-credentials` sets: the standard variables that hold something, whatever the lease is exported as. */
function emptyOf(before: readonly ChangedVariable[]): Record<string, string> {
  const held = before.filter((each) => CREDENTIAL_VARIABLES.includes(each.name) && each.before !== '');
  return Object.fromEntries(held.map(({ name }) => [name, '']));
}

function warnOf(inputs: Inputs, environment: NodeJS.ProcessEnv, step: Step): void {
  const { source, roles, sessionTags } = inputs.identity;
  if (sessionTags !== undefined && (source.kind === 'oidc' || source.kind === 'token-file') && roles.length === 1) {
    step.log.notice(
      'No session tags are set: STS takes none with a web identity; the token’s own claims serve in their place.',
    );
  }
  if (inputs.lease.kind === 'iam-user' && inputs.lease.boundaryArn === undefined) {
    step.log.warning(
      'No `permissions-boundary-arn`: the user may do all that its policies and groups allow, also create other users and keys that outlive this job. Set a boundary.',
    );
  }
  if (inputs.lease.kind === 'iam-user' && rightsOf(inputs.lease).granted.length === 0) {
    step.log.warning(
      'The user gets no policy and no group, so it may do nothing. Give `policy-arns`, `inline-policy` or `iam-groups`, or use `credential-type: session`.',
    );
  }
  if (inputs.identity.source.kind === 'static-keys') {
    step.log.warning('Long-lived access keys are used to issue the lease. OIDC needs none: see docs/permissions.md.');
  }
  if (inputs.handOver.exportedNames !== undefined && inputs.handOver.profile === undefined && environment.AWS_PROFILE) {
    step.log.warning('AWS_PROFILE is set in this job; some AWS tools prefer it to the credentials exported here.');
  }
}

function rightsOf(wish: Inputs['lease']): Rights {
  const inline = (count: number) =>
    count === 0 ? [] : [count === 1 ? 'an inline policy' : `${count} inline policies`];
  if (wish.kind === 'session') {
    return { granted: [...wish.policyArns, ...inline(wish.policy === undefined ? 0 : 1)], boundary: undefined };
  }
  const groups = wish.groups.map((group) => `group ${group}`);
  return {
    granted: [...wish.policyArns, ...groups, ...inline(wish.inlinePolicies.length)],
    boundary: wish.boundaryArn,
  };
}

function describeLease(lease: Lease): string {
  const until = rfc3339(lease.expiresAt);
  if (lease.kind === 'session') return `Session of ${lease.arn}, until ${until}.`;
  const ready = lease.propagationMs === undefined ? 'not waited for' : `usable after ${lease.propagationMs} ms`;
  return `IAM user ${lease.userName} is ready: ${lease.arn}, ${ready}, until ${until}.`;
}
