import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, type Credentials } from '@aws-sdk/client-sts';
import type { AwsCredentials } from '../aws/clients.ts';
import { stsClient } from '../aws/clients.ts';
import { awsFailure, isDenied, isFailure, isTransient } from '../aws/failures.ts';
import { parseArn } from '../aws/partition.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { pauseMs } from '../waiting/backoff.ts';
import type { Caller, IdentityDependencies, SessionTags } from './identity.ts';
import { trustDenial } from './trust-denial.ts';

/** What a session is asked for. */
export type SessionRequest = {
  readonly durationSeconds: number;
  /** A session policy; minified JSON. */
  readonly policy?: string;
  readonly policyArns?: readonly string[];
};

/** Who assumes what, and under which name. */
export type RoleStep = {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string | undefined;
};

const BACKOFF = { firstMs: 200, maxMs: 5_000 };

/** Assumes a role with a token; every try brings a new one. */
export async function assumeWithToken(
  token: () => Promise<string>,
  step: RoleStep,
  request: SessionRequest,
  deps: IdentityDependencies,
): Promise<Caller> {
  let used = '';
  // One try per token: the SDK would send the same one again.
  const client = stsClient({ ...deps.connection, maxAttempts: 1 }, undefined, deps.lifetime);
  const attempt = async () => {
    const [sts, fresh] = await Promise.all([client, token()]);
    used = fresh;
    const answer = await sts.send(
      new AssumeRoleWithWebIdentityCommand({ ...common(step, request), WebIdentityToken: fresh }),
    );
    return caller(answer, deps);
  };
  return retry(attempt, deps, isTokenFault).catch((error: unknown) => {
    if (isDenied(error) || isFailure(error, 'InvalidIdentityToken')) throw trustDenial(used, step.roleArn, error);
    throw error;
  });
}

/** Faults that a new token, or another try with one, may mend. */
function isTokenFault(error: unknown): boolean {
  return isTransient(error) || isFailure(error, 'IDPCommunicationError', 'ExpiredToken');
}

/** Assumes a role with credentials, and with session tags where AWS will have them. */
export async function assumeWithCredentials(
  credentials: AwsCredentials,
  step: RoleStep & { readonly tags?: SessionTags | undefined },
  request: SessionRequest,
  deps: IdentityDependencies,
): Promise<Caller> {
  const sts = await stsClient(deps.connection, credentials, deps.lifetime);
  const externalId = step.externalId === undefined ? {} : { ExternalId: step.externalId };
  const assume = async (tags: SessionTags | undefined) =>
    caller(
      await sts.send(new AssumeRoleCommand({ ...common(step, request), ...externalId, ...tagParameters(tags) })),
      deps,
    );
  // The SDK sees to faults here; only refusals are left to us.
  return retry(withFewerTags(assume, step, deps), deps, () => false).catch((error: unknown) => {
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
  assume: (tags: SessionTags | undefined) => Promise<Caller>,
  step: RoleStep & { readonly tags?: SessionTags | undefined },
  deps: IdentityDependencies,
): () => Promise<Caller> {
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

/** Tries again on what `isFault` names, and on refusals for as long as a new role may need to be seen. */
async function retry<T>(
  attempt: () => Promise<T>,
  deps: IdentityDependencies,
  isFault: (error: unknown) => boolean,
): Promise<T> {
  const { maxAttempts } = deps.connection;
  const sleep = (milliseconds: number) => deps.sleep(milliseconds, deps.lifetime.soft);
  const throughFaults = async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        if (!isFault(error) || tries >= maxAttempts || deps.lifetime.soft.aborted) throw error;
        await sleep(pauseMs(BACKOFF, tries - 1, deps.fraction));
      }
    }
  };
  return retryDenied(throughFaults, { sleep, fraction: deps.fraction, patient: maxAttempts > 1 });
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

function caller(answer: Answer, deps: IdentityDependencies): Caller {
  const arn = answer.AssumedRoleUser?.Arn ?? '';
  return { credentials: maskedCredentials(answer.Credentials, deps), arn, accountId: parseArn(arn)?.accountId ?? '' };
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
