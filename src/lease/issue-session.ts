import type { AwsCredentials } from '../aws/clients.ts';
import { awsFailure, isFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import { secondsAfter } from '../waiting/clock.ts';
import { isAlphanumeric, MAX_TRIES, specialCharactersRemain } from './alphanumeric-secret.ts';
import type { SessionLease } from './lease.ts';

/** A session lease as the inputs request it. */
export type SessionPlan = {
  readonly ttlSeconds: number;
  /** One minified JSON document. */
  readonly policy: string | undefined;
  readonly policyArns: readonly string[];
  /** Request sessions until the secret has only letters and digits. */
  readonly alphanumericSecret: boolean;
};

type Request = { durationSeconds: number; policy?: string; policyArns?: readonly string[] };
type Obtained = { readonly credentials: AwsCredentials; readonly arn: string; readonly accountId: string };

/** What `issueSession` needs: the call that creates the session, its limits, and the clock. */
export type IssueSessionDependencies = {
  /** The longest session that STS allows here, in seconds. */
  maximumSeconds: number;
  /** Why not longer, as a clause: `role chaining allows …`. */
  because: string;
  obtain(request: Request): Promise<Obtained>;
  /** Reports a difference from the inputs to the user. */
  notice: (sentence: string) => void;
  now: () => number;
};

/**
 * The smallest MaxSessionDuration of a role, so STS always grants it
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html).
 */
const ALWAYS_GRANTED_SECONDS = 3600;

/**
 * Requests temporary credentials from STS. A `ttl` above AWS's limit is shortened, with a notice; it is not an error.
 * @throws ActionError `assume-role-failed`, `special-characters-remain`, and what `obtain` throws
 */
export async function issueSession(plan: SessionPlan, deps: IssueSessionDependencies): Promise<SessionLease> {
  const seconds = Math.min(plan.ttlSeconds, deps.maximumSeconds);
  if (seconds < plan.ttlSeconds)
    deps.notice(`The session lasts ${seconds} s instead of the requested ${plan.ttlSeconds} s: ${deps.because}.`);
  let durationSeconds = seconds;
  for (let tries = 1; ; tries++) {
    const obtained = await obtain(durationSeconds, plan, deps);
    durationSeconds = obtained.durationSeconds;
    const { credentials, arn, accountId } = obtained.session;
    if (!plan.alphanumericSecret || isAlphanumeric(credentials.secretAccessKey)) {
      const expiresAt = credentials.expiration ?? secondsAfter(deps.now(), durationSeconds);
      return { kind: 'session', arn, accountId, credentials, expiresAt };
    }
    if (tries === MAX_TRIES) throw specialCharactersRemain();
  }
}

async function obtain(durationSeconds: number, plan: SessionPlan, deps: IssueSessionDependencies) {
  const policies = {
    ...(plan.policy === undefined ? {} : { policy: plan.policy }),
    ...(plan.policyArns.length === 0 ? {} : { policyArns: plan.policyArns }),
  };
  try {
    return { durationSeconds, session: await deps.obtain({ durationSeconds, ...policies }) };
  } catch (error) {
    const mayBeTooLong = isFailure(error, 'ValidationError') && durationSeconds > ALWAYS_GRANTED_SECONDS;
    if (!mayBeTooLong) throw sessionFailure(error);
    const session = await deps
      .obtain({ durationSeconds: ALWAYS_GRANTED_SECONDS, ...policies })
      .catch((second: unknown) => {
        throw sessionFailure(second);
      });
    deps.notice(
      `The session lasts ${ALWAYS_GRANTED_SECONDS} s instead of ${durationSeconds} s: AWS rejected the longer one, so the role’s MaxSessionDuration is shorter. Raise it on the role for longer sessions.`,
    );
    return { durationSeconds: ALWAYS_GRANTED_SECONDS, session };
  }
}

function sessionFailure(cause: unknown): unknown {
  if (cause instanceof ActionError) return cause;
  return awsFailure('assume-role-failed', 'Getting a session from STS', {
    remedy:
      'Check that the role of `role-to-assume` exists, that the session policies are valid, and that the region is enabled in the account.',
    cause,
  });
}
