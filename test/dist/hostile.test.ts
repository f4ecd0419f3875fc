import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  TagUserCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job, StepResult } from '../lab/runner/runner.ts';
import type { Recorder } from '../support/recorder.ts';
import { startRecorder } from '../support/recorder.ts';
import { errorCode, inJob, policyArn } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();
/** The attacker's server: whoever reaches it, as an endpoint or as a proxy, is written down. */
let trap: Recorder;
beforeAll(async () => {
  trap = await startRecorder();
});
beforeEach(() => {
  trap.exchanges.length = 0;
});
afterAll(() => trap.close());

const MANAGER = 'arn:aws:iam::123456789012:role/github-lease-manager';

/** Variables by which a later step can turn AWS's SDKs and Node's HTTP elsewhere. */
function misleading(job: Job): Record<string, string> {
  const stolen = join(job.directories.home, 'attacker');
  return {
    AWS_ENDPOINT_URL: trap.url,
    AWS_ENDPOINT_URL_STS: trap.url,
    AWS_ENDPOINT_URL_IAM: trap.url,
    AWS_PROFILE: 'attacker',
    AWS_DEFAULT_PROFILE: 'attacker',
    AWS_CONFIG_FILE: stolen,
    AWS_SHARED_CREDENTIALS_FILE: stolen,
    AWS_ACCESS_KEY_ID: 'AKIAATTACKERATTACKER',
    AWS_SECRET_ACCESS_KEY: 'attackers-secret',
    AWS_SESSION_TOKEN: 'attackers-token',
    AWS_ROLE_ARN: 'arn:aws:iam::210987654321:role/attacker',
    AWS_WEB_IDENTITY_TOKEN_FILE: stolen,
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${trap.url}/credentials`,
    AWS_REGION: 'us-west-2',
    AWS_DEFAULT_REGION: 'us-west-2',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_STS_REGIONAL_ENDPOINTS: 'legacy',
    AWS_MAX_ATTEMPTS: '1',
    HTTPS_PROXY: trap.url,
    https_proxy: trap.url,
    HTTP_PROXY: trap.url,
    http_proxy: trap.url,
    ALL_PROXY: trap.url,
    all_proxy: trap.url,
    NO_PROXY: 'nothing.example',
    no_proxy: 'nothing.example',
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_USE_ENV_PROXY: '1',
    INPUT_REVOKE: 'never',
  };
}

/** A profile for every name, with endpoints of the attacker's and a program that would be run for credentials. */
function profile(marker: string): string {
  const settings = [
    `endpoint_url = ${trap.url}`,
    'services = attacker',
    'region = us-west-2',
    'use_fips_endpoint = true',
    `credential_process = touch ${marker}`,
  ].join('\n');
  const services = `[services attacker]\nsts =\n  endpoint_url = ${trap.url}\niam =\n  endpoint_url = ${trap.url}\n`;
  return `[default]\n${settings}\n[profile attacker]\n${settings}\n[attacker]\n${settings}\n${services}`;
}

/** Does all that a later step can do to the environment. @returns the file that exists if a program of its was run */
function attack(job: Job): string {
  const marker = join(job.directories.home, 'was-run');
  const aws = join(job.directories.home, '.aws');
  mkdirSync(aws, { recursive: true });
  for (const file of [join(aws, 'config'), join(aws, 'credentials'), join(job.directories.home, 'attacker')]) {
    writeFileSync(file, profile(marker));
    chmodSync(file, 0o644);
  }
  for (const [name, value] of Object.entries(misleading(job))) job.setEnv(name, value);
  return marker;
}

/** What post must have done, and through which doors. */
async function expectRevoked(post: StepResult, marker: string): Promise<void> {
  expect(trap.exchanges).toEqual([]);
  expect(existsSync(marker)).toBe(false);
  expect(post.log).toContain('Proof: STS no longer knows its access key');
  expect(post.conclusion).toBe('success');
  expect(await lab.users()).toEqual([]);
}

describe('a later step that turns the environment against us', () => {
  it('gains no request, no program run and no other region: post revokes through the endpoints of main', () =>
    inJob(lab, async (job) => {
      const use = job.use(lab.inputs({ 'policy-arns': policyArn('app-read') }));
      await use.main();
      const marker = attack(job);
      lab.wire.clear();
      await expectRevoked(await use.post(), marker);
      expect(new Set(lab.wire.calls.map(({ service, region }) => `${service} ${region}`))).toEqual(
        new Set(['sts undefined', 'sts eu-central-1', 'iam us-east-1']),
      );
    }));

  it('gains nothing either where the managing identity are static keys', () =>
    inJob(lab, async (job) => {
      const keys = {
        'aws-access-key-id': lab.longLived.accessKeyId,
        'aws-secret-access-key': lab.longLived.secretAccessKey,
      };
      const use = job.use(lab.inputs({ ...keys, 'role-to-assume': '' }));
      await use.main();
      const marker = attack(job);
      await expectRevoked(await use.post(), marker);
    }));

  it('gains nothing either where the managing identity are credentials of an earlier step', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs({ 'role-chaining': 'true', 'role-to-assume': '' }));
        await use.main();
        const marker = attack(job);
        lab.wire.clear();
        await expectRevoked(await use.post(), marker);
        const deleted = lab.wire.calls.find(({ action }) => action === 'DeleteUser');
        expect(deleted?.accessKeyId).toBe(lab.longLived.accessKeyId);
      },
      { env: { AWS_ACCESS_KEY_ID: lab.longLived.accessKeyId, AWS_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey } },
    ));

  it('cannot win with inputs that say something else in post: state alone decides', () =>
    inJob(lab, async (job) => {
      const use = job.use(lab.inputs());
      await use.main();
      const marker = attack(job);
      lab.wire.clear();
      const inputs = {
        'aws-region': 'ap-south-1',
        'role-to-assume': 'arn:aws:iam::123456789012:role/deployer',
        'sts-endpoint': trap.url,
        'iam-endpoint': trap.url,
        'http-proxy': trap.url,
        'role-session-name': 'attacker',
        audience: 'attacker',
        'use-ambient-credentials': 'true',
        'iam-path': '/elsewhere/',
        revoke: 'never',
        'mask-aws-account-id': 'perhaps',
      };
      await expectRevoked(await use.post({ inputs }), marker);
      const assumed = lab.wire.calls.filter(({ action }) => action === 'AssumeRoleWithWebIdentity');
      expect(assumed.map(({ params }) => params.RoleArn)).toEqual([MANAGER]);
      expect(lab.oidc.issued.at(-1)?.audience).toBe('sts.amazonaws.com');
      expect(lab.wire.calls.some(({ region }) => region === 'ap-south-1')).toBe(false);
    }));

  it('cannot use static keys of its own in post: others than main had are refused', () =>
    inJob(lab, async (job) => {
      const inputs = lab.inputs({
        'aws-access-key-id': lab.longLived.accessKeyId,
        'aws-secret-access-key': lab.longLived.secretAccessKey,
        'role-to-assume': '',
      });
      const use = job.use(inputs);
      await use.main();
      lab.wire.clear();
      const post = await use.post({ inputs: { ...inputs, 'aws-secret-access-key': 'of-somebody-else' } });
      expect([post.conclusion, lab.wire.actions()]).toEqual(['failure', []]);
      expect(post.log).toContain('not the ones that main used');
      expect(post.log).not.toContain('of-somebody-else');
      expect(await lab.users()).toHaveLength(1);
    }));
});

describe('endpoints that were in the environment before main', () => {
  it('are honoured by main, and stay the ones of post', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs({ 'sts-endpoint': '', 'iam-endpoint': '' }));
        expect((await use.main()).conclusion).toBe('success');
        expect(await lab.users()).toHaveLength(1);
        const marker = attack(job);
        await expectRevoked(await use.post(), marker);
      },
      // The general one leads into the trap, so that the particular ones must win.
      {
        env: {
          AWS_ENDPOINT_URL: trap.url,
          AWS_ENDPOINT_URL_STS: lab.wire.url,
          AWS_ENDPOINT_URL_IAM: lab.wire.url,
        },
      },
    ));

  it('give way to the inputs', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs());
        expect((await use.main()).conclusion).toBe('success');
        await use.post();
        expect(trap.exchanges).toEqual([]);
        expect(await lab.users()).toEqual([]);
      },
      { env: { AWS_ENDPOINT_URL: trap.url, AWS_ENDPOINT_URL_STS: trap.url, AWS_ENDPOINT_URL_IAM: trap.url } },
    ));
});

describe('state that a later step invents', () => {
  const INVENTED = '2031-07-09T11:22:33Z';

  /** Another job's lease, and the notes that make a post delete it: what its own main saved. */
  async function victim(): Promise<{ userName: string; notes: Record<string, string> }> {
    return inJob(lab, async (job) => {
      const { state, outputs } = await job.use(lab.inputs()).main();
      const notes = Object.entries({ ...state, session: JSON.stringify({ expiresAt: INVENTED }) });
      lab.wire.clear();
      return {
        userName: outputs['user-name'] ?? '',
        notes: Object.fromEntries(notes.map(([key, value]) => [`STATE_${key}`, value])),
      };
    });
  }

  function inject(job: Job, notes: Record<string, string>): void {
    for (const [name, value] of Object.entries(notes)) job.setEnv(name, value);
  }

  async function expectUntouched(userName: string): Promise<void> {
    const named = lab.wire.calls.filter(({ params }) => params.UserName === userName);
    expect(named.map(({ action }) => action)).toEqual([]);
    expect((await lab.describeUser(userName)).accessKeys).toHaveLength(1);
  }

  it('would delete another lease if it were believed: as main’s own it does', async () => {
    const { notes } = await victim();
    const post = fileURLToPath(new URL('../../dist/post/index.js', import.meta.url));
    const result = await inJob(lab, (job) => job.step([process.execPath, post], notes));
    expect([result.conclusion, await lab.users()]).toEqual(['success', []]);
    expect(result.log).toContain(INVENTED);
  });

  it('fails the step where a part is missing: nobody is told that there is nothing to revoke', async () => {
    const { userName, notes } = await victim();
    const { STATE_access: _, ...withoutAccess } = notes;
    const post = fileURLToPath(new URL('../../dist/post/index.js', import.meta.url));
    const result = await inJob(lab, (job) => job.step([process.execPath, post], withoutAccess));
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'state-unreadable']);
    expect(result.log).not.toContain('nothing to revoke');
    await expectUntouched(userName);
  });

  it('loses against what main saved', async () => {
    const { userName, notes } = await victim();
    await inJob(lab, async (job) => {
      const use = job.use(lab.inputs());
      const own = (await use.main()).outputs['user-name'];
      inject(job, notes);
      const post = await use.post();
      expect(post.log).toContain(`IAM user ${own} is deleted`);
      expect(post.log).not.toContain(INVENTED);
      expect(await lab.users()).toEqual([userName]);
      await expectUntouched(userName);
    });
  });

  it('loses also when main failed on its inputs, before it did anything', async () => {
    const { userName, notes } = await victim();
    await inJob(lab, async (job) => {
      const use = job.use(lab.inputs({ ttl: 'soon' }));
      expect(errorCode(await use.main())).toBe('invalid-inputs');
      inject(job, notes);
      const post = await use.post();
      expect(post).toMatchObject({ conclusion: 'success', exported: {} });
      expect(lab.wire.actions()).toEqual([]);
      await expectUntouched(userName);
    });
  });

  it('loses also when main issued a session', async () => {
    const { userName, notes } = await victim();
    await inJob(lab, async (job) => {
      const use = job.use(lab.inputs({ 'credential-type': 'session' }));
      await use.main();
      inject(job, notes);
      expect((await use.post()).log).not.toContain(INVENTED);
      await expectUntouched(userName);
    });
  });

  it('loses also when main found valid credentials and issued nothing', async () => {
    const { userName, notes } = await victim();
    const env = {
      AWS_ACCESS_KEY_ID: lab.longLived.accessKeyId,
      AWS_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
    };
    await inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs({ 'use-existing-credentials': 'true' }));
        expect((await use.main()).exported).toEqual({});
        inject(job, notes);
        await use.post();
        await expectUntouched(userName);
      },
      { env },
    );
  });
});

describe('a user that is not this lease’s', () => {
  const retag = (key: string, value: string) => (UserName: string) =>
    lab.iam.send(new TagUserCommand({ UserName, Tags: [{ Key: key, Value: value }] }));

  /** The same user with the same tags at another path. */
  async function move(UserName: string): Promise<void> {
    const { tags, accessKeys } = await lab.describeUser(UserName);
    for (const AccessKeyId of accessKeys) await lab.iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    await lab.iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: 'lease-guard' }));
    await lab.iam.send(new DeleteUserCommand({ UserName }));
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    await lab.iam.send(new CreateUserCommand({ UserName, Path: '/people/', Tags }));
    await lab.iam.send(new CreateAccessKeyCommand({ UserName }));
  }

  it.each<[string, string, (userName: string) => Promise<unknown>]>([
    ['its path is another', 'its path', move],
    ['the tag managed-by is another', 'lease:managed-by', retag('lease:managed-by', 'somebody')],
    ['the tag run-id is another', 'lease:run-id', retag('lease:run-id', '1')],
    ['the tag nonce is another', 'lease:nonce', retag('lease:nonce', 'other')],
  ])('is left alone, with all that is on it, when %s', (_, difference, change) =>
    inJob(lab, async (job) => {
      const use = job.use(lab.inputs());
      await use.main();
      const [userName = ''] = await lab.users();
      await change(userName);
      await lab.iam.send(new AttachUserPolicyCommand({ UserName: userName, PolicyArn: policyArn('app-read') }));
      const before = await lab.describeUser(userName);
      lab.wire.clear();
      const post = await use.post();
      expect([post.conclusion, errorCode(post)]).toEqual(['failure', 'lease-mismatch']);
      expect(post.log).toContain(difference);
      expect(lab.wire.actions().filter((action) => !/^(Get|List|AssumeRole)/.test(action))).toEqual([]);
      expect(await lab.describeUser(userName)).toEqual(before);
      expect(before.accessKeys).toHaveLength(1);
    }),
  );

  it('is left alone with a warning only, when on-revoke-failure says so', () =>
    inJob(lab, async (job) => {
      const use = job.use(lab.inputs({ 'on-revoke-failure': 'warning' }));
      await use.main();
      const [userName = ''] = await lab.users();
      await retag('lease:nonce', 'other')(userName);
      const post = await use.post();
      expect([post.conclusion, errorCode(post)]).toEqual(['success', 'lease-mismatch']);
      expect(await lab.users()).toEqual([userName]);
    }));
});
