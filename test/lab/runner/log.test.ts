import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OidcIssuer } from '../oidc.ts';
import { startOidcIssuer } from '../oidc.ts';
import { makeFixtureAction, variableIn } from './fixture-action.ts';
import type { Job, JobOptions } from './runner.ts';
import { findSecret, startJob } from './runner.ts';

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

describe('the log', () => {
  test('renders commands, hides masked values from then on, and keeps the raw output', async () => {
    const code = `
      console.log('early s3cr3t/line'); console.log('::add-mask::s3cr3t/line%0Asecond'); console.log('::error title=Oops%3A::no s3cr3t/line%0Ahere');
      console.log('::debug::quiet'); console.log('::group::Part'); console.log('::endgroup::'); console.log('::unknown::x');
      console.log('second', encodeURIComponent('s3cr3t/line'), Buffer.from('s3cr3t/line!').toString('base64'));
      console.log('::stop-commands::tok'); console.log('::notice::shown'); console.log('::tok::'); console.log('::notice::told');
      process.stderr.write('no newline');`;
    const result = await job.use({ do: code }).main();
    expect(result.log.split('\n')).toEqual([
      'early s3cr3t/line',
      'Error: no ***',
      'here',
      'Part',
      '::unknown::x',
      '*** *** ***bmUh',
      '::notice::shown',
      'Notice: told',
      'no newline',
      '',
    ]);
    expect([...job.masks]).toContain('second');
    expect(result.annotations[0]).toEqual({ level: 'error', title: 'Oops:', message: 'no ***\nhere' });
    expect(result.stdout).toContain('::debug::quiet\n');
  });
});

describe('finding a secret', () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCY';

  test('finds nothing when it was only masked, exported and asked for', async () => {
    const code = `console.log('::add-mask::${secret}'); put('GITHUB_ENV', 'K=${secret}\\n'); put('GITHUB_OUTPUT', 'k=${secret}\\n')`;
    const result = await job
      .use({ do: `eval(Buffer.from('${Buffer.from(code).toString('hex')}', 'hex').toString())` })
      .main();
    expect(await findSecret(job, [result], secret, { allowed: ['outputs'] })).toEqual([]);
    expect(await findSecret(job, [result], secret)).toEqual(['outputs of main of __self']);
    expect(await variableIn(job, 'K')).toBe(secret);
  });

  test('finds it wherever else it shows', async () => {
    const code = `
      console.log('x ${secret}'); console.log('::add-mask::${secret}'); console.log('y ${secret}'); console.error('${encodeURIComponent(secret)}');
      put('GITHUB_STATE', 'k=${secret}\\n'); put('GITHUB_STEP_SUMMARY', '${secret}'); fs.writeFileSync(env.HOME + '/left', '${secret}');
      console.log('::warning::${secret}')`;
    const found = await findSecret(job, [await job.use({ do: code }).main()], secret);
    const places = found.map((place) => place.replace(/ \/.*\/(\D*?)(_[-\da-f]{36})?$/, ' $1'));
    expect(places.sort()).toEqual([
      'file left',
      'file save_state',
      'file step_summary',
      'log of main of __self',
      'state of main of __self',
      'stderr line 1 of main of __self',
      'stdout line 1 of main of __self',
      'stdout line 3 of main of __self',
      'stdout line 4 of main of __self',
      'summary of main of __self',
    ]);
  });

  test('finds it in a command line', async () => {
    const result = await job.step(['sleep', '0.1', '0.0000001234567']);
    expect(await findSecret(job, [result], '0.0000001234567')).toEqual(['argv of step sleep']);
  });
});
