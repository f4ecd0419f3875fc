import { getInput } from '@actions/core';
import type { RunFacts } from '../../run.ts';
import type { Env } from '../env.ts';
import { whyUntrusted } from '../run-context.ts';
import { type AccessInputs, assertNoProblems, readAccess } from './access.ts';
import { type HandOver, readHandOver } from './hand-over.ts';
import { type LeaseInputs, readLease } from './lease.ts';
import { type InputReader, inputReader } from './reader.ts';
import type { ReadSync, readSync } from './sync.ts';

/** All inputs of the root action, parsed. */
export type Inputs = AccessInputs & {
  readonly lease: LeaseInputs;
  readonly handOver: HandOver;
  readonly useExistingCredentials: boolean;
  readonly revocation: RevokeSettings;
  readonly sync: ReadSync;
};

type ReadSyncInputs = typeof readSync;

/** Whether post revokes the lease, and whether a failure of that fails the job. */
export type RevokeSettings = { readonly when: 'always' | 'never'; readonly onFailure: 'error' | 'warning' };

/** What `readInputs` reads from. */
export type InputSources = {
  readonly run: RunFacts;
  readonly env: Env;
  readonly reader?: InputReader;
  /** From `syncReader`; `undefined` when no sync is configured. */
  readonly readSync?: ReadSyncInputs | undefined;
};

/**
 * Reads and checks every input of the root action before anything else happens.
 * @throws ActionError `invalid-inputs` that lists all problems
 */
export function readInputs({ run, env, reader = inputReader(), readSync }: InputSources): Inputs {
  const access = readAccess(reader, run, env);
  const { region } = access.connection;
  const inputs: Inputs = {
    ...access,
    lease: readLease(reader, { run, region }),
    handOver: readHandOver(reader, env),
    useExistingCredentials: reader.flag('use-existing-credentials', false),
    revocation: {
      when: reader.oneOf('revoke', ['always', 'never']),
      onFailure: reader.oneOf('on-revoke-failure', ['error', 'warning']),
    },
    sync: readSync?.(reader, { ...syncSurroundings(access, run, env), prefix: 'sync-', fallback: 'off' }) ?? {
      kind: 'off',
    },
  };
  if (inputs.handOver.unsetCurrentCredentials && inputs.identity.source.kind === 'env-credentials') {
    reader.problem(
      'unset-current-credentials',
      'would clear the credentials that `role-chaining` uses; remove one of the two inputs',
    );
  }
  assertNoProblems(reader);
  return inputs;
}

/** What the inputs of a sync are checked against. */
export function syncSurroundings({ connection, identity }: AccessInputs, run: RunFacts, env: Env) {
  const { repository, repositoryId } = run;
  const byOidc = identity.source.kind === 'oidc';
  const untrusted = whyUntrusted(env);
  const { region, secretsManagerEndpoint: endpoint } = connection;
  return { region, endpoint, repository, repositoryId, env, byOidc, untrusted };
}

/** Without any of these inputs no secret is synced, and no file of secrets is read or deleted. */
const ASKING_FOR_SYNC = ['sync', 'sync-secrets', 'sync-secrets-file', 'sync-from-env'];

/** Loads the reader of a sync's inputs. Not loaded when no sync is configured, which is the usual case. */
export async function syncReader(read: (name: string) => string = getInput): Promise<ReadSyncInputs | undefined> {
  if (ASKING_FOR_SYNC.every((name) => ['', 'off'].includes(read(name)))) return undefined;
  return (await import('./sync.ts')).readSync;
}
