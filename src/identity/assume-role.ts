import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, type Credentials } from '@aws-sdk/client-sts';
import type { AwsCredentials } from '../aws/clients.ts';
import { stsClient } from '../aws/clients.ts';
import { awsFailure, isDenied, isFailure } from '../aws/failures.ts';
import { parseArn } from '../aws/partition.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { retryFaults } from '../aws/retry-faults.ts';
import type { IdentityDependencies, Principal, SessionRequest, SessionTags } from './identity.ts';
import { claimsOf } from './oidc.ts';
import { trustDenial } from './trust-denial.ts';

/** Who assumes what, and under which name. */
export type RoleStep = {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string | undefined;
};

/** A token for each try, and whether it is GitHub's own, which tells the job's `environment:`. */
export type TokenSource = { token(): Promise<string>; readonly isGitHubs: boolean };

/** Assumes a role with a token; every try brings a new one. */
export async function assumeWithToken(
  { roleArn, token, isGitHubs, ...step }: RoleStep & TokenSource,
  request: SessionRequest,
  deps: IdentityDependencies,
): Promise<Principal> {
  let used = '';
  // One try per token: the SDK would send the same one again.
  const client = stsClient(deps, undefined, { retries: false });
  const attempt = async () => {
    const [sts, fresh] = await Promise.all([client, token()]);
    used = fresh;
    const answer = await sts.send(
      new AssumeRoleWithWebIdentityCommand({ ...common({ ...step, roleArn }, request), WebIdentityToken: fresh }),
    );
    return principal(answer, isGitHubs ? (claimsOf(fresh).environment ?? '') : '', deps);
  };
  const throughFaults = () => retryFaults(attempt, deps, { isAlsoTransient: isTokenFault });
  return retryDenied(throughFaults, deps).catch((error: unknown) => {
    if (isDenied(error) || isFailure(error, 'InvalidIdentityToken')) throw trustDenial(used, roleArn, error);
    throw error;
  });
}

/** Faults that a new token, or another try with one, may cure. */
function isTokenFault(error: unknown): boolean {
  return isFailure(error, 'IDPCommunicationError', 'ExpiredToken');
}

/** A role, whoever assumes it, and the session tags it is asked to take. */
export type ChainedStep = RoleStep & {
  readonly by: Pick<Principal, 'credentials' | 'jobEnvironment'>;
  readonly tags?: SessionTags | undefined;
};

/** Assumes a role with credentials, and with session tags where AWS will have them. */
export async function assumeWithCredentials(
  step: ChainedStep,
  request: SessionRequest,
  deps: IdentityDependencies,
): Promise<Principal> {
  const sts = await stsClient(deps, step.by.credentials);
  const externalId = step.externalId === undefined ? {} : { ExternalId: step.externalId };
  const assume = async (tags: SessionTags | undefined) =>
    principal(
      await sts.send(new AssumeRoleCommand({ ...common(step, request), ...externalId, ...tagParameters(tags) })),
      step.by.jobEnvironment,
      deps,
    );
  // The SDK retries faults here; only denials are left to us.
  return retryDenied(withFewerTags(assume, step, deps), deps).catch((error: unknown) => {
    if (!isDenied(error)) throw error;
    throw awsFailure('assume-role-denied', `Assuming ${step.roleArn}`, {
      remedy:
        'The caller needs sts:AssumeRole on the role, and the role’s trust policy must name the caller (and the external id, if `role-external-id` is set).',
      cause: error,
    });
  });
}

/**
 * Session tags are a help, not a condition: too large together with the policies, they are cut down to those that identify the
 * run and then dropped; where `sts:TagSession` may be what is refused, the role is tried without any from then on.
 */
function withFewerTags(
  assume: (tags: SessionTags | undefined) => Promise<Principal>,
  step: ChainedStep,
  deps: IdentityDependencies,
): () => Promise<Principal> {
  let tags = step.tags?.tags.length === 0 ? undefined : step.tags;
  let dropped = '';
  return async () => {
    for (;;) {
      try {
        const assumed = await assume(tags);
        if (dropped !== '') deps.notice(`Session tags of ${step.roleArn}: ${dropped}.`);
        return assumed;
      } catch (error) {
        const fewer = fewerTags(tags, error);
        if (fewer === undefined) throw error;
        ({ tags, dropped } = fewer);
      }
    }
  };
}

/** What to try after `error`; `undefined` when tags are not to blame. */
function fewerTags(tags: SessionTags | undefined, error: unknown) {
  const tooLarge = isFailure(error, 'PackedPolicyTooLarge');
  if (tags === undefined || !(tooLarge || isDenied(error))) return undefined;
  const essential = tags.tags.filter(({ droppable }) => !droppable);
  if (tooLarge && essential.length < tags.tags.length) {
    return { tags: { ...tags, tags: essential }, dropped: 'some were dropped, since AWS found them too large' };
  }
  const why = tooLarge ? 'found them too large' : 'refused the call with them (sts:TagSession?)';
  return { tags: undefined, dropped: `none are set, since AWS ${why}` };
}

function tagParameters(tags: SessionTags | undefined) {
  if (tags === undefined) return {};
  const transitive = tags.transitiveKeys.filter((key) => tags.tags.some((tag) => tag.key === key));
  return {
    Tags: tags.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    ...(transitive.length === 0 ? {} : { TransitiveTagKeys: transitive }),
  };
}

function common(step: RoleStep, request: SessionRequest) {
  return {
    RoleArn: step.roleArn,
    RoleSessionName: step.sessionName,
    DurationSeconds: request.durationSeconds,
    ...policyParameters(request),
  };
}

/** The parameters that narrow a session; none when nothing does. */
export function policyParameters(request: SessionRequest) {
  return {
    ...(request.policy === undefined ? {} : { Policy: request.policy }),
    ...(request.policyArns?.length ? { PolicyArns: request.policyArns.map((arn) => ({ arn })) } : {}),
  };
}

type Answer = { Credentials?: Credentials | undefined; AssumedRoleUser?: { Arn: string | undefined } | undefined };

function principal(answer: Answer, jobEnvironment: string, deps: IdentityDependencies): Principal {
  const arn = answer.AssumedRoleUser?.Arn ?? '';
  const credentials = maskedCredentials(answer.Credentials, deps);
  return { credentials, arn, accountId: parseArn(arn)?.accountId ?? '', jobEnvironment };
}

/** STS's credentials as ours, masked before anything else sees them. */
export function maskedCredentials(credentials: Credentials | undefined, deps: IdentityDependencies): AwsCredentials {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = credentials ?? {};
  for (const secret of [SecretAccessKey, SessionToken, AccessKeyId]) if (secret !== '') deps.mask(secret);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
}
