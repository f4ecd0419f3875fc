import type { IAMClient, IAMClientConfig } from '@aws-sdk/client-iam';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryStrategyV2, StandardRetryToken } from '@smithy/types';
import { isFailure, isThrottled } from './failures.ts';
import { httpHandler } from './http.ts';
import { iamSigningRegion } from './partition.ts';

/** Credentials as AWS hands them out. An IAM user's have neither session token nor expiration. */
export type AwsCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
};

/** How AWS is reached. Everything a client needs but its credentials; nothing is read from the environment behind it. */
export type Connection = {
  readonly region: string;
  readonly stsEndpoint?: string;
  readonly iamEndpoint?: string;
  readonly secretsManagerEndpoint?: string;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
  /** Tries of one call, the first included; the SDK retries throttling, 5xx and network faults with full jitter. */
  readonly maxAttempts: number;
};

/** How long calls may go on: after `soft` no new one starts, after `hard` those under way are cut. */
export type Lifetime = { readonly soft: AbortSignal; readonly hard: AbortSignal };

/** IAM bound to a lifetime. All calls go through `send(new Command())`. */
export type Iam = Pick<IAMClient, 'send'>;
/** STS, likewise. */
export type Sts = Pick<STSClient, 'send'>;
/** Secrets Manager, likewise. */
export type SecretsManager = Pick<SecretsManagerClient, 'send'>;

/** A lifetime that stops, all at once, `milliseconds` from now. */
export function lifetimeFor(milliseconds: number): Lifetime {
  const signal = AbortSignal.timeout(milliseconds);
  return { soft: signal, hard: signal };
}

const SOON_OVER = ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'];

/**
 * The SDK's standard retry: throttling, 5xx and network faults, with full jitter. But for `LimitExceeded`, which it takes for
 * throttling and which is IAM's name for a full quota: no pause will empty that. And with what it takes for a mistake of ours:
 * that somebody else is just changing the same user, policy or group.
 */
function retryStrategy(maxAttempts: number, ownPace: boolean): RetryStrategyV2 {
  const standard = new StandardRetryStrategy(maxAttempts);
  return {
    acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
    refreshRetryTokenForRetry: async (token, info) => {
      if (isFailure(info.error, 'LimitExceeded') || (ownPace && isThrottled(info.error))) throw info.error;
      const errorType = isFailure(info.error, ...SOON_OVER) ? 'THROTTLING' : info.errorType;
      return standard.refreshRetryTokenForRetry(token as StandardRetryToken, { ...info, errorType });
    },
    recordSuccess: (token) => standard.recordSuccess(token as StandardRetryToken),
  };
}

/** What every client of ours is built with: explicit settings that win over anything in the environment or in `~/.aws`. */
function clientConfig(
  connection: Connection,
  credentials: AwsCredentials | (() => Promise<AwsCredentials>) | undefined,
  ownPace = false,
) {
  return {
    region: connection.region,
    maxAttempts: connection.maxAttempts,
    retryStrategy: retryStrategy(connection.maxAttempts, ownPace),
    useFipsEndpoint: connection.useFipsEndpoint,
    useDualstackEndpoint: connection.useDualstackEndpoint,
    ignoreConfiguredEndpointUrls: true,
    defaultsMode: 'standard',
    ...(credentials === undefined ? {} : { credentials }),
  } satisfies STSClientConfig & IAMClientConfig & { ignoreConfiguredEndpointUrls: boolean };
}

/**
 * Binds a client's `send` to a lifetime: refused once it has softly ended, given up when it has ended hard, also in a pause
 * between two tries, which the SDK would sleep through.
 */
function boundTo<C extends { send(...args: never[]): unknown }>(client: C, lifetime: Lifetime): Pick<C, 'send'> {
  const send = async (command: never, options: object = {}) => {
    lifetime.soft.throwIfAborted();
    const answer = client.send(...([command, { ...options, abortSignal: lifetime.hard }] as never[]));
    return unlessAborted(Promise.resolve(answer), lifetime.hard);
  };
  return { send: send as C['send'] };
}

/** The promise's outcome, or the signal's reason when that comes first. */
export function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** A regional STS client. Without credentials it can only make the calls that need none. */
export async function stsClient(
  connection: Connection,
  credentials: AwsCredentials | undefined,
  lifetime: Lifetime,
  settings: { keepAlive: boolean } = { keepAlive: true },
): Promise<Sts> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({
    ...clientConfig(connection, credentials),
    requestHandler: httpHandler(settings),
    ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
  });
  return boundTo(client, lifetime);
}

/** AWS's answers carry whole seconds, and are some latency old: less than this is no sign of a wrong clock. */
const LEAST_OFFSET_MS = 60_000;

/** By how much AWS's clock is ahead of this machine's, as its last answer showed; negative when behind; 0 when they agree. */
function realOffset(sampledMs: number): number {
  return Math.abs(sampledMs) < LEAST_OFFSET_MS ? 0 : sampledMs;
}

/**
 * An IAM client; IAM has one endpoint per partition, whatever the region.
 * @param credentials or where to get them anew when they end
 * @param settings `ownPace`: refusals for haste are not tried again here, since the caller slows down for them
 */
export async function iamClient(
  connection: Connection,
  credentials: AwsCredentials | (() => Promise<AwsCredentials>),
  lifetime: Lifetime,
  settings: { ownPace: boolean } = { ownPace: false },
): Promise<Iam & { clockOffsetMs(): number }> {
  const { IAMClient } = await import('@aws-sdk/client-iam');
  const custom =
    connection.iamEndpoint === undefined
      ? {}
      : { endpoint: connection.iamEndpoint, region: iamSigningRegion(connection.region) };
  const client = new IAMClient({
    ...clientConfig(connection, credentials, settings.ownPace),
    requestHandler: httpHandler({ keepAlive: true }),
    ...custom,
  });
  return { ...boundTo(client, lifetime), clockOffsetMs: () => realOffset(client.config.systemClockOffset) };
}

/** A Secrets Manager client of the region. */
export async function secretsManagerClient(
  connection: Connection,
  credentials: AwsCredentials,
  lifetime: Lifetime,
): Promise<SecretsManager> {
  const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const { secretsManagerEndpoint: endpoint } = connection;
  const client = new SecretsManagerClient({
    ...clientConfig(connection, credentials),
    requestHandler: httpHandler({ keepAlive: true }),
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  return boundTo(client, lifetime);
}

/**
 * Asks the job's regional STS who a key belongs to: one try, on a connection of its own. Needs no permission and cannot be
 * denied by a policy, so its answer speaks of the key alone.
 * @returns the ARN behind the key
 */
export async function callerIdentityProbe(
  connection: Connection,
  credentials: AwsCredentials,
  lifetime: Lifetime,
): Promise<() => Promise<string>> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const sts = await stsClient({ ...connection, maxAttempts: 1 }, credentials, lifetime, { keepAlive: false });
  return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}
