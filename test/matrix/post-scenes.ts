import { ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam';
import { expect } from '@jest/globals';
import { told } from '../dist/scenario.ts';
import { hangForeignThings } from '../lab/foreign-things.ts';
import type { StepResult } from '../lab/runner.ts';
import { expectCleanEnvironment, expectGone, type Leased, leased, sweepLater } from './lease-checks.ts';
import type { Scene, SetScene } from './scene.ts';

/** A virtual MFA device is an entity of its own: where it outlives the user, the step must have said so. */
async function expectDevicesTold({ site: { lab } }: Leased, result: StepResult): Promise<void> {
  const { VirtualMFADevices = [] } = await lab.iam.send(new ListVirtualMFADevicesCommand({}));
  for (const { SerialNumber = '' } of VirtualMFADevices) expect(told(result, 'warning')).toContain(SerialNumber);
}

/** Post; where it does not finish, the machine is gone and only a sweep is left. */
function postScene(lease: Leased): Scene {
  const { job, use, main } = lease;
  return {
    job,
    start: () => use.start('post'),
    check: async ({ result, ending }) => {
      if (ending !== 'killed') expectCleanEnvironment(job);
      if (ending !== 'survived') return;
      await expectGone(lease, main);
      await expectDevicesTold(lease, result);
    },
    afterwards: () => sweepLater(lease),
    earlier: [main],
  };
}

/** The scenes of post, by stage. */
export const POST_SCENES: Record<string, SetScene> = {
  post: async (ground) => postScene(await leased(ground)),
  'post: foreign things': async (ground) => {
    const lease = await leased(ground);
    await hangForeignThings(ground.site.lab, lease.userName);
    return postScene(lease);
  },
};
