import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { fail, logInfo, runStep, type Step, warn } from '../../../src/github/step.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP']) process.removeAllListeners(signal);
  process.exitCode = 0;
  runner.end();
});

async function stepOf(): Promise<Step> {
  let found: Step | undefined;
  await runStep(async (step) => {
    found = step;
  }, STOPPING);
  if (found === undefined) throw new Error('The step did not run');
  return found;
}

const STACK = [
  'TypeError: s3cret',
  '    at issueLease (file:///action/dist/action/index.js:1:2)',
  '    at node:internal/process/task_queues:105:5',
].join('\n');
const STOPPING = { stopsOnSignal: true };
const OWN = new ActionError('lease-failed', 'It failed', { remedy: 'Mend it.', cause: new TypeError('inner') });

describe('a step', () => {
  it('that ends well prints nothing', async () => {
    await runStep(async () => undefined, STOPPING);
    expect(runner.commands()).toEqual([]);
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('that throws fails with the sentence, the remedy and where to read more', async () => {
    process.env.RUNNER_DEBUG = '1';
    await runStep(async () => {
      throw OWN;
    }, STOPPING);
    expect(process.exitCode).toBe(1);
    expect(runner.commands()).toEqual([
      '::error::It failed%0A%0AWhat to do: Mend it.%0AMore: docs/troubleshooting.md#lease-failed',
      '::debug::Caused by TypeError',
    ]);
  });

  it('that throws something else fails as unexpected', async () => {
    await runStep(async () => {
      throw new TypeError('x is no function');
    }, STOPPING);
    expect(runner.commands()).toEqual([
      expect.stringContaining('::error::Unexpected error: TypeError: x is no function'),
    ]);
  });

  it('that throws something else shows with debug logging where, without the message', async () => {
    process.env.RUNNER_DEBUG = '1';
    await runStep(async () => {
      throw Object.assign(new TypeError('s3cret', { cause: new RangeError('s3cret too') }), { stack: STACK });
    }, STOPPING);
    expect(runner.commands().slice(1)).toEqual([
      '::debug::Caused by TypeError',
      '::debug::    at issueLease (file:///action/dist/action/index.js:1:2)',
      '::debug::Caused by RangeError',
    ]);
  });

  it.each(['SIGINT', 'SIGTERM'])('is ended softly by %s, and says so once', async (signal) => {
    await runStep(async (step) => {
      process.emit(signal as NodeJS.Signals);
      process.emit(signal as NodeJS.Signals);
      expect(step.lifetime.soft.reason).toMatchObject({
        code: 'interrupted',
        message: expect.stringContaining(signal),
      });
      expect(step.lifetime.hard.aborted).toBe(false);
      throw new Error('whatever was under way');
    }, STOPPING);
    expect(runner.commands().filter((line) => line.includes('shutting down cleanly'))).toHaveLength(1);
    expect(runner.commands().join('\n')).toContain('docs/troubleshooting.md#interrupted');
    expect(runner.commands().join('\n')).not.toContain('whatever was under way');
  });

  it('lets calls under way settle for 1.5 s before they are cut', async () => {
    await runStep(async (step) => {
      const begun = Date.now();
      process.emit('SIGINT');
      await new Promise((resolve) => step.lifetime.hard.addEventListener('abort', resolve));
      const took = Date.now() - begun;
      expect(took).toBeGreaterThanOrEqual(1_400);
      expect(took).toBeLessThan(3_000);
    }, STOPPING);
    expect(runner.commands()).toHaveLength(1);
  });

  it('that is the clean-up logs a signal and goes on', async () => {
    await runStep(
      async (step) => {
        process.emit('SIGTERM');
        expect(step.lifetime.soft.aborted).toBe(false);
      },
      { stopsOnSignal: false },
    );
    expect(runner.commands()).toEqual(['SIGTERM received: the clean-up continues.']);
    expect(process.exitCode ?? 0).toBe(0);
  });

  it.each(['`action-timeout-s`', 'the limit that holds without `action-timeout-s`'])(
    'ends itself when its time is up, and names the limit: %s',
    async (limit) => {
      await runStep(async (step) => {
        step.endAfter(0.01, limit);
        await rejection(step.clock.sleep(5_000, step.lifetime.soft));
        throw new Error('whatever was under way');
      }, STOPPING);
      const printed = runner.commands().join('\n');
      expect(printed).toContain(`::error::The step took longer than ${limit}, 0.01 s`);
      expect(printed).toContain('docs/troubleshooting.md#action-timeout');
    },
  );

  it('that waits for what never comes is stopped, and says so', async () => {
    await runStep(async (step) => {
      process.emit('beforeExit', 0);
      expect(step.lifetime.soft.reason).toMatchObject({ code: 'stalled' });
      expect(step.stopping.aborted).toBe(false);
      await rejection(step.clock.sleep(5_000, step.lifetime.soft));
      throw new Error('whatever was under way');
    }, STOPPING);
    const printed = runner.commands();
    expect(printed[0]).toContain('shutting down cleanly');
    expect(printed.at(-1)).toContain('docs/troubleshooting.md#stalled');
    expect(printed.join('\n')).not.toContain('whatever was under way');
    expect(process.exitCode).toBe(1);
  });

  it.each([STOPPING, { stopsOnSignal: false }])(
    'that waits for ever even after it was stopped fails in the end: %j',
    async (options) => {
      await runStep(async () => {
        process.emit('beforeExit', 0);
        process.emit('beforeExit', 0);
        expect(runner.commands().at(-1)).toContain('::error::The step waited for something that can no longer happen');
        expect(process.exitCode).toBe(1);
      }, options);
    },
  );

  it('that was interrupted and then waits for ever fails with the interruption', async () => {
    await runStep(async () => {
      process.emit('SIGTERM');
      process.emit('beforeExit', 0);
      expect(runner.commands().at(-1)).toContain('docs/troubleshooting.md#interrupted');
    }, STOPPING);
  });

  it('that is over no longer looks at how the process ends', async () => {
    const before = process.listenerCount('beforeExit');
    await stepOf();
    await runStep(async () => {
      throw OWN;
    }, STOPPING);
    expect(process.listenerCount('beforeExit')).toBe(before);
  });

  it('does not begin where a file of the runner is unusable', async () => {
    process.env.GITHUB_OUTPUT = runner.folder;
    let begun = false;
    await runStep(async () => {
      begun = true;
    }, STOPPING);
    expect(begun).toBe(false);
    expect(runner.commands()).toEqual([
      expect.stringMatching(/^::error::GITHUB_OUTPUT: not a regular file.*#runner-files-unusable$/),
    ]);
  });
});

describe('what a step has at hand', () => {
  it('is a clock that sleeps', async () => {
    const { clock } = await stepOf();
    const begun = clock.now();
    await clock.sleep(20);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(15);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  });

  it('is a clock that is woken with the signal’s reason', async () => {
    const { clock } = await stepOf();
    const reason = new Error('stopped');
    expect(await rejection(clock.sleep(5_000, AbortSignal.abort(reason)))).toBe(reason);
  });

  it('is randomness of just these characters, and fractions below one', async () => {
    const { randomness } = await stepOf();
    const text = randomness.text('abc', 500);
    expect(text).toMatch(/^[abc]{500}$/);
    expect(new Set(text).size).toBe(3);
    const fractions = Array.from({ length: 100 }, () => randomness.fraction());
    expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
    expect(new Set(fractions).size).toBeGreaterThan(90);
  });

  it('is a mask and a log, with debug lines only when they are on', async () => {
    const { mask, log } = await stepOf();
    mask('s3cret');
    log.info('a fact');
    log.notice('a notice');
    log.warning('a warning');
    log.debug('a detail that nobody asked for');
    process.env.RUNNER_DEBUG = '1';
    log.debug('a detail');
    expect(runner.commands()).toEqual([
      '::add-mask::s3cret',
      'a fact',
      '::notice::a notice',
      '::warning::a warning',
      '::debug::a detail',
    ]);
  });
});

describe('a line of the log', () => {
  it('stays one line, whatever it says', async () => {
    const { log } = await stepOf();
    log.info('arn:x\n::stop-commands::t\r##[add-mask]y\u2028z');
    logInfo('a\n::error::b');
    expect(runner.commands()).toEqual(['arn:x?::stop-commands::t?##?[add-mask]y?z', 'a?::error::b']);
  });
});

describe('a complaint', () => {
  it('as a warning does not fail the step', () => {
    warn(OWN);
    expect(runner.commands()).toEqual([
      '::warning::It failed%0A%0AWhat to do: Mend it.%0AMore: docs/troubleshooting.md#lease-failed',
    ]);
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('without a cause names none', () => {
    fail(new ActionError('lease-failed', 'It failed', { remedy: 'Mend it.' }));
    expect(runner.commands()).toHaveLength(1);
  });
});
