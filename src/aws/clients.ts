import type { IAMClient, IAMClientConfig } from '@aws-sdk/client-iam';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { unlessAborted } from '../waiting/lifetime.ts';
import { awsRequestHandler } from './answers.ts';
import { actionOf, type ClientContext, observeAttempts, tellCall } from './calls.ts';
import { iamSigningRegion } from './partition.ts';
import { type FaultOptions, retryFaults } from './retry-faults.ts';

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

/** Settings of every client. They are explicit, so nothing in the environment or in `~/.aws` changes them. */
function clientConfig(context: ClientContext, by: ClientCredentials, { keepAlive }: { readonly keepAlive: boolean }) {
  const { connection, clock, debug } = context;
  return {
    region: connection.region,
    // `sender` retries, for all clients by the same rules.
    maxAttempts: 1,
    useFipsEndpoint: connection.useFipsEndpoint,
    useDualstackEndpoint: connection.useDualstackEndpoint,
    ignoreConfiguredEndpointUrls: true,
    defaultsMode: 'standard',
    systemClockOffset: clock.offsetMs(),
    requestHandler: awsRequestHandler({ keepAlive, debug }),
    ...(by === undefined ? {} : { credentials: by }),
  } satisfies STSClientConfig & IAMClientConfig & { ignoreConfiguredEndpointUrls: boolean };
}

type ClientCredentials = AwsCredentials | (() => Promise<AwsCredentials>) | undefined;

type Sender = { send(...args: never[]): unknown };

/**
 * A client's `send` with retries and within the lifetime: no attempt starts after its soft end, and its hard end stops one in flight.
 * `$metadata.attempts` counts all attempts, in answers and in errors.
 */
function sender<C extends Sender>(client: C, context: ClientContext, options: FaultOptions): Pick<C, 'send'> {
  const { lifetime } = context;
  observeAttempts(client, context);
  const service = client.constructor.name.replace(/Client$/, '');
  const send = async (command: object, settings: object = {}) => {
    lifetime.soft.throwIfAborted();
    let attempts = 0;
    const attempt = async () => {
      attempts++;
      const answer = client.send(...([command, { ...settings, abortSignal: lifetime.hard }] as never[]));
      return unlessAborted(Promise.resolve(answer), lifetime.hard);
    };
    const call = () => retryFaults(attempt, context, options).then(count, (error) => Promise.reject(count(error)));
    const count = <T>(outcome: T): T => {
      const { $metadata } = Object(outcome) as { $metadata?: { attempts?: number } };
      if ($metadata !== undefined) $metadata.attempts = attempts;
      return outcome;
    };
    return tellCall(`${service} ${actionOf(command.constructor.name)}`, context, call);
  };
  return { send: send as unknown as C['send'] };
}

/** The retry options for calls with these credentials. */
function faultsOf(credentials: ClientCredentials): FaultOptions {
  if (credentials === undefined) return {};
  return { isSigned: true, isSession: typeof credentials === 'function' || credentials.sessionToken !== undefined };
}

/**
 * A regional STS client.
 * @param credentials without them it can only make the calls that need none
 * @param settings `retries: false`: one attempt a call. `keepAlive: false`: each request on a connection of its own
 */
export async function stsClient(
  context: ClientContext,
  credentials: AwsCredentials | undefined,
  settings: { readonly keepAlive?: boolean; readonly retries?: boolean } = {},
): Promise<Sts> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  const { stsEndpoint: endpoint } = context.connection;
  const { keepAlive = true, retries = context.retries } = settings;
  const client = new STSClient({
    ...clientConfig(context, credentials, { keepAlive }),
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  return sender(client, { ...context, retries }, faultsOf(credentials));
}

/**
 * An IAM client; IAM has one endpoint per partition, whatever the region.
 * @param credentials or where to get them anew when they end
 * @param settings `throttledByCaller`: throttled calls are not tried again here, since the caller slows down for them
 */
export async function iamClient(
  context: ClientContext,
  credentials: AwsCredentials | (() => Promise<AwsCredentials>),
  settings: { readonly throttledByCaller: boolean } = { throttledByCaller: false },
): Promise<Iam> {
  const { IAMClient } = await import('@aws-sdk/client-iam');
  const { iamEndpoint: endpoint, region } = context.connection;
  const client = new IAMClient({
    ...clientConfig(context, credentials, { keepAlive: true }),
    ...(endpoint === undefined ? {} : { endpoint, region: iamSigningRegion(region) }),
  });
  return sender(client, context, { ...faultsOf(credentials), ...settings });
}

/** A Secrets Manager client of the region. */
export async function secretsManagerClient(
  context: ClientContext,
  credentials: AwsCredentials,
): Promise<SecretsManager> {
  const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const { secretsManagerEndpoint: endpoint } = context.connection;
  const client = new SecretsManagerClient({
    ...clientConfig(context, credentials, { keepAlive: true }),
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  return sender(client, context, faultsOf(credentials));
}

/**
 * Asks the job's regional STS for the owner of a key: one attempt, on its own connection. The call needs no permission and no policy can
 * deny it, so the answer depends on the key alone.
 * @returns the ARN behind the key
 */
export async function callerIdentityProbe(
  context: ClientContext,
  credentials: AwsCredentials,
): Promise<() => Promise<string>> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const sts = await stsClient(context, credentials, { keepAlive: false, retries: false });
  return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}
