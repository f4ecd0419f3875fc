// `/revoke` on the bundle: a lease ends during its job, and no other lease does.
import { CreateUserCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import { findSecret, type Job, type StepResult } from '../lab/runner/runner.ts';
import { createLeaseUser, succeeded, useOf, writes } from '../support/scenarios/leases.ts';
import {
  afterMain,
  callerOf,
  errorCode,
  inJob,
  leaseInputs,
  messagesOf,
  whoAmI,
} from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const DENIED = { code: 'AccessDenied', message: 'Not authorized' };

const lab = useLab();

const revoking = (job: Job, overrides: Record<string, string> = {}) => useOf(job, 'revoke', lab.inputs(overrides));
const revoke = (job: Job, overrides: Record<string, string> = {}) => revoking(job, overrides).main();
/** A job of the laboratory's repository that has issued nothing. */
const revokeAlone = (overrides: Record<string, string>) => inJob(lab, (job) => revoke(job, overrides));

const levels = (result: StepResult) => result.annotations.map(({ level }) => level);

describe('a lease revoked in mid-job', () => {
  it('is gone at once, its key dead; a second time is fine; post is quiet and gives the environment back', () =>
    afterMain(lab, leaseInputs(lab), async ({ job, use, main }) => {
      const [userName = ''] = await lab.users();
      const key = { ...job.env };
      succeeded(await job.step(whoAmI(lab.wire.url)));

      const revoked = succeeded(await revoke(job));
      expect(await lab.users()).toEqual([]);
      expect(await callerOf(lab, key)).toBe('InvalidClientTokenId');
      expect(revoked.log).toContain(`IAM user ${userName} is deleted, with access key`);
      expect(revoked.log).toContain('Proof: STS no longer knows its access key');
      expect(levels(revoked)).toEqual([]);
      expect(revoked.summary).toContain(`${userName}: deleted`);
      expect(await findSecret(job, [revoked], main.exported.AWS_SECRET_ACCESS_KEY ?? '')).toEqual([]);
      // The variables stay, so that the job's next call fails and says why.
      const next = await job.step(whoAmI(lab.wire.url));
      expect([next.conclusion, /InvalidClientTokenId/.test(next.log)]).toEqual(['failure', true]);

      lab.wire.clear();
      const again = succeeded(await revoke(job));
      expect(messagesOf(again, 'notice')).toContain(`IAM user ${userName} does not exist`);
      expect(writes(lab)).toEqual([]);

      const post = succeeded(await use.post());
      expect(levels(post)).toEqual([]);
      expect(post.log).toContain(`IAM user ${userName} was gone already.`);
      expect(writes(lab)).toEqual([]);
      for (const name of Object.keys(main.exported)) expect([name, job.env[name]]).toEqual([name, '']);
    }));

  it('that was issued with `revoke: never` is gone too', () =>
    afterMain(lab, { revoke: 'never' }, async ({ job, main }) => {
      succeeded(main);
      succeeded(await revoke(job));
      expect(await lab.users()).toEqual([]);
    }));

  it('is denied everything and has its keys deleted before anything else', () =>
    afterMain(lab, leaseInputs(lab), async ({ job }) => {
      lab.wire.clear();
      succeeded(await revoke(job));
      expect(writes(lab).slice(0, 2).sort()).toEqual(['DeleteAccessKey', 'PutUserPolicy']);
      expect(writes(lab).at(-1)).toBe('DeleteUser');
      expect(lab.wire.calls.find(({ action }) => action === 'DeleteUserPolicy')?.params.PolicyName).toBe('lease-guard');
    }));
});

describe('`lease-id`', () => {
  it('ends the lease of another job of this repository, and leaves the job’s own', () =>
    afterMain(lab, leaseInputs(lab), async ({ job, main }) => {
      const own = await lab.users();
      await createLeaseUser(lab, 'gha-other-job', { runId: '4711', runAttempt: '3' });
      succeeded(await revoke(job, { 'lease-id': 'gha-other-job' }));
      expect(await lab.users()).toEqual(own);
      expect(await callerOf(lab, main.exported)).toContain(own[0]);
    }));

  it('of a user that does not exist is a notice: there is nothing left to end', async () => {
    const result = succeeded(await revokeAlone({ 'lease-id': 'gone' }));
    expect(messagesOf(result, 'notice')).toContain('IAM user gone does not exist');
    expect(writes(lab)).toEqual([]);
  });

  it.each([
    {
      what: 'a lease of another repository',
      says: 'another repository',
      make: () =>
        createLeaseUser(lab, 'suspect', { tags: { 'lease:repository-id': '1', 'lease:repository': 'octo-org/shop' } }),
    },
    {
      what: 'another user under the same path',
      says: 'the tag lease:managed-by is not',
      make: () => lab.iam.send(new CreateUserCommand({ UserName: 'suspect', Path: '/github-actions/octo-org/shop/' })),
    },
    {
      what: 'a lease whose tags were tampered with',
      says: 'the tag lease:run-id or lease:nonce is missing',
      make: () => createLeaseUser(lab, 'suspect', { tags: { 'lease:nonce': '' } }),
    },
  ])('of $what is refused, and nothing is touched', async ({ says, make }) => {
    await make();
    const before = await lab.describeUser('suspect');
    const result = await revokeAlone({ 'lease-id': 'suspect' });
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'lease-mismatch']);
    expect(messagesOf(result, 'error')).toContain(says);
    expect(writes(lab)).toEqual([]);
    expect(await lab.describeUser('suspect')).toEqual(before);
  });

  it('that is missing is reported in one error with all other problems, before any call', async () => {
    const result = await revokeAlone({ 'aws-region': 'eu central', 'force-skip-oidc': 'perhaps' });
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'invalid-inputs']);
    expect(levels(result)).toEqual(['error']);
    for (const name of ['lease-id', 'aws-region', 'force-skip-oidc'])
      expect(messagesOf(result, 'error')).toContain(`\`${name}\``);
    expect([lab.wire.calls, lab.oidc.issued]).toEqual([[], []]);
  });
});

describe('when AWS', () => {
  it('refuses to delete the user, the step fails with what is left and the commands that finish by hand', async () => {
    await createLeaseUser(lab, 'stuck', { endsIn: 3_600 });
    lab.wire.inject({ action: 'DeleteUser', times: 100 }, DENIED);
    const result = await revokeAlone({ 'lease-id': 'stuck' });
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'revoke-incomplete']);
    expect(messagesOf(result, 'error')).toContain('delete the user: AccessDenied');
    expect(messagesOf(result, 'error')).toContain('aws iam delete-user --user-name=stuck');
    expect(result.summary).toContain('stuck: NOT deleted');
    const left = await lab.describeUser('stuck');
    expect(left.accessKeys).toEqual([]);
  });

  it('refuses to delete the key, the guard stays, and the error says that the key may do nothing', async () => {
    await createLeaseUser(lab, 'stuck', { endsIn: 3_600 });
    lab.wire.inject({ action: 'DeleteAccessKey', times: 100 }, DENIED);
    const result = await revokeAlone({ 'lease-id': 'stuck' });
    expect(errorCode(result)).toBe('revoke-incomplete');
    expect(messagesOf(result, 'error')).toContain('It is denied everything from now on.');
    expect(Object.keys((await lab.describeUser('stuck')).inlinePolicies)).toEqual(['lease-guard']);
  });

  it('refuses to show the user, the error says so and nothing was deleted', async () => {
    await createLeaseUser(lab, 'hidden');
    lab.wire.inject({ action: 'GetUser', times: 100 }, DENIED);
    const result = await revokeAlone({ 'lease-id': 'hidden', 'disable-retry': 'true' });
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'lease-denied']);
    expect(writes(lab)).toEqual([]);
  });

  it('throttles, fails and loses answers, the lease is gone all the same', async () => {
    await createLeaseUser(lab, 'weathered');
    for (const action of ['GetUser', 'ListAccessKeys', 'DeleteAccessKey', 'DeleteUserPolicy']) {
      lab.wire.inject({ action }, 'throttle');
      lab.wire.inject({ action }, 'error-500');
      lab.wire.inject({ action }, 'answer-lost');
    }
    lab.wire.inject({ action: 'DeleteUser' }, 'answer-lost');
    const result = succeeded(await revokeAlone({ 'lease-id': 'weathered' }));
    expect(levels(result)).toEqual([]);
    expect(result.log).toContain('Proof');
    expect(await lab.users()).toEqual([]);
  });

  it.each(['DeleteAccessKey', 'DeleteUserPolicy', 'DeleteUser'])(
    'has applied %s and the step is killed, the next one finishes',
    async (action) => {
      await createLeaseUser(lab, 'half');
      await inJob(lab, async (job) => {
        const running = revoking(job, { 'lease-id': 'half' }).start('main');
        lab.wire.after(action, () => running.kill('SIGKILL'));
        lab.wire.inject({ action }, 'hang-after');
        expect((await running.done).signal).toBe('SIGKILL');
        lab.wire.clear();
        succeeded(await revoke(job, { 'lease-id': 'half' }));
      });
      expect(await lab.users()).toEqual([]);
    },
  );

  it('hangs and the job is cancelled, the step shuts down cleanly and says why', async () => {
    await createLeaseUser(lab, 'slow');
    const result = await inJob(lab, async (job) => {
      const running = revoking(job, { 'lease-id': 'slow' }).start('main');
      lab.wire.before('DeleteUserPolicy', () => void running.cancel());
      lab.wire.inject({ action: 'DeleteUserPolicy', times: 100 }, 'hang');
      return running.done;
    });
    expect([result.signal, result.exitCode, errorCode(result)]).toEqual([null, 1, 'interrupted']);
    expect(result.summary).toContain('slow: NOT deleted');
    const left = await lab.describeUser('slow');
    expect([left.accessKeys, Object.keys(left.inlinePolicies)]).toEqual([[], ['lease-guard']]);
  });
});
