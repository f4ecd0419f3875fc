import { setSecret } from '@actions/core';
import { DEFAULT_ROOT, iamPath, MAX_PATH_CHARS } from '../../lease/naming/path.ts';
import type { RunFacts } from '../../run.ts';
import type { Env } from '../env.ts';
import { HOW_TO_GIVE_REPOSITORY_ID } from '../run-context.ts';
import { type AccessInputs, assertNoProblems, readAccess } from './access.ts';
import { LEASE_ID_VARIABLE } from './hand-over.ts';
import { type InputReader, inputReader } from './reader.ts';

/** The inputs of `/renew`. */
export type RenewInputs = AccessInputs & { readonly leaseId: string; readonly ttlSeconds: number };
/** The inputs of `/revoke`. */
export type RevokeInputs = AccessInputs & { readonly leaseId: string };

const HOUR_SECONDS = 3600;
const MIN_TTL_SECONDS = 60;
const MAX_TTL_SECONDS = 3650 * 24 * HOUR_SECONDS;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const USER_NAME = /^[\w+=,.@-]{1,64}$/;

/** @throws ActionError `invalid-inputs` that lists all problems */
export function readRenewInputs(run: RunFacts, env: Env, reader: InputReader = inputReader()): RenewInputs {
  const access = readAccess(reader, run, env);
  const leaseId = readLeaseId(reader, env);
  const ttlSeconds = reader.seconds('ttl', HOUR_SECONDS);
  if (ttlSeconds < MIN_TTL_SECONDS) reader.problem('ttl', `is ${ttlSeconds} s; the minimum is ${MIN_TTL_SECONDS} s`);
  if (ttlSeconds > MAX_TTL_SECONDS)
    reader.problem('ttl', `is ${ttlSeconds} s; the maximum is ten years, ${MAX_TTL_SECONDS} s`);
  assertKnownRepository(reader, run);
  assertNoProblems(reader);
  return { ...access, leaseId, ttlSeconds };
}

/** @throws ActionError `invalid-inputs` that lists all problems */
export function readRevokeInputs(run: RunFacts, env: Env, reader: InputReader = inputReader()): RevokeInputs {
  const access = readAccess(reader, run, env);
  const leaseId = readLeaseId(reader, env);
  assertKnownRepository(reader, run);
  assertNoProblems(reader);
  return { ...access, leaseId };
}

function readLeaseId(reader: InputReader, env: Env): string {
  const id = reader.text('lease-id') || env[LEASE_ID_VARIABLE] || '';
  if (id === '') {
    reader.problem(
      'lease-id',
      `is missing, and ${LEASE_ID_VARIABLE} is not set: this job has issued no lease, or a session, which AWS can neither renew nor revoke`,
    );
  } else if (!USER_NAME.test(id)) reader.problem('lease-id', `must be the name of an IAM user, not "${id}"`);
  return id;
}

/** Only leases of this repository are changed. They are recognised by the repository's number. */
function assertKnownRepository(reader: InputReader, { repositoryId }: RunFacts): void {
  if (repositoryId === '')
    reader.problem(
      'GITHUB_REPOSITORY_ID',
      `is not set; without it the leases of this repository cannot be recognised. ${HOW_TO_GIVE_REPOSITORY_ID}`,
    );
}

/** The inputs of `/sweep`. */
export type SweepInputs = AccessInputs & {
  readonly pathPrefix: string;
  readonly dryRun: boolean;
  /** Empty: GitHub is not asked which runs have completed. */
  readonly githubToken: string;
  readonly concurrency: number;
};

/** IAM's rate limits are not published. The sweep slows down when AWS throttles it. */
const CONCURRENCY = { min: 1, max: 50, fallback: 10 };

/** @throws ActionError `invalid-inputs` that lists all problems */
export function readSweepInputs(run: RunFacts, env: Env, reader: InputReader = inputReader()): SweepInputs {
  const access = readAccess(reader, run, env);
  const githubToken = reader.text('github-token');
  if (githubToken !== '') setSecret(githubToken);
  const pathPrefix = iamPath(reader.text('iam-path') || DEFAULT_ROOT);
  if (pathPrefix === '/') reader.problem('iam-path', 'must not be the whole account; give the path of the leases');
  if (pathPrefix.length > MAX_PATH_CHARS)
    reader.problem('iam-path', `has ${pathPrefix.length} characters; IAM allows ${MAX_PATH_CHARS}`);
  const inputs = {
    ...access,
    pathPrefix,
    dryRun: reader.flag('dry-run', false),
    githubToken,
    concurrency: reader.integer('concurrency', CONCURRENCY),
  };
  assertNoProblems(reader);
  return inputs;
}
