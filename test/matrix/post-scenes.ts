import { ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam';
import { expect } from '@jest/globals';
import { attachForeignItems } from '../lab/account/foreign-attachments.ts';
import type { StepResult } from '../lab/runner/runner.ts';
import { messagesOf } from '../support/scenarios/scenario.ts';
import { expectCleanEnvironment, expectGone, type Leased, leased, sweepLater } from './lease-checks.ts';
import type { Ended, Scene, SetScene } from './scene.ts';
import { isSurvivable } from './verdict.ts';

/** A virtual MFA device is an entity of its own: where it outlives the user, the step must have warned about it. */
async function expectDevicesReported({ site: { lab } }: Leased, result: StepResult): Promise<void> {
  const { VirtualMFADevices = [] } = await lab.iam.send(new ListVirtualMFADevicesCommand({}));
  for (const { SerialNumber = '' } of VirtualMFADevices) expect(messagesOf(result, 'warning')).toContain(SerialNumber);
}

/** A post without a lasting fault has proved that the key is dead, and warns about nothing. */
function expectProved({ result, fault }: Ended): void {
  // A proof without an answer has no time left for a second try: post then gives a notice.
  if (!isSurvivable(fault) || fault === 'hang' || fault === 'drip') return;
  expect(result.annotations).toEqual([]);
  expect(result.log).toContain('Proof: STS no longer knows');
}

/** Post; where it does not finish, a sweep follows. @param alsoCheck a further check where it survived */
function postScene(lease: Leased, alsoCheck: (ended: Ended) => void | Promise<void>): Scene {
  const { job, use, main } = lease;
  return {
    job,
    start: () => use.start('post'),
    check: async (ended) => {
      if (ended.ending !== 'killed') expectCleanEnvironment(job);
      if (ended.ending !== 'survived') return;
      await expectGone(lease, main);
      await alsoCheck(ended);
    },
    afterwards: () => sweepLater(lease),
    earlier: [main],
    mayOutliveCancel: true,
  };
}

/** The scenes of post, by stage. */
export const POST_SCENES: Record<string, SetScene> = {
  post: async (setting) => postScene(await leased(setting), expectProved),
  'post: foreign things': async (setting) => {
    const lease = await leased(setting);
    await attachForeignItems(setting.site.lab, lease.userName);
    return postScene(lease, ({ result }) => expectDevicesReported(lease, result));
  },
};
