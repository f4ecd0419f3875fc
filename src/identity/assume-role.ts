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

/** The parameters of a role's assumption that do not depend on who assumes it. */
export type RoleStep = {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string | undefined;
};

export type TokenSource = {
  /** Gets a new token. */
  token(): Promise<string>;
  /** True for GitHub's OIDC token, which has a claim for the job's `environment:`. */
  readonly isGitHubs: boolean;
};

/**
 * Assumes a role with a token, with a new token at each try.
 * @throws ActionError `assume-role-denied`, and what `token` throws; otherwise what AWS answers
 */
export async function assumeWithToken(
  { roleArn, token, isGitHubs, ...step }: RoleStep & TokenSource,
  request: SessionRequest,
  deps: IdentityDependencies,
): Promise<Principal> {
  let used = '';
  // No retries of the client: it would send the same token again.
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

/** True for failures that may not occur with a new token. */
function isTokenFault(error: unknown): boolean {
  return isFailure(error, 'IDPCommunicationError', 'ExpiredToken');
}

/** A role, the principal that assumes it, and the session tags to set. */
export type ChainedStep = RoleStep & {
  readonly by: Pick<Principal, 'credentials' | 'jobEnvironment'>;
  readonly tags?: SessionTags | undefined;
};

/**
 * Assumes a role with credentials. Session tags are dropped where AWS rejects them.
 * @throws ActionError `assume-role-denied`; otherwise what AWS answers
 */
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
  // The client retries transient failures; this code retries only denials.
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
 * Session tags are optional. If they are too large together with the policies, only those that identify the run are kept, and then none.
 * After a denial, whose cause may be `sts:TagSession`, the role is assumed without tags from then on.
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

/** The tags for the next try after `error`; `undefined` when the tags are not its cause. */
function fewerTags(tags: SessionTags | undefined, error: unknown) {
  const tooLarge = isFailure(error, 'PackedPolicyTooLarge');
  if (tags === undefined || !(tooLarge || isDenied(error))) return undefined;
  const essential = tags.tags.filter(({ droppable }) => !droppable);
  if (tooLarge && essential.length < tags.tags.length) {
    return { tags: { ...tags, tags: essential }, dropped: 'some were dropped, because AWS rejected them as too large' };
  }
  const why = tooLarge ? 'rejected them as too large' : 'denied the call with them (sts:TagSession?)';
  return { tags: undefined, dropped: `none are set, because AWS ${why}` };
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

/** The parameters that restrict a session; empty without session policies. */
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

/** Converts STS's credentials and masks them in the log. */
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
