import { getInput, setSecret } from '@actions/core';
import type { AwsCredentials, Connection } from '../../aws/clients.ts';
import { ActionError } from '../../errors.ts';
import type { IdentityPlan } from '../../identity/identity.ts';
import type { RunFacts } from '../../lease/tags.ts';
import type { JobProxy } from '../proxy.ts';
import { readProxy } from '../proxy.ts';
import { whyUntrusted } from '../run-context.ts';
import { type HandOver, readHandOver } from './hand-over.ts';
import { readIdentity } from './identity.ts';
import { type LeaseInputs, readLease } from './lease.ts';
import { type InputReader, inputReader, isHttpUrl } from './reader.ts';
import type { ReadSync, readSync } from './sync.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** SPEC §2.1, which every action of this repository takes: how AWS is reached, and as whom. Raw strings end here. */
export type AccessInputs = {
  readonly connection: Connection;
  readonly proxy: JobProxy;
  readonly identity: IdentityPlan;
  /** Credentials given as inputs; kept apart from the plan, which is stored. */
  readonly staticKeys: AwsCredentials | undefined;
  readonly maskAccountId: boolean;
  /** 0 = none. */
  readonly timeoutSeconds: number;
};

/** All inputs of the root action, parsed. */
export type Inputs = AccessInputs & {
  readonly lease: LeaseInputs;
  readonly handOver: HandOver;
  readonly useExistingCredentials: boolean;
  readonly revocation: RevokeSettings;
  readonly sync: ReadSync;
};

type ReadSyncInputs = typeof readSync;

/** What post does with the lease, and how it takes a failure. */
export type RevokeSettings = { readonly when: 'always' | 'never'; readonly onFailure: 'error' | 'warning' };

const DEFAULT_MAX_ATTEMPTS = 8;
const MAX_MAX_ATTEMPTS = 20;
const MAX_TIMEOUT_SECONDS = 86_400;

/**
 * Reads and checks every input of the root action before anything else happens.
 * @param readSync what `syncReader` has loaded
 * @throws ActionError `invalid-inputs` that lists all that is wrong
 */
export function readInputs(
  run: RunFacts,
  environment: Environment,
  reader: InputReader = inputReader(),
  readSync?: ReadSyncInputs,
): Inputs {
  const access = readAccess(reader, run, environment);
  const { region } = access.connection;
  const inputs: Inputs = {
    ...access,
    lease: readLease(reader, { run, region }),
    handOver: readHandOver(reader, environment),
    useExistingCredentials: reader.flag('use-existing-credentials', false),
    revocation: {
      when: reader.oneOf('revoke', ['always', 'never']),
      onFailure: reader.oneOf('on-revoke-failure', ['error', 'warning']),
    },
    sync:
      readSync?.(reader, { ...syncSurroundings(access, run, environment), prefix: 'sync-', fallback: 'off' }) ?? 'off',
  };
  if (inputs.handOver.unsetCurrentCredentials && inputs.identity.source.kind === 'environment') {
    reader.problem(
      'unset-current-credentials',
      'would clear the very credentials that `role-chaining` needs; drop one of them',
    );
  }
  assertNoProblems(reader);
  return inputs;
}

/** What the inputs of a sync are read around. */
export function syncSurroundings({ connection, identity }: AccessInputs, run: RunFacts, environment: Environment) {
  const { repository, repositoryId } = run;
  const byOidc = identity.source.kind === 'oidc';
  const untrusted = whyUntrusted(environment);
  const { region, secretsManagerEndpoint: endpoint } = connection;
  return { region, endpoint, repository, repositoryId, environment, byOidc, untrusted };
}

/** The inputs without which no secret is synced, and no file of secrets touched. */
const ASKING_FOR_SYNC = ['sync', 'sync-secrets', 'sync-secrets-file', 'sync-from-env'];

/** Loads what reads the inputs of a sync; nothing where the job asks for none, as most do. */
export async function syncReader(read: (name: string) => string = getInput): Promise<ReadSyncInputs | undefined> {
  if (ASKING_FOR_SYNC.every((name) => ['', 'off'].includes(read(name)))) return undefined;
  return (await import('./sync.ts')).readSync;
}

/** Reads SPEC §2.1, problems going to the reader. */
export function readAccess(reader: InputReader, run: RunFacts, environment: Environment): AccessInputs {
  const connection = readConnection(reader, environment);
  return {
    connection,
    proxy: readProxy(reader, environment, setSecret),
    ...readIdentity(reader, { run, environment, region: connection.region, mask: setSecret }),
    timeoutSeconds: reader.integer('action-timeout-s', { min: 0, max: MAX_TIMEOUT_SECONDS, fallback: 0 }),
  };
}

/** @throws ActionError `invalid-inputs` that lists all that the reader has found wrong */
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

function readConnection(reader: InputReader, environment: Environment): Connection {
  const region = reader.text('aws-region') || environment.AWS_REGION || environment.AWS_DEFAULT_REGION || '';
  if (region === '') reader.problem('aws-region', 'is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set');
  else if (!/^[a-z0-9-]+$/.test(region)) {
    reader.problem('aws-region', `(or AWS_REGION) must be a region such as eu-central-1, not "${region}"`);
  }
  const stsEndpoint = reader.url('sts-endpoint') ?? configuredEndpoint(reader, environment, 'STS');
  const iamEndpoint = reader.url('iam-endpoint') ?? configuredEndpoint(reader, environment, 'IAM');
  const secretsManagerEndpoint =
    reader.url('secretsmanager-endpoint') ?? configuredEndpoint(reader, environment, 'SECRETS_MANAGER');
  const own = [stsEndpoint, iamEndpoint, secretsManagerEndpoint].some((endpoint) => endpoint !== undefined);
  if (own) refuseVariants(reader, environment);
  const tries = { min: 1, max: MAX_MAX_ATTEMPTS, fallback: DEFAULT_MAX_ATTEMPTS };
  const maxAttempts = reader.integer('retry-max-attempts', tries);
  return {
    region,
    ...(stsEndpoint === undefined ? {} : { stsEndpoint }),
    ...(iamEndpoint === undefined ? {} : { iamEndpoint }),
    ...(secretsManagerEndpoint === undefined ? {} : { secretsManagerEndpoint }),
    useFipsEndpoint: environment.AWS_USE_FIPS_ENDPOINT === 'true',
    useDualstackEndpoint: environment.AWS_USE_DUALSTACK_ENDPOINT === 'true',
    maxAttempts: reader.flag('disable-retry', false) ? 1 : maxAttempts,
  };
}

/** AWS's SDK takes no endpoint of the user's own together with these. */
function refuseVariants(reader: InputReader, environment: Environment): void {
  for (const variable of ['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT']) {
    if (environment[variable] === 'true')
      reader.problem(variable, 'cannot be true together with an endpoint of your own');
  }
}

/** The endpoint that the job's environment names for a service, as the SDKs read it. */
function configuredEndpoint(reader: InputReader, environment: Environment, service: string): string | undefined {
  if (environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return undefined;
  const variable = environment[`AWS_ENDPOINT_URL_${service}`] ? `AWS_ENDPOINT_URL_${service}` : 'AWS_ENDPOINT_URL';
  const value = environment[variable];
  if (!value) return undefined;
  if (!isHttpUrl(value)) reader.problem(variable, 'must be a URL that begins with https:// or http://');
  return value;
}
