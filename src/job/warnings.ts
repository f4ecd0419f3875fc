import type { Env } from '../github/env.ts';
import type { AccessInputs } from '../github/inputs/access.ts';
import type { Inputs } from '../github/inputs/main.ts';
import type { Rights } from '../github/reports/summary.ts';
import type { Step } from '../github/step.ts';

/** Warns about inputs and variables that are probably a mistake, or less safe than they could be. */
export function warnOf(inputs: Inputs, env: Env, { log }: Step): void {
  const { source, roles, sessionTags } = inputs.identity;
  if (sessionTags !== undefined && (source.kind === 'oidc' || source.kind === 'token-file') && roles.length === 1) {
    log.notice(
      'No session tags are set: STS accepts none with a web identity. Policies can use the token’s claims instead.',
    );
  }
  if (inputs.lease.kind === 'iam-user') warnOfUser(inputs.lease, log);
  if (source.kind === 'static-keys') {
    log.warning(
      'Long-lived access keys are used to issue the lease. OIDC works without them: see docs/permissions.md.',
    );
  }
  if (inputs.handOver.exportedNames !== undefined && inputs.handOver.profile === undefined && env.AWS_PROFILE) {
    log.warning(
      'AWS_PROFILE is set in this job. Some AWS tools prefer it to the credentials that this action exports.',
    );
  }
}

function warnOfUser(spec: Extract<Inputs['lease'], { kind: 'iam-user' }>, log: Step['log']): void {
  if (spec.boundaryArn === undefined) {
    log.warning(
      'No `permissions-boundary-arn`: the user may do everything that its policies and groups allow, for example create other users and keys, which are not deleted with it. Set a boundary.',
    );
  }
  if (rightsOf({ ...spec, kind: 'iam-user' }).granted.length === 0) {
    log.warning(
      'The user gets no policy and no group, so it has no permissions. Give `policy-arns`, `inline-policy` or `iam-groups`, or use `credential-type: session`.',
    );
  }
}

/** The permissions of the lease, for the job summary. */
export function rightsOf(spec: Inputs['lease']): Rights {
  const inline = (count: number) =>
    count === 0 ? [] : [count === 1 ? 'an inline policy' : `${count} inline policies`];
  if (spec.kind === 'session') {
    return { granted: [...spec.policyArns, ...inline(spec.policy === undefined ? 0 : 1)], boundary: undefined };
  }
  const groups = spec.groups.map((group) => `group ${group}`);
  return {
    granted: [...spec.policyArns, ...groups, ...inline(spec.inlinePolicies.length)],
    boundary: spec.boundaryArn,
  };
}

/** AWS's answers have whole seconds and some latency; from here on a clock is plainly wrong. */
const WRONG_CLOCK_MS = 60_000;

/** Warns of a machine whose clock is wrong. The lease is right all the same: its times are AWS's. */
export function warnOfClock({ clock, log }: Step): void {
  const offsetMs = clock.offsetMs();
  if (Math.abs(offsetMs) < WRONG_CLOCK_MS) return;
  const [seconds, side] = [Math.round(Math.abs(offsetMs) / 1000), offsetMs > 0 ? 'behind' : 'ahead of'];
  log.warning(
    `The clock of this runner is ${seconds} s ${side} AWS’s. All times of the lease are AWS’s, so it is right; other tools on this runner may fail.`,
  );
}

/** Says where AWS is reached when the environment names an endpoint, which any earlier step of the job can do. */
export function noticeOfEndpoints({ fromEnvironment }: Pick<AccessInputs, 'fromEnvironment'>, { log }: Step): void {
  for (const { service, host, variable } of fromEnvironment) {
    log.notice(`${service} is reached at ${host}, because the variable ${variable} of this job names it.`);
  }
}
