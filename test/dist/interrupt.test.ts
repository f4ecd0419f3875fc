import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import type { Running, StepResult, Use } from '../lab/runner/runner.ts';
import { callerOf, errorCode, leaseInputs } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { TOKEN } from '../support/token-request.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

/** So long after SIGINT the runner sends SIGTERM (https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs). */
const GRACE_MS = 7_500;
const HOLD_MS = 500;
const NEVER_MS = 60_000;
const BEFORE_CREATE = [TOKEN, 'AssumeRoleWithWebIdentity'];
const MAIN_CALLS = [
  ...BEFORE_CREATE,
  'CreateUser',
  'CreateAccessKey',
  'PutUserPolicy',
  'AttachUserPolicy',
  'AddUserToGroup',
  'GetCallerIdentity',
];
const POST_CALLS = [
  TOKEN,
  'AssumeRoleWithWebIdentity',
  'GetUser',
  'ListAccessKeys',
  'DeleteAccessKey',
  'DetachUserPolicy',
  'DeleteUserPolicy',
  'RemoveUserFromGroup',
  'DeleteUser',
  'GetCallerIdentity',
];

type Way = { how: string; stop: (running: Running) => unknown };
const WAYS: Way[] = [
  { how: 'cancelled', stop: (running) => void running.cancel() },
  { how: 'sent SIGINT', stop: (running) => running.kill('SIGINT') },
  { how: 'sent SIGTERM', stop: (running) => running.kill('SIGTERM') },
];
const SIGINT = WAYS[1]?.stop ?? (() => undefined);
const ROWS = WAYS.flatMap(({ how, stop }) => MAIN_CALLS.map((call) => ({ how, stop, call })));

type Stoppable = {
  use: Use;
  /** Sends the signal; the time since is counted to main's end. */
  stop: () => void;
  run: () => Promise<{ main: StepResult; sinceStopMs: number }>;
};

async function stoppable(site: Site, way: Way['stop'], overrides: Record<string, string> = {}): Promise<Stoppable> {
  const job = await site.job();
  const use = job.use(leaseInputs(site.lab, overrides));
  let running: Running | undefined;
  let stoppedAt = Number.NaN;
  return {
    use,
    stop: () => {
      stoppedAt = performance.now();
      if (running) way(running);
    },
    run: async () => {
      running = use.start('main');
      const main = await running.done;
      return { main, sinceStopMs: performance.now() - stoppedAt };
    },
  };
}

/** Main ended by itself, in time, as a failure that says why, and gave the job no secret. */
function expectOrderlyEnd(
  { main, sinceStopMs }: { main: StepResult; sinceStopMs: number },
  code = 'interrupted',
): void {
  expect(main.signal).toBeNull();
  expect(main.exitCode).toBe(1);
  expect(errorCode(main)).toBe(code);
  expect(sinceStopMs).toBeLessThan(GRACE_MS);
  expect(main.exported).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
}

/** Main has left nothing, and post knows that without asking AWS. */
async function expectNothingToDo(site: Site, use: Use): Promise<void> {
  expect(await site.lab.users()).toEqual([]);
  site.clear();
  const post = await use.post();
  expect(post.exitCode).toBe(0);
  expect(post.annotations).toEqual([]);
  expect(site.lab.wire.actions()).toEqual([]);
}

async function expectPostCleansUp(site: Site, use: Use): Promise<void> {
  const post = await use.post();
  expect(post.exitCode).toBe(0);
  expect(await site.lab.users()).toEqual([]);
}

it.concurrent('main sent SIGINT while CreateUser hangs, not applied: says that a user may be left, and post finds none', () =>
  sites.use(async (site) => {
    const { use, stop, run } = await stoppable(site, SIGINT);
    site.inject('CreateUser', 'hang');
    site.before('CreateUser', stop);
    const ended = await run();
    expectOrderlyEnd(ended);
    expect(ended.main.log).toContain('may still exist');
    await expectPostCleansUp(site, use);
  }));

it.concurrent('main sent SIGINT while CreateUser hangs, applied: the user is gone, at the latest after post', () =>
  sites.use(async (site) => {
    const { use, stop, run } = await stoppable(site, SIGINT);
    site.inject('CreateUser', 'hang-after');
    site.after('CreateUser', stop);
    const ended = await run();
    expectOrderlyEnd(ended);
    if ((await site.lab.users()).length > 0) expect(ended.main.log).toContain('may still exist');
    await expectPostCleansUp(site, use);
  }));

it.concurrent.each(['GetUser', 'ListAccessKeys', 'DeleteAccessKey', 'DetachUserPolicy', 'DeleteUser'])(
  'main sent SIGINT whose roll-back hangs in %s: it still ends in time, and post removes what is left',
  (call) =>
    sites.use(async (site) => {
      site.lab.wire.keyActivationMs = NEVER_MS;
      const { use, stop, run } = await stoppable(site, SIGINT);
      site.after('GetCallerIdentity', stop);
      site.inject(call, 'hang');
      const ended = await run();
      expectOrderlyEnd(ended);
      expect(ended.main.log).toContain('may still exist');
      site.clear();
      await expectPostCleansUp(site, use);
    }),
);

it.concurrent.each(['CreateUser', 'CreateAccessKey'])(
  'main sent SIGINT while the SDK pauses before it tries %s again: it does not wait for the pause to end',
  (call) =>
    sites.use(async (site) => {
      const { use, stop, run } = await stoppable(site, SIGINT);
      let tries = 0;
      site.inject(call, 'throttle', 40);
      // By the sixth try the SDK draws its pause from up to 20 s.
      site.lab.wire.afterEvery(({ action }) => {
        if (action !== call) return;
        tries += 1;
        if (tries === 6) stop();
      });
      expectOrderlyEnd(await run());
      site.clear();
      await expectPostCleansUp(site, use);
    }),
);

it.concurrent.each(ROWS)(
  'main $how in $call: ends in time, takes back what it made, and leaves post nothing to do',
  ({ call, stop: way }) =>
    sites.use(async (site) => {
      const { use, stop, run } = await stoppable(site, way);
      site.before(call, async () => {
        stop();
        await pause(HOLD_MS);
      });
      expectOrderlyEnd(await run());
      if (BEFORE_CREATE.includes(call)) expect(site.count('CreateUser')).toBe(0);
      await expectNothingToDo(site, use);
    }),
);

it.concurrent.each(WAYS)(
  'main $how while it waits for the key to work: ends in time and leaves nothing',
  ({ stop: way }) =>
    sites.use(async (site) => {
      site.lab.wire.keyActivationMs = NEVER_MS;
      const { use, stop, run } = await stoppable(site, way);
      let probes = 0;
      site.lab.wire.afterEvery(({ action }) => {
        if (action !== 'GetCallerIdentity') return;
        probes += 1;
        if (probes === 10) stop();
      });
      expectOrderlyEnd(await run());
      await expectNothingToDo(site, use);
    }),
);

it.concurrent.each(['GetUser', 'DeleteAccessKey', 'DeleteUser'])(
  'a second and a third signal while main rolls back, in %s, change nothing',
  (call) =>
    sites.use(async (site) => {
      site.lab.wire.keyActivationMs = NEVER_MS;
      const job = await site.job();
      const use = job.use(leaseInputs(site.lab));
      const running = use.start('main');
      site.after('GetCallerIdentity', () => running.kill('SIGINT'));
      site.before(call, async () => {
        running.kill('SIGINT');
        running.kill('SIGTERM');
        await pause(HOLD_MS);
      });
      const main = await running.done;
      expect(main.signal).toBeNull();
      expect(main.exitCode).toBe(1);
      expect(errorCode(main)).toBe('interrupted');
      await expectNothingToDo(site, use);
    }),
);

const MISSING = { 'policy-arns': 'arn:aws:iam::123456789012:policy/missing' };

it.concurrent.each([
  ['failed by itself', 'GetUser', MISSING, 'interrupted'],
  ['failed by itself', 'DeleteAccessKey', MISSING, 'interrupted'],
  ['failed by itself', 'DeleteUser', MISSING, 'interrupted'],
  ['took longer than `action-timeout-s`', 'DeleteUser', { 'action-timeout-s': '3' }, 'action-timeout'],
] as const)(
  'main cancelled while it takes back what %s, in %s that hangs: it still ends in time, and post removes what is left',
  (_why, call, inputs, code) =>
    sites.use(async (site) => {
      if (code === 'action-timeout') site.lab.wire.keyActivationMs = NEVER_MS;
      const { use, stop, run } = await stoppable(site, (running) => void running.cancel(), inputs);
      site.inject(call, 'hang', 40);
      site.before(call, stop);
      const ended = await run();
      expectOrderlyEnd(ended, code);
      expect(ended.main.log).toContain('may still exist');
      site.clear();
      await expectPostCleansUp(site, use);
    }),
);

it.concurrent('`action-timeout-s` ends a wait for a key that does not come to work: main fails and leaves nothing', () =>
  sites.use(async (site) => {
    site.lab.wire.keyActivationMs = 20_000;
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab, { 'action-timeout-s': '2' }));
    const main = await use.main();
    expect(main.exitCode).toBe(1);
    expect(errorCode(main)).toBe('action-timeout');
    expect(main.durationMs).toBeGreaterThan(2_000);
    expect(main.durationMs).toBeLessThan(2_000 + GRACE_MS);
    expect(main.exported).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
    await expectNothingToDo(site, use);
  }));

it.concurrent.each([
  ...POST_CALLS.map((call) => ({ call, signal: 'SIGINT' as const })),
  ...[TOKEN, 'DeleteAccessKey', 'DeleteUser'].map((call) => ({ call, signal: 'SIGTERM' as const })),
])('post sent $signal in $call finishes its work all the same', ({ call, signal }) =>
  sites.use(async (site) => {
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0' }));
    const main = await use.main();
    expect(main.exitCode).toBe(0);
    const running = use.start('post');
    site.before(call, async () => {
      running.kill(signal);
      await pause(HOLD_MS);
    });
    const post = await running.done;
    expect(post.exitCode).toBe(0);
    expect(await site.lab.users()).toEqual([]);
    expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
    expect(job.env.AWS_ACCESS_KEY_ID).toBe('');
  }),
);
