import { describe, expect, it } from '@jest/globals';
import type { ActionError } from '../../src/errors.ts';
import { leaseFailure } from '../../src/lease/lease-failure.ts';
import { renewUser } from '../../src/lease/renew.ts';
import { findLease } from '../../src/lease/tagged-lease.ts';
import { awsError, rejection } from '../support/fakes/aws-error.ts';
import { fakeIam, fakeUser } from '../support/fakes/iam.ts';
import { fakeWaiting, NOON } from '../support/fakes/time.ts';
import { filesIn, textOf, yaml } from '../support/workflow-steps.ts';

const inputsOf = (folder: string) => Object.keys((yaml(textOf(`${folder}action.yml`)) as { inputs: object }).inputs);
const EVERY_INPUT = new Set(['', 'renew/', 'revoke/', 'sweep/', 'sync/'].flatMap(inputsOf));

/** The inputs that a text names in backticks, as `ttl` or `ttl: 1h`. */
function inputsIn(text: string): string[] {
  const names = [...text.matchAll(/`([a-z][a-z-]*)(?:: [^`]*)?\\?`/g)].map(([, name = '']) => name);
  return names.filter((name) => EVERY_INPUT.has(name));
}

const missingFrom = (action: string, texts: readonly string[]) => {
  const own = inputsOf(`${action}/`);
  return texts.flatMap(inputsIn).filter((name) => !own.includes(name));
};

const FAILURES = [
  'AccessDenied',
  'LimitExceededException',
  'NoSuchEntityException',
  'MalformedPolicyDocumentException',
];
const CONTEXT = { ...fakeWaiting(), iam: fakeIam().iam };

/** Every remedy of an action that works on an existing lease. */
async function remediesOf(purpose: 'renew' | 'revoke'): Promise<string[]> {
  const { iam, users } = fakeIam();
  users.set('gha-1', fakeUser({ tags: [] }));
  const foreign = await rejection(findLease('gha-1', '42', { ...CONTEXT, iam, purpose }));
  const expired = await rejection(renewUser({ expiresAt: new Date(NOON) } as never, 60, { ...CONTEXT, iam }));
  const errors = [foreign, expired, ...FAILURES.map((name) => leaseFailure(purpose, 'Reading', awsError(name)))];
  return errors.map((error) => (error as ActionError).remedy);
}

/** The code of a file without its comments. */
const codeOf = (path: string) => textOf(path).replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '');

describe('a text that advises an input', () => {
  it('is recognised, whether it gives a value or not', () => {
    expect(inputsIn('Set `ttl` or `credential-type: session`, not `docs` or `/revoke`.')).toEqual([
      'ttl',
      'credential-type',
    ]);
    expect(missingFrom('revoke', ['Set `ttl` or `lease-id`.'])).toEqual(['ttl']);
  });
});

describe('what an action advises', () => {
  it.each(['renew', 'revoke'] as const)('names only inputs of /%s', async (action) => {
    const remedies = await remediesOf(action);
    expect(remedies).toHaveLength(6);
    expect(missingFrom(action, remedies)).toEqual([]);
  });

  it.each(['renew', 'revoke', 'sweep'])('names only inputs of /%s in its own file', (action) => {
    expect(missingFrom(action, [codeOf(`src/job/${action}.ts`)])).toEqual([]);
  });

  // Every action has the same inputs for its managing identity.
  it.each(['renew', 'revoke', 'sweep', 'sync'])('names only inputs of /%s where the identity fails', (action) => {
    const files = [...filesIn('src/identity', /\.ts$/), 'src/job/open-identity.ts', 'src/job/report-revocation.ts'];
    // Only the main action issues a session, so only there a session can be impossible.
    const texts = files.map((path) => codeOf(path).replace('use `credential-type: iam-user`', ''));
    expect(files.length).toBeGreaterThan(10);
    expect(missingFrom(action, texts)).toEqual([]);
  });
});
