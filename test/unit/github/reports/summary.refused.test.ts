import { expect, it } from '@jest/globals';
import { summariseRevocation } from '../../../../src/github/reports/summary.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

it('a summary that the runner does not accept is a debug line and fails nothing', async () => {
  const runner = fakeRunner();
  process.env.RUNNER_DEBUG = '1';
  delete process.env.GITHUB_STEP_SUMMARY;
  try {
    await summariseRevocation({
      userName: 'u',
      outcome: 'deleted',
      removed: [],
      failures: [],
      guard: 'off',
      rareLeft: false,
      proof: 'dead',
      endsAt: undefined,
    });
    expect(runner.commands()).toEqual([expect.stringMatching(/^::debug::No job summary: /)]);
  } finally {
    runner.end();
  }
});
