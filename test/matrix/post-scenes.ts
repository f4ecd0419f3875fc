import { generateKeyPairSync } from 'node:crypto';
import {
  CreateLoginProfileCommand,
  CreateServiceSpecificCredentialCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  ListVirtualMFADevicesCommand,
  UploadSigningCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { expect } from '@jest/globals';
import { told } from '../dist/scenario.ts';
import type { Lab } from '../lab/lab.ts';
import type { StepResult } from '../lab/runner.ts';
import { CERTIFICATE } from './certificate.ts';
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

const MFA_CODES = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SSHPublicKeyBody = publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** What a lease never has unless somebody hangs it on. */
async function hangForeignThings({ iam, wire, longLived }: Lab, UserName: string): Promise<void> {
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Tr0ub4dor&3' }));
  const { VirtualMFADevice } = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }));
  await iam.send(new EnableMFADeviceCommand({ UserName, SerialNumber: VirtualMFADevice?.SerialNumber, ...MFA_CODES }));
  await iam.send(new UploadSSHPublicKeyCommand({ UserName, SSHPublicKeyBody }));
  await iam.send(new UploadSigningCertificateCommand({ UserName, CertificateBody: CERTIFICATE }));
  // moto has no such credentials; the wire has.
  const through = new IAMClient({ endpoint: wire.url, region: 'us-east-1', credentials: longLived });
  await through.send(new CreateServiceSpecificCredentialCommand({ UserName, ServiceName: 'codecommit.amazonaws.com' }));
  through.destroy();
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
