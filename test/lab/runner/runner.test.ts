import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OidcIssuer } from '../oidc.ts';
import { startOidcIssuer } from '../oidc.ts';
import { makeFixtureAction, variableIn } from './fixture-action.ts';
import type { Job, JobOptions } from './runner.ts';
import { startJob } from './runner.ts';

let oidc: OidcIssuer;
let action: Awaited<ReturnType<typeof makeFixtureAction>>;
let job: Job;

beforeAll(async () => {
  oidc = await startOidcIssuer();
  action = await makeFixtureAction();
});
afterAll(async () => {
  await oidc.close();
  await action.remove();
});

async function start(options: Partial<JobOptions> = {}): Promise<Job> {
  return startJob({ lab: { oidc }, actionPath: action.path, ...options });
}
beforeEach(async () => {
  job = await start();
});
afterEach(() => job.remove());

describe('the environment', () => {
  test('holds every input with its default, and nothing of this machine', async () => {
    const code = `console.log(JSON.stringify(env))`;
    process.env.LEAK = 'yes';
    const { stdout } = await job.use({ do: code, plain: 'given' }).main();
    delete process.env.LEAK;
    const env = JSON.parse(stdout) as Record<string, string>;
    expect(env).toMatchObject({
      INPUT_PLAIN: 'given',
      INPUT_TWO_WORDS: 'true',
      INPUT_REPO: 'octo-org/shop',
      INPUT_EMPTY: '',
      'INPUT_DO-IN-POST': '',
      GITHUB_ACTION: '__self',
      GITHUB_RUN_ATTEMPT: '1',
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
    });
    expect(env.INPUT_TOKEN).toMatch(/^ghs_/);
    expect(
      Object.keys(env).filter((name) => !/^(INPUT|GITHUB|RUNNER|ACTIONS)_|^(PATH|HOME|LANG|CI)$/.test(name)),
    ).toEqual([]);
  });

  test('warns of unknown and deprecated inputs, which arrive all the same', async () => {
    const { annotations, stdout, log } = await job
      .use({ do: 'console.log(env.INPUT_TYPO)', typo: 'x', old: 'y' })
      .main();
    expect(annotations.map(({ message }) => message)).toEqual([
      "Input 'old' has been deprecated with message: use plain",
      "Unexpected input(s) 'typo', valid inputs are ['do', 'do-in-post', 'plain', 'two words', 'token', 'repo', 'empty', 'old']",
    ]);
    expect(log).toMatch(/^Warning: Input 'old'/);
    expect(stdout).toBe('x\n');
  });

  test('has no token service without the permission', async () => {
    await job.remove();
    job = await start({ oidc: false });
    expect(await variableIn(job, 'ACTIONS_ID_TOKEN_REQUEST_URL')).toBeUndefined();
  });

  test('passes GITHUB_ENV on to later steps, but for what the runner keeps to itself', async () => {
    const code = `put('GITHUB_ENV', 'A=1\\nA=2\\nM<<E\\nx\\n\\ny\\nE\\nNODE_OPTIONS=--bad\\nGITHUB_RUN_ID=0\\nRUNNER_TEMP=/x\\n'); put('GITHUB_PATH', '/added\\n')`;
    const result = await job.use({ do: code }).main();
    expect(result.exported).toMatchObject({ A: '2', M: 'x\n\ny' });
    expect(result).toMatchObject({ exitCode: 0, conclusion: 'failure' });
    expect(result.annotations[0]?.message).toContain("Can't store NODE_OPTIONS");
    job.setEnv('NODE_OPTIONS', '--bad');
    job.setEnv('B', 'later');
    expect(await variableIn(job, 'A')).toBe('2');
    expect(await variableIn(job, 'B')).toBe('later');
    expect(await variableIn(job, 'NODE_OPTIONS')).toBeUndefined();
    expect(await variableIn(job, 'GITHUB_RUN_ID')).toBe('19280374655');
    expect(await variableIn(job, 'PATH')).toMatch(/^\/added:/);
  });
});

describe('state', () => {
  test('of main reaches its own post, and beats what a later step injects', async () => {
    const show = `console.log(env.STATE_saved, env.STATE_empty, env.STATE_never)`;
    const one = job.use({ do: `put('GITHUB_STATE', 'saved=one\\nempty=\\n')`, 'do-in-post': show });
    const two = job.use({ do: `put('GITHUB_STATE', 'saved=two\\n')`, 'do-in-post': show });
    expect((await one.main()).state).toEqual({ saved: 'one', empty: '' });
    await two.main();
    for (const name of ['saved', 'empty', 'never']) job.setEnv(`STATE_${name}`, 'injected');
    const [first, second] = await job.finish();
    expect(first).toMatchObject({ name: 'post of __self_2', stdout: 'two injected injected\n' });
    expect(second).toMatchObject({ name: 'post of __self', stdout: 'one  injected\n' });
  });

  test('survives a kill, up to a half-written heredoc', async () => {
    const code = `put('GITHUB_STATE', 'name<<E\\nuser\\nE\\nhalf<<E\\nunfini'); console.log('ready'); wait()`;
    const use = job.use({ do: code, 'do-in-post': 'console.log(env.STATE_name, env.STATE_half)' });
    const running = use.start('main');
    await running.seen('ready');
    running.kill('SIGKILL');
    const result = await running.done;
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', conclusion: 'failure', state: { name: 'user' } });
    expect(result.annotations.map(({ message }) => message)).toContain(
      "Invalid value. Matching delimiter not found 'E'",
    );
    expect((await use.post()).stdout).toBe('user undefined\n');
  });

  test('inputs may be others in post', async () => {
    const use = job.use({ 'do-in-post': 'console.log(env.INPUT_PLAIN)', plain: 'main' });
    await use.main();
    const inputs = { 'do-in-post': 'console.log("other", env.INPUT_PLAIN)' };
    expect((await use.post({ inputs })).stdout).toBe('other from the default\n');
  });

  test('an action whose main did not run has no post', async () => {
    job.use({});
    expect(await job.finish()).toEqual([]);
  });
});

describe('cancelling', () => {
  test('is SIGINT, for which an action has time', async () => {
    const code = `process.on('SIGINT', () => setTimeout(() => { console.log('cleaned'); process.exit(1) }, 300)); wait(); console.log('ready')`;
    const running = job.use({ do: code }).start('main');
    await running.seen('ready');
    await running.cancel();
    expect(await running.done).toMatchObject({ exitCode: 1, stdout: 'ready\ncleaned\n' });
  });

  test('goes on to SIGTERM after 7.5 s and kills the tree 2.5 s later', async () => {
    const code = `
      require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' });
      for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => console.log(signal, Math.round(performance.now() / 100) / 10));
      console.log('ready');
      wait()`;
    const running = job.use({ do: code }).start('main');
    await running.seen('ready');
    const at = performance.now();
    await running.cancel();
    const { signal, stdout } = await running.done;
    expect(signal).toBe('SIGKILL');
    // Five seconds more if `sleep`, which holds the same pipes, had outlived its parent.
    expect((performance.now() - at) / 1000).toBeCloseTo(10, 0);
    expect(stdout).toMatch(/SIGINT [\d.]+\nSIGTERM [789]/);
  }, 15_000);
});
