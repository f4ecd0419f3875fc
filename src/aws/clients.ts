import type { IAMClient, IAMClientConfig } from '@aws-sdk/client-iam';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { type Lifetime, unlessAborted } from '../waiting/lifetime.ts';
import { type ClientContext, observe } from './calls.ts';
import { httpHandler } from './http.ts';
import { iamSigningRegion } from './partition.ts';
import { retryStrategy } from './retry-strategy.ts';

/** Credentials as AWS hands them out. An IAM user's have neither session token nor expiration. */
export type AwsCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
};

/** IAM bound to a lifetime. All calls go through `send(new Command())`. */
export type Iam = Pick<IAMClient, 'send'>;
/** STS, likewise. */
export type Sts = Pick<STSClient, 'send'>;
/** Secrets Manager, likewise. */
export type SecretsManager = Pick<SecretsManagerClient, 'send'>;

/** What every client of ours is built with: explicit settings that win over anything in the environment or in `~/.aws`. */
function clientConfig(
  { connection }: ClientContext,
  credentials: AwsCredentials | (() => Promise<AwsCredentials>) | undefined,
  throttledByCaller = false,
) {
  return {
    region: connection.region,
    maxAttempts: connection.maxAttempts,
    retryStrategy: retryStrategy(connection.maxAttempts, throttledByCaller),
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
function boundTo<C extends { send(...args: never[]): unknown }>(lifetime: Lifetime, client: C): Pick<C, 'send'> {
  const send = async (command: never, options: object = {}) => {
    lifetime.soft.throwIfAborted();
    const answer = client.send(...([command, { ...options, abortSignal: lifetime.hard }] as never[]));
    return unlessAborted(Promise.resolve(answer), lifetime.hard);
  };
  return { send: send as C['send'] };
}

/**
 * A regional STS client.
 * @param credentials without them it can only make the calls that need none
 * @param settings `maxAttempts`: other than the connection's. `keepAlive: false`: each request on a connection of its own
 */
export async function stsClient(
  context: ClientContext,
  credentials: AwsCredentials | undefined,
  settings: { keepAlive?: boolean; maxAttempts?: number } = {},
): Promise<Sts> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  const { connection, lifetime } = context;
  const { keepAlive = true, maxAttempts = connection.maxAttempts } = settings;
  const client = new STSClient({
    ...clientConfig({ ...context, connection: { ...connection, maxAttempts } }, credentials),
    requestHandler: httpHandler({ keepAlive, debug: context.debug }),
    ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
  });
  observe(client, context);
  return boundTo(lifetime, client);
}

/**
 * An IAM client; IAM has one endpoint per partition, whatever the region.
 * @param credentials or where to get them anew when they end
 * @param settings `throttledByCaller`: throttled calls are not tried again here, since the caller slows down for them
 */
export async function iamClient(
  context: ClientContext,
  credentials: AwsCredentials | (() => Promise<AwsCredentials>),
  settings: { throttledByCaller: boolean } = { throttledByCaller: false },
): Promise<Iam> {
  const { IAMClient } = await import('@aws-sdk/client-iam');
  const { connection, lifetime } = context;
  const custom =
    connection.iamEndpoint === undefined
      ? {}
      : { endpoint: connection.iamEndpoint, region: iamSigningRegion(connection.region) };
  const client = new IAMClient({
    ...clientConfig(context, credentials, settings.throttledByCaller),
    requestHandler: httpHandler({ keepAlive: true, debug: context.debug }),
    ...custom,
  });
  observe(client, context);
  return boundTo(lifetime, client);
}

/** A Secrets Manager client of the region. */
export async function secretsManagerClient(
  context: ClientContext,
  credentials: AwsCredentials,
): Promise<SecretsManager> {
  const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const { secretsManagerEndpoint: endpoint } = context.connection;
  const client = new SecretsManagerClient({
    ...clientConfig(context, credentials),
    requestHandler: httpHandler({ keepAlive: true, debug: context.debug }),
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  observe(client, context);
  return boundTo(context.lifetime, client);
}

/**
 * Asks the job's regional STS who a key belongs to: one try, on a connection of its own. Needs no permission and cannot be
 * denied by a policy, so its answer speaks of the key alone.
 * @returns the ARN behind the key
 */
export async function callerIdentityProbe(
  context: ClientContext,
  credentials: AwsCredentials,
): Promise<() => Promise<string>> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const sts = await stsClient(context, credentials, { keepAlive: false, maxAttempts: 1 });
  return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}
