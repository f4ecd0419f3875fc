import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError, ERROR_CODES } from '../../../../src/errors.ts';
import { readRenewInputs, readRevokeInputs, readSweepInputs } from '../../../../src/github/inputs/lease-actions.ts';
import { type Inputs, readInputs } from '../../../../src/github/inputs/main.ts';
import { readSync } from '../../../../src/github/inputs/sync.ts';
import { readSyncInputs } from '../../../../src/github/inputs/sync-action.ts';
import { planUser } from '../../../../src/lease/user-spec.ts';
import type { JobFacts } from '../../../../src/run.ts';
import { syncSpec } from '../../../../src/secrets/spec.ts';
import { anyText, examples, variableText } from '../../../support/fakes/hostile.ts';
import { hostileInputs } from '../../../support/fakes/hostile-inputs.ts';
import { contract, readerOf } from '../../../support/fakes/inputs.ts';
import { fakeRandomness } from '../../../support/fakes/randomness.ts';
import { jobOf, runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';
import { fakeClock } from '../../../support/fakes/time.ts';

const LEAST = { 'aws-region': 'eu-central-1', 'role-to-assume': 'arn:aws:iam::123456789012:role/manager' };
const CANARY = 'c4n4ry';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

/** What reading gives; `undefined` where it ends in the one error there is for that, which tells nothing of a secret. */
function read<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    expect(ERROR_CODES).toContain(error.code);
    expect(error.code).toBe('invalid-inputs');
    expect(error.message).toMatch(/^The inputs are not usable:\n- `/);
    return undefined;
  }
}

function expectWithinLimits(inputs: Inputs, run: JobFacts): void {
  const { lease, identity } = inputs;
  expect(identity.sessionName).toMatch(/^[\w+=,.@-]{2,64}$/);
  expect(lease.ttlSeconds).toBeGreaterThanOrEqual(lease.kind === 'session' ? 900 : 60);
  expect(lease.policyArns.length).toBeLessThanOrEqual(lease.kind === 'session' ? 10 : 20);
  if (lease.kind === 'session') {
    expect((lease.policy ?? '').length).toBeLessThanOrEqual(2_048);
    return;
  }
  expect(lease.maxTtlSeconds).toBeLessThanOrEqual(3650 * 86_400);
  expect(lease.groups.length).toBeLessThanOrEqual(10);
  const plan = planUser(lease, run, { randomness: fakeRandomness(), clock: fakeClock(), outlivesJob: true });
  expect(plan.userName()).toMatch(/^[\w+=,.@-]{1,64}$/);
  expect(plan.path).toMatch(/^\/$|^\/(?:[A-Za-z0-9._-]+\/)+$/);
  expect(plan.path.length).toBeLessThanOrEqual(512);
}

describe('the inputs of the root action', () => {
  const facts = fc.record({
    repository: fc.constantFrom('octo-org/shop', 'o/r.e_p-o', ''),
    job: anyText(3),
    workflow: anyText(3),
    refName: anyText(3),
  });

  it('are all in order, and then within AWS’s limits, or one error says what is not', () => {
    const areSound = (given: Record<string, string>, about: Record<string, string>) => {
      const run = jobOf(about);
      const inputs = read(() => readInputs({ run, env: {}, reader: readerOf({ ...LEAST, ...given }), readSync }));
      if (inputs !== undefined) expectWithinLimits(inputs, run);
    };
    fc.assert(fc.property(hostileInputs(''), facts, areSound), examples(600));
  });

  it('are read whatever is in all of them at once', () => {
    const names = Object.keys(contract().inputs);
    const all = fc.array(fc.oneof(variableText(3), fc.constant('')), {
      minLength: names.length,
      maxLength: names.length,
    });
    const areRead = (texts: string[]) => {
      const given = Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
      read(() => readInputs({ run: runOf(), env: {}, reader: readerOf(given), readSync }));
    };
    fc.assert(fc.property(all, areRead), examples(100));
  });

  it('have their secrets masked before anything can fail, and in no error', () => {
    const SECRETS = ['aws-secret-access-key', 'aws-session-token', 'aws-access-key-id', 'role-external-id'];
    const areHidden = (noise: string[], others: Record<string, string>) => {
      const secrets = noise.map((each, at) => `${CANARY}${at}${each}${CANARY}`);
      const given = Object.fromEntries(SECRETS.map((name, at) => [name, secrets[at] ?? '']));
      const before = runner.masks().length;
      try {
        readInputs({ run: runOf(), env: {}, reader: readerOf({ ...LEAST, ...others, ...given }) });
      } catch (error) {
        expect((error as ActionError).code).toBe('invalid-inputs');
        expect(`${(error as ActionError).message}${(error as ActionError).remedy}`).not.toContain(CANARY);
      }
      const masks = runner
        .masks()
        .slice(before)
        .map((each) => each.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'));
      for (const secret of secrets) expect(masks).toContain(secret);
    };
    const noise = fc.array(variableText(3), { minLength: 4, maxLength: 4 });
    fc.assert(fc.property(noise, hostileInputs(''), areHidden), examples(100));
  });
});

describe('the inputs of a sync', () => {
  it('are all in order, and then within AWS’s limits, or one error says what is not, without any value', () => {
    const areSound = (given: Record<string, string>) => {
      const env = { A: CANARY, B: CANARY, GITHUB_TOKEN: CANARY };
      const act = () =>
        readSyncInputs(runOf(), env, readerOf({ ...LEAST, name: 'app', secrets: '{"A":"c4n4ry"}', ...given }));
      const inputs = read(() => hushed(act));
      const sync = inputs?.sync;
      if (sync?.kind !== 'sync') return;
      const { spec, problems } = syncSpec(sync.request, {
        repository: 'octo-org/shop',
        repositoryId: '42',
        jobEnvironment: 'prod',
      });
      expect([...problems, ...sync.notices, ...sync.warnings].join('\n')).not.toContain(CANARY);
      for (const { name } of spec.desired) expect(name).toMatch(/^[A-Za-z0-9/_+=.@-]{1,512}$/);
      expect(Object.keys(spec.policy.tags).length).toBeLessThanOrEqual(48);
    };
    fc.assert(fc.property(hostileInputs('sync'), areSound), examples(600));
  });
});

/** Passes an error on, unless it says something of a value. */
function hushed<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ActionError) expect(error.message).not.toContain(CANARY);
    throw error;
  }
}

describe('the inputs of renew, revoke and sweep', () => {
  it('are in order or end in one error, and a sweep never takes the whole account', () => {
    const areSound = (text: string, ttl: string) => {
      const given = { ...LEAST, 'lease-id': text, ttl, 'iam-path': text, concurrency: text, 'github-token': text };
      const renew = read(() => readRenewInputs(runOf(), {}, readerOf(given)));
      const revoke = read(() => readRevokeInputs(runOf(), {}, readerOf(given)));
      for (const each of [renew, revoke]) if (each !== undefined) expect(each.leaseId).toMatch(/^[\w+=,.@-]{1,64}$/);
      const sweep = read(() => readSweepInputs(runOf(), {}, readerOf({ ...given, concurrency: '' })));
      if (sweep !== undefined) {
        expect(sweep.pathPrefix).toMatch(/^\/(?:[A-Za-z0-9._-]+\/)+$/);
        expect(sweep.pathPrefix.length).toBeLessThanOrEqual(512);
      }
    };
    const id = fc.oneof(
      anyText(3),
      anyText(6).map((text) => `${text}/`.repeat(60)),
    );
    fc.assert(fc.property(id, fc.oneof(anyText(2), fc.constantFrom('1h', '60')), areSound), examples(300));
  });
});
