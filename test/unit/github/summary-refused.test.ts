import { expect, it } from '@jest/globals';
import { summariseRevocation } from '../../../src/github/reports/summary.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';

it('a summary that the runner does not take is told of in debug and fails nothing', async () => {
  const runner = fakeRunner();
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
