import type { AwsCredentials } from '../aws/clients.ts';
import { awsFailure, isFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import { secondsAfter } from '../waiting/clock.ts';
import { isAlphanumeric, MAX_TRIES, specialCharactersRemain } from './alphanumeric-secret.ts';
import type { SessionLease } from './lease.ts';

/** A session as asked for. */
export type SessionPlan = {
  readonly ttlSeconds: number;
  /** One minified JSON document. */
  readonly policy: string | undefined;
  readonly policyArns: readonly string[];
  /** Issue sessions until the secret is made of letters and digits alone. */
  readonly alphanumericSecret: boolean;
};

type Request = { durationSeconds: number; policy?: string; policyArns?: readonly string[] };
type Obtained = { readonly credentials: AwsCredentials; readonly arn: string; readonly accountId: string };

/** What `issueSession` is given: the last step of the way into AWS, a voice and the time. */
export type IssueSessionDependencies = {
  /** What STS allows on this way, and why not more. */
  maximumSeconds: number;
  because: string;
  obtain(request: Request): Promise<Obtained>;
  /** Tells the user what differs from what was asked. */
  notice: (sentence: string) => void;
  now: () => number;
};

/** A role's default and least MaxSessionDuration, which STS therefore always grants (AWS: API_Role). */
const ALWAYS_GRANTED_SECONDS = 3600;

/** Temporary credentials from STS (SPEC §5). A `ttl` beyond what AWS allows is shortened and said aloud, never refused. */
export async function issueSession(plan: SessionPlan, deps: IssueSessionDependencies): Promise<SessionLease> {
  const seconds = Math.min(plan.ttlSeconds, deps.maximumSeconds);
  if (seconds < plan.ttlSeconds)
    deps.notice(`The session lasts ${seconds} s instead of the ${plan.ttlSeconds} s asked for: ${deps.because}.`);
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
  const rest = {
    ...(plan.policy === undefined ? {} : { policy: plan.policy }),
    ...(plan.policyArns.length === 0 ? {} : { policyArns: plan.policyArns }),
  };
  try {
    return { durationSeconds, session: await deps.obtain({ durationSeconds, ...rest }) };
  } catch (error) {
    const perhapsTooLong = isFailure(error, 'ValidationError') && durationSeconds > ALWAYS_GRANTED_SECONDS;
    if (!perhapsTooLong) throw sessionFailure(error);
    const session = await deps.obtain({ durationSeconds: ALWAYS_GRANTED_SECONDS, ...rest }).catch((again: unknown) => {
      throw sessionFailure(again);
    });
    deps.notice(
      `The session lasts ${ALWAYS_GRANTED_SECONDS} s instead of ${durationSeconds} s: AWS refused the longer one, so the role’s MaxSessionDuration is shorter. Raise it on the role to get more.`,
    );
    return { durationSeconds: ALWAYS_GRANTED_SECONDS, session };
  }
}

function sessionFailure(cause: unknown): unknown {
  if (cause instanceof ActionError) return cause;
  return awsFailure('assume-role-failed', 'Getting a session from STS', {
    remedy:
      'Check `role-to-assume` (it must exist), the session policies, and that the region is enabled in the account.',
    cause,
  });
}
