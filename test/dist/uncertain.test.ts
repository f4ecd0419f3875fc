import { UpdateUserCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import type { Running, Use } from '../lab/runner/runner.ts';
import { afterMain, errorCode, inJob, leaseInputs, messagesOf } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const DENIED = { code: 'AccessDenied', status: 403 };

const lab = useLab();

/** Runs main and kills it once `action` has been applied. */
async function killedAfter(use: Use, action: string): Promise<void> {
  const box: { running?: Running } = {};
  lab.wire.after(action, async () => {
    box.running?.kill('SIGKILL');
    await box.running?.done;
  });
  box.running = use.start('main');
  await box.running.done;
  lab.wire.clear();
}

describe('`revoke: never`', () => {
  it('keeps what the job was given, and nothing that main never finished: that may lack its guard', async () => {
    await inJob(lab, async (job) => {
      const use = job.use(leaseInputs(lab, { revoke: 'never' }));
      // The guard waits, so that main dies with a key made and no guard put.
      lab.wire.inject({ action: 'PutUserPolicy' }, 'hang');
      await killedAfter(use, 'CreateAccessKey');
      expect(await lab.users()).toHaveLength(1);
      const post = await use.post();
      expect(post.exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
    });
  });
});

describe('a lease that is whole', () => {
  it('is noted as such before the job has it, so that a killed main leaves no doubt about the guard of a key in use', async () => {
    await afterMain(lab, leaseInputs(lab), async ({ main }) => {
      const whole = main.rawState.indexOf('"progress":"issued"');
      const handedOver = main.rawState.search(/"name":"AWS_ACCESS_KEY_ID","before":"","hash":"[0-9a-f]{64}"/);
      expect(whole).toBeGreaterThan(0);
      expect(handedOver).toBeGreaterThan(whole);
    });
  });
});

describe('a managing role whose policies name a path', () => {
  // For a user that IAM does not see (yet, or any more) it knows no path, so such policies make it answer AccessDenied.
  it('may be refused the first look at a user that post has to delete', async () => {
    await inJob(lab, async (job) => {
      const use = job.use(leaseInputs(lab));
      await killedAfter(use, 'CreateUser');
      lab.wire.inject({ action: 'GetUser', times: 2 }, DENIED);
      const post = await use.post();
      expect(post.exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
    });
  });

  it.each(['PutUserPolicy', 'CreateAccessKey', 'AttachUserPolicy'])(
    'may be refused the first %s after CreateUser',
    async (action) => {
      lab.wire.inject({ action }, DENIED);
      await afterMain(lab, leaseInputs(lab), async ({ main, job }) => {
        expect(main.exitCode).toBe(0);
        const [post] = await job.finish();
        expect(post?.exitCode).toBe(0);
        expect(await lab.users()).toEqual([]);
      });
    },
  );

  it('may be refused a DeleteUser whose first answer was lost, since the user is gone', async () => {
    await afterMain(lab, leaseInputs(lab), async ({ use }) => {
      lab.wire.inject({ action: 'DeleteUser' }, 'answer-lost');
      lab.wire.inject({ action: 'DeleteUser', skip: 1, times: 1 }, DENIED);
      const post = await use.post();
      expect(post.exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
    });
  });
});

describe('another process that changes the same thing (ConcurrentModification)', () => {
  const BUSY = { code: 'ConcurrentModification', status: 409 };

  it.each(['CreateUser', 'AttachUserPolicy', 'AddUserToGroup', 'PutUserPolicy'])(
    'does not stop main in %s',
    async (action) => {
      lab.wire.inject({ action, times: 2 }, BUSY);
      await afterMain(lab, leaseInputs(lab), async ({ main, job }) => {
        expect(main.exitCode).toBe(0);
        await job.finish();
        expect(await lab.users()).toEqual([]);
      });
    },
  );

  it.each(['DetachUserPolicy', 'RemoveUserFromGroup', 'DeleteAccessKey'])(
    'does not stop post in %s',
    async (action) => {
      await afterMain(lab, leaseInputs(lab), async ({ use }) => {
        lab.wire.inject({ action, times: 3 }, BUSY);
        const post = await use.post();
        expect(post.exitCode).toBe(0);
        expect(await lab.users()).toEqual([]);
      });
    },
  );
});

describe('the credentials of the machine itself, with `unset-current-credentials`', () => {
  it('are what post revokes with, not the stale ones that main has cleared', async () => {
    const { accessKeyId, secretAccessKey } = lab.longLived;
    await inJob(
      lab,
      async (job) => {
        const use = job.use({
          ...leaseInputs(lab),
          'role-to-assume': '',
          'use-ambient-credentials': 'true',
          'unset-current-credentials': 'true',
        });
        job.setEnv('AWS_SHARED_CREDENTIALS_FILE', `${job.directories.home}/machine`);
        await job.step([
          'sh',
          '-c',
          `printf '[default]\\naws_access_key_id = ${accessKeyId}\\naws_secret_access_key = ${secretAccessKey}\\n' > "$AWS_SHARED_CREDENTIALS_FILE"`,
        ]);
        const main = await use.main();
        expect(main.exitCode).toBe(0);
        const post = await use.post();
        expect(post.exitCode).toBe(0);
        expect(await lab.users()).toEqual([]);
      },
      { env: { AWS_ACCESS_KEY_ID: 'AKIASTALESTALESTALE1', AWS_SECRET_ACCESS_KEY: 'stale' }, oidc: false },
    );
  });
});

describe('a user that post cannot delete', () => {
  it('is not said to have a guard when main was killed before it added one', async () => {
    await inJob(lab, async (job) => {
      const use = job.use(leaseInputs(lab));
      lab.wire.inject({ action: 'PutUserPolicy' }, 'hang');
      await killedAfter(use, 'CreateAccessKey');
      for (const action of ['DeleteAccessKey', 'PutUserPolicy']) {
        lab.wire.inject({ action, times: Number.POSITIVE_INFINITY }, DENIED);
      }
      const post = await use.post();
      expect(errorCode(post)).toBe('revoke-incomplete');
      expect(messagesOf(post, 'error')).not.toContain('Its guard denies every call');
      expect(messagesOf(post, 'error')).toContain('It may have no guard');
    });
  });

  it('is left alone when it was moved to another path', async () => {
    await afterMain(lab, leaseInputs(lab), async ({ use }) => {
      const [UserName = ''] = await lab.users();
      await lab.iam.send(new UpdateUserCommand({ UserName, NewPath: '/elsewhere/' }));
      const post = await use.post();
      expect(errorCode(post)).toBe('lease-mismatch');
      expect(await lab.users()).toEqual([UserName]);
    });
  });
});
