import { IAMClient } from '@aws-sdk/client-iam';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { STSClient } from '@aws-sdk/client-sts';
import { REGION } from '../secrets/secrets.ts';
import type { Credentials } from './keys.ts';
import type { Wire } from './wire.ts';

/** A client of IAM through the wire, signed with these credentials; tries once by default. */
export function iamThrough(wire: Wire, credentials: Credentials, maxAttempts = 1): IAMClient {
  return new IAMClient({ endpoint: wire.url, region: 'us-east-1', credentials, maxAttempts });
}

/** STS through the wire. */
export function stsThrough(wire: Wire, credentials: Credentials): STSClient {
  return new STSClient({ endpoint: wire.url, region: 'eu-central-1', credentials, maxAttempts: 1 });
}

/** Secrets Manager through the wire; tries once by default. */
export function secretsThrough(
  wire: Wire,
  credentials: Credentials,
  { region = REGION, maxAttempts = 1 }: { region?: string; maxAttempts?: number } = {},
): SecretsManagerClient {
  return new SecretsManagerClient({ endpoint: wire.url, region, credentials, maxAttempts });
}

/** The name of the error that a call ends with, or `none`. */
export async function failure(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'none',
    (error: Error) => error.name,
  );
}

/** Name and message of the error that a call ends with, or `none`. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'none',
    (error: Error) => `${error.name}: ${error.message}`,
  );
}
