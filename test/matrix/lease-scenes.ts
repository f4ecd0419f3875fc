import { generateKeyPairSync } from 'node:crypto';
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateLoginProfileCommand,
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  PutUserPolicyCommand,
  UploadSigningCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { expect } from '@jest/globals';
import { guardEnd, plant, succeeded, useOf } from '../dist/lease-scenario.ts';
import { callerOf, policyArn } from '../dist/scenario.ts';
import type { Lab, UserDescription } from '../lab/lab.ts';
import type { Job, StepResult, Use } from '../lab/runner.ts';
import { CERTIFICATE } from './certificate.ts';
import { expectCleanEnvironment, FURNISHED, postAfter, sweepLater } from './lease-checks.ts';
import type { Ended, Ground, Scene, SetScene } from './scene.ts';

type Leased = Ground & { readonly job: Job; readonly use: Use; readonly main: StepResult; readonly userName: string };

/** A job whose main went well. */
async function leased(ground: Ground, overrides: Record<string, string> = {}): Promise<Leased> {
  const job = await ground.site.job();
  const use = job.use(ground.inputs({ ...FURNISHED, 'wait-for-propagation': '0', ttl: '15m', ...overrides }));
  const main = succeeded(await use.main());
  return { ...ground, job, use, main, userName: main.outputs['user-name'] ?? '' };
}

async function expectGone({ site: { lab } }: Leased, { exported }: StepResult): Promise<void> {
  expect(await lab.users()).toEqual([]);
  expect(await callerOf(lab, exported)).toBe('InvalidClientTokenId');
}

/** Post; where it does not finish, the machine is gone and only a sweep is left. */
function postScene(lease: Leased): Scene {
  const { job, use, main } = lease;
  return {
    job,
    start: () => use.start('post'),
    check: async ({ ending }) => {
      if (ending !== 'killed') expectCleanEnvironment(job);
      if (ending === 'survived') await expectGone(lease, main);
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

const MINUTE_MS = 60_000;

/** The lease ends when its tag and its guard say, which is one and the same moment. */
function expectOneEnd(user: UserDescription, end: string | undefined): void {
  expect([user.tags['lease:expires-at'], guardEnd(user)]).toEqual([end, end]);
}

/** No end lies beyond what the lease may last, and the guard is never later than the tag. */
function expectBounded(user: UserDescription): void {
  const [max, tag, guard] = [user.tags['lease:max-expires-at'], user.tags['lease:expires-at'], guardEnd(user)];
  const [maxMs, tagMs, guardMs] = [max, tag, guard].map((end) => Date.parse(end ?? ''));
  expect(tagMs).toBeLessThanOrEqual(maxMs ?? Number.NaN);
  expect(guardMs).toBeLessThanOrEqual(tagMs ?? Number.NaN);
}

/** `/renew`; where it does not finish it is run again, then post comes. */
async function renewScene(ground: Ground): Promise<Scene> {
  const lease = await leased(ground);
  const { job, use, main, userName, inputs, site } = lease;
  const renew = useOf(job, 'renew', inputs({ ttl: '45m' }));
  const look = () => site.lab.describeUser(userName);
  return {
    job,
    start: () => renew.start('main'),
    check: async ({ result, ending }) => {
      const user = await look();
      expectBounded(user);
      if (ending === 'survived') expectOneEnd(user, result.outputs['aws-expiration']);
      else expect(result.outputs).toEqual({});
    },
    afterwards: async ({ ending }) => {
      const again = ending === 'survived' ? [] : [succeeded(await renew.main())];
      const end = Date.parse((await look()).tags['lease:expires-at'] ?? '');
      expect(end).toBeGreaterThan(Date.now() + 44 * MINUTE_MS);
      for (const { outputs } of again) expectOneEnd(await look(), outputs['aws-expiration']);
      return [...again, ...(await postAfter(job, use))];
    },
    earlier: [main],
  };
}

/** `/revoke`, then post. */
async function revokeScene(ground: Ground): Promise<Scene> {
  const lease = await leased(ground);
  const { job, use, main, inputs } = lease;
  const key = { ...main, exported: { ...main.exported } };
  const revoke = useOf(job, 'revoke', inputs());
  return {
    job,
    start: () => revoke.start('main'),
    check: async ({ ending }: Ended) => {
      if (ending === 'survived') await expectGone(lease, key);
    },
    afterwards: () => postAfter(job, use),
    earlier: [main],
  };
}

const LIVING = 'gha-living';
const STRANGER = 'stranger';

async function plantForSweep({ iam, ...lab }: Lab): Promise<void> {
  await plant({ iam, ...lab }, 'gha-ended', { endsIn: -60 });
  const on = { UserName: 'gha-ended' };
  await iam.send(new AttachUserPolicyCommand({ ...on, PolicyArn: policyArn('app-read') }));
  await iam.send(new AddUserToGroupCommand({ ...on, GroupName: 'readers' }));
  const PolicyDocument = FURNISHED['inline-policy'];
  await iam.send(new PutUserPolicyCommand({ ...on, PolicyName: 'lease-inline-1', PolicyDocument }));
  await plant({ iam, ...lab }, LIVING, { endsIn: 3_600 });
  await iam.send(new CreateUserCommand({ UserName: STRANGER, Path: '/github-actions/octo-org/shop/' }));
}

/** `/sweep`; where it does not finish, the next one does. */
async function sweepScene(ground: Ground): Promise<Scene> {
  const { site, inputs } = ground;
  await plantForSweep(site.lab);
  const living = await site.lab.describeUser(LIVING);
  const job = await site.job();
  const use = useOf(job, 'sweep', inputs());
  const spared = [LIVING, STRANGER];
  return {
    job,
    start: () => use.start('main'),
    check: async ({ ending }) => {
      expect(await site.lab.describeUser(LIVING)).toEqual(living);
      if (ending === 'survived') expect((await site.lab.users()).sort()).toEqual(spared);
    },
    afterwards: () => sweepLater(ground, spared),
    spared,
  };
}

/** The scenes of what is done with a lease after its issue, by stage. */
export const LEASE_SCENES: Record<string, SetScene> = {
  post: async (ground) => postScene(await leased(ground)),
  'post: foreign things': async (ground) => {
    const lease = await leased(ground);
    await hangForeignThings(ground.site.lab, lease.userName);
    return postScene(lease);
  },
  renew: renewScene,
  revoke: revokeScene,
  sweep: sweepScene,
};
