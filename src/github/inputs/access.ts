import { setSecret } from '@actions/core';
import type { Connection } from '../../aws/calls.ts';
import { ActionError } from '../../errors.ts';
import type { IdentityPlan } from '../../identity/identity.ts';
import type { StaticKeys } from '../../identity/static-keys.ts';
import type { RunFacts } from '../../run.ts';
import type { Env } from '../env.ts';
import { type JobProxy, readProxy } from '../proxy.ts';
import { readIdentity } from './identity.ts';
import { type InputReader, isHttpUrl } from './reader.ts';

/** The parsed inputs that all actions of this repository share: how AWS is reached, and with which identity. */
export type AccessInputs = {
  readonly connection: Connection;
  readonly proxy: JobProxy;
  readonly identity: IdentityPlan;
  /** Credentials given as inputs. Not part of the plan, because the plan is saved for post. */
  readonly staticKeys: StaticKeys;
  readonly maskAccountId: boolean;
  /** 0 = no limit. */
  readonly timeoutSeconds: number;
  /** Endpoints that the environment names and no input. */
  readonly fromEnvironment: readonly ConfiguredEndpoint[];
};

/** Where a service is reached, and the variable that says so. */
export type ConfiguredEndpoint = { readonly service: string; readonly host: string; readonly variable: string };

const DEFAULT_MAX_ATTEMPTS = 8;
const MAX_MAX_ATTEMPTS = 20;
const MAX_TIMEOUT_SECONDS = 86_400;

/** Reads `AccessInputs`. Problems are added to the reader. */
export function readAccess(reader: InputReader, run: RunFacts, env: Env): AccessInputs {
  const connection = readConnection(reader, env);
  return {
    connection,
    fromEnvironment: endpointsFromEnvironment(connection, env),
    proxy: readProxy(reader, env, setSecret),
    ...readIdentity(reader, { run, env, region: connection.region, mask: setSecret }),
    timeoutSeconds: reader.integer('action-timeout-s', { min: 0, max: MAX_TIMEOUT_SECONDS, fallback: 0 }),
  };
}

/** @throws ActionError `invalid-inputs` that lists all problems of the reader */
export function assertNoProblems(reader: InputReader): void {
  if (reader.problems.length === 0) return;
  throw new ActionError(
    'invalid-inputs',
    ['The inputs are not usable:', ...reader.problems.map((line) => `- ${line}`)].join('\n'),
    {
      remedy: 'Correct them all and run the job again. Nothing was created, no AWS call was made.',
    },
  );
}

function readConnection(reader: InputReader, env: Env): Connection {
  const region = reader.text('aws-region') || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  if (region === '') reader.problem('aws-region', 'is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set');
  else if (!/^[a-z0-9-]+$/.test(region)) {
    reader.problem('aws-region', `(or AWS_REGION) must be a region such as eu-central-1, not "${region}"`);
  }
  const stsEndpoint = reader.url('sts-endpoint') ?? configuredEndpoint(reader, env, 'STS');
  const iamEndpoint = reader.url('iam-endpoint') ?? configuredEndpoint(reader, env, 'IAM');
  const secretsManagerEndpoint =
    reader.url('secretsmanager-endpoint') ?? configuredEndpoint(reader, env, 'SECRETS_MANAGER');
  const own = [stsEndpoint, iamEndpoint, secretsManagerEndpoint].some((endpoint) => endpoint !== undefined);
  if (own) refuseVariants(reader, env);
  const tries = { min: 1, max: MAX_MAX_ATTEMPTS, fallback: DEFAULT_MAX_ATTEMPTS };
  const maxAttempts = reader.integer('retry-max-attempts', tries);
  return {
    region,
    ...(stsEndpoint === undefined ? {} : { stsEndpoint }),
    ...(iamEndpoint === undefined ? {} : { iamEndpoint }),
    ...(secretsManagerEndpoint === undefined ? {} : { secretsManagerEndpoint }),
    useFipsEndpoint: env.AWS_USE_FIPS_ENDPOINT === 'true',
    useDualstackEndpoint: env.AWS_USE_DUALSTACK_ENDPOINT === 'true',
    maxAttempts: reader.flag('disable-retry', false) ? 1 : maxAttempts,
  };
}

/** AWS's SDK rejects a custom endpoint together with these. */
function refuseVariants(reader: InputReader, env: Env): void {
  for (const variable of ['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT']) {
    if (env[variable] === 'true') reader.problem(variable, 'cannot be true together with a custom endpoint');
  }
}

/** The endpoint of a service from the job's environment (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). */
function configuredEndpoint(reader: InputReader, env: Env, service: string): string | undefined {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return undefined;
  const variable = endpointVariable(env, service);
  const value = env[variable];
  if (!value) return undefined;
  if (!isHttpUrl(value)) reader.problem(variable, 'must be a URL that begins with https:// or http://');
  return value;
}

function endpointVariable(env: Env, service: string): string {
  return env[`AWS_ENDPOINT_URL_${service}`] ? `AWS_ENDPOINT_URL_${service}` : 'AWS_ENDPOINT_URL';
}

/** Which of STS and IAM are reached where a variable says. Of Secrets Manager the sync says so itself. */
function endpointsFromEnvironment({ stsEndpoint, iamEndpoint }: Connection, env: Env): ConfiguredEndpoint[] {
  const used = { STS: stsEndpoint, IAM: iamEndpoint };
  return Object.entries(used).flatMap(([service, endpoint]) => {
    const variable = endpointVariable(env, service);
    // An input that says the same is no surprise to anybody.
    const isNamed = endpoint !== undefined && endpoint === env[variable] && URL.canParse(endpoint);
    return isNamed ? [{ service, host: new URL(endpoint).host, variable }] : [];
  });
}
