import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListServiceSpecificCredentialsCommand,
  ListVirtualMFADevicesCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { attachForeignItems } from '../lab/account/foreign-attachments.ts';
import type { Exchange, Recorder } from '../support/recorder.ts';
import { startRecorder } from '../support/recorder.ts';
import { afterMain, errorCode, legs, messagesOf, policyArn, whoAmI } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

/** The permissions that docs/permissions.md names as the fewest. */
const PERMISSIONS = [
  'AttachUserPolicy',
  'CreateAccessKey',
  'CreateUser',
  'DeleteAccessKey',
  'DeleteUser',
  'DeleteUserPolicy',
  'DetachUserPolicy',
  'GetUser',
  'ListAccessKeys',
  'ListAttachedUserPolicies',
  'ListGroupsForUser',
  'ListUserPolicies',
  'PutUserPolicy',
  'AddUserToGroup',
  'RemoveUserFromGroup',
  'TagUser',
];
/** What needs no permission, and the role itself. */
const STS = ['AssumeRoleWithWebIdentity', 'GetCallerIdentity'];
/** The looks at what a lease never has unless somebody added it. */
const RARE_LOOKS = [
  'GetLoginProfile',
  'ListMFADevices',
  'ListSSHPublicKeys',
  'ListSigningCertificates',
  'ListServiceSpecificCredentials',
];
const NOTHING = { access: '', lease: '', session: '', variables: '', profile: '' };

const lab = useLab();

async function createPolicies(...names: string[]): Promise<string[]> {
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }],
  });
  await Promise.all(names.map((PolicyName) => lab.iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }))));
  return names.map(policyArn);
}

function statement(action: string): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] };
}

/** A lease with something of everything; the third policy is created here. */
async function everything(): Promise<Record<string, string>> {
  await createPolicies('app-audit');
  return {
    'policy-arns': `${policyArn('app-read')}, ${policyArn('app-write')}\n${policyArn('app-audit')}`,
    'iam-groups': `developers\narn:aws:iam::${lab.accountId}:group/github-actions/readers`,
    'inline-policy': `${JSON.stringify(statement('sqs:SendMessage'), null, 2)}\n---\n${JSON.stringify(statement('sns:Publish'))}`,
    'permissions-boundary-arn': policyArn('lease-boundary'),
    tags: 'team=shop\ncost centre = 42',
    ttl: '45m',
    'max-ttl': '2h',
  };
}

async function onlyUser(): Promise<string> {
  const users = await lab.users();
  expect(users).toHaveLength(1);
  return users[0] ?? '';
}

/** Cuts the answers to `List…` calls into pages of one item, which IAM may do at any time (AWS: “MaxItems”). */
function onePerPage(answer: string, exchange: Exchange): string {
  const asked = new URLSearchParams(exchange.body);
  const action = asked.get('Action') ?? '';
  if (!action.startsWith('List')) return answer;
  const index = Number(asked.get('Marker') ?? 0);
  // This one list moto pages by itself, so what is before the marker is missing from its answer.
  const missing = Array<string>(action === 'ListAttachedUserPolicies' ? index : 0).fill('');
  const members = [...missing, ...(answer.match(/<member>.*?<\/member>/gs) ?? [])];
  const more = index + 1 < members.length;
  const end = more
    ? `<IsTruncated>true</IsTruncated><Marker>${index + 1}</Marker>`
    : '<IsTruncated>false</IsTruncated>';
  const page = answer
    .replace(/<IsTruncated>.*?<\/IsTruncated>/, '')
    .replace(/<member>.*<\/member>/s, members[index] ?? '');
  return page.replace(/(<\/List\w+Result>)/, `${end}$1`);
}

function secondsFromNow(moment: string | undefined): number {
  return (Date.parse(moment ?? '') - Date.now()) / 1000;
}

describe('main', () => {
  it('creates exactly the user that was asked for, tagged with the run it is for', async () => {
    const facts = { workflow: 'deploy: prod (eu) & co', job: 'ship', actor: 'mona[bot]', runAttempt: '3' };
    await afterMain(
      lab,
      await everything(),
      async ({ main }) => {
        expect(messagesOf(main, 'error')).toBe('');
        const name = await onlyUser();
        const user = await lab.describeUser(name);
        const arn = `arn:aws:iam::${lab.accountId}:user/github-actions/octo-org/shop/${name}`;
        expect(user).toMatchObject({
          arn,
          path: '/github-actions/octo-org/shop/',
          boundary: policyArn('lease-boundary'),
          attachedPolicies: [policyArn('app-audit'), policyArn('app-read'), policyArn('app-write')],
          groups: ['developers', 'readers'],
          accessKeys: [main.exported.AWS_ACCESS_KEY_ID],
        });
        const { 'lease-guard': _guard, ...inline } = user.inlinePolicies;
        expect(Object.values(inline)).toEqual([statement('sqs:SendMessage'), statement('sns:Publish')]);
        expect(user.tags).toEqual({
          team: 'shop',
          'cost centre': '42',
          'lease:managed-by': 'aws-ephemeral-credentials',
          'lease:expires-at': main.outputs['aws-expiration'],
          'lease:max-expires-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          'lease:nonce': expect.stringMatching(/^[0-9a-f]{32}$/),
          'lease:repository': 'octo-org/shop',
          'lease:repository-id': '714613905',
          'lease:run-id': '19280374655',
          'lease:run-attempt': '3',
          'lease:workflow': 'deploy: prod _eu_ _ co',
          'lease:job': 'ship',
          'lease:actor': 'mona_bot_',
          'lease:sha': '6f2c1d3e5b7a9c8d0e1f2a3b4c5d6e7f8a9b0c1d',
          'lease:environment': '',
        });
        const most = secondsFromNow(user.tags['lease:max-expires-at']);
        expect(most).toBeGreaterThan(7_100);
        expect(most).toBeLessThanOrEqual(7_200);
        expect(main.outputs).toMatchObject({
          'aws-account-id': lab.accountId,
          'authenticated-arn': arn,
          'credential-type': 'iam-user',
          'lease-id': name,
          'user-name': name,
          'user-arn': arn,
          'propagation-ms': expect.stringMatching(/^\d+$/),
        });
        expect(main.exported.AWS_EPHEMERAL_LEASE_ID).toBe(name);
        expect(messagesOf(main, 'warning')).toBe('');
      },
      facts,
    );
  });

  it('sets path, boundary and tags in CreateUser itself, so that no user is ever without them', async () => {
    await afterMain(lab, await everything(), async () => {
      const creates = lab.wire.calls.filter(({ action }) => action === 'CreateUser');
      expect(creates).toHaveLength(1);
      expect(creates[0]?.params).toMatchObject({
        Path: '/github-actions/octo-org/shop/',
        PermissionsBoundary: policyArn('lease-boundary'),
      });
      expect(Object.keys(creates[0]?.params ?? {}).filter((name) => /^Tags\..*\.Key$/.test(name))).toHaveLength(15);
      expect(lab.wire.actions()).not.toContain('TagUser');
    });
  });

  it('puts a guard that denies everything from the expiry on and every change to the user itself', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    await afterMain(lab, { ttl: '1h30m' }, async ({ main }) => {
      const user = await lab.describeUser(await onlyUser());
      const expiresAt = main.outputs['aws-expiration'] ?? '';
      expect(expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(before + 5_400_000);
      expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.now() + 5_400_000);
      expect(user.tags['lease:expires-at']).toBe(expiresAt);
      expect(Object.keys(user.inlinePolicies)).toEqual(['lease-guard']);
      expect(user.inlinePolicies['lease-guard']).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'LeaseExpired',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': expiresAt } },
          },
          { Sid: 'NoChangeToItself', Effect: 'Deny', NotAction: ['iam:Get*', 'iam:List*'], Resource: user.arn },
          {
            Sid: 'NoChangeOfGroups',
            Effect: 'Deny',
            Action: ['iam:AddUserToGroup', 'iam:RemoveUserFromGroup'],
            Resource: '*',
          },
        ],
      });
    });
  });

  it('warns of a missing permissions boundary, and then sets none', async () => {
    await afterMain(lab, {}, async ({ main }) => {
      expect(messagesOf(main, 'warning')).toContain('`permissions-boundary-arn`');
      expect((await lab.describeUser(await onlyUser())).boundary).toBeUndefined();
    });
  });

  it('names the user after repository and run and puts it below the environment of the token', async () => {
    lab.oidc.claims.environment = 'production/eu west';
    await afterMain(lab, {}, async ({ main }) => {
      expect(main.outputs['user-name']).toMatch(/^gha-shop-19280374655-[a-z0-9]{8}$/);
      const user = await lab.describeUser(await onlyUser());
      // One segment, whatever its name holds: it must not lie below the environment `production`.
      expect(user.path).toBe('/github-actions/octo-org/shop/production-eu-west/');
      expect(user.tags['lease:environment']).toBe('production/eu west');
    });
  });

  it('takes `iam-path` and `user-name-template` as given, made fit for IAM', async () => {
    lab.oidc.claims.environment = 'prod';
    const inputs = {
      'iam-path': '//ci//My Team/',
      'user-name-template':
        'x {{environment}}/{{uppercase (truncate (replace repo "o" "0") 3)}}-{{random 12}}@{{ref_name}}',
    };
    const release = { ref: 'refs/heads/release/1.0' };
    await afterMain(
      lab,
      inputs,
      async ({ main, use }) => {
        expect(main.outputs['user-name']).toMatch(/^x-prod-SH0-[a-z0-9]{12}@release-1\.0$/);
        expect((await lab.describeUser(await onlyUser())).path).toBe('/ci/My-Team/');
        expect((await use.post()).exitCode).toBe(0);
        expect(await lab.users()).toEqual([]);
      },
      release,
    );
  });

  it('takes another name when the first is somebody else’s', async () => {
    let taken = '';
    lab.wire.before('CreateUser', async ({ params }) => {
      if (taken !== '') return;
      taken = params.UserName ?? '';
      await lab.iam.send(new CreateUserCommand({ UserName: taken }));
    });
    await afterMain(lab, {}, async ({ main, use }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(main.outputs['user-name']).not.toBe(taken);
      expect((await lab.users()).sort()).toEqual([taken, main.outputs['user-name']].sort());
      expect((await use.post()).exitCode).toBe(0);
      expect(await lab.users()).toEqual([taken]);
    });
  });

  it('takes another name at once when AWS’s first answer is that the name is taken, though the user cannot be read', async () => {
    // A first answer leaves no doubt: nothing of ours was applied. Names lag behind deletes, and the managing role may
    // be allowed to read users of its own path only.
    lab.wire.inject({ action: 'CreateUser' }, { code: 'EntityAlreadyExists' });
    await afterMain(lab, {}, async ({ main, use }) => {
      expect(messagesOf(main, 'error')).toBe('');
      const [first, second, ...more] = lab.wire.calls.filter(({ action }) => action === 'CreateUser');
      expect(more).toEqual([]);
      expect(second?.params.UserName).not.toBe(first?.params.UserName);
      expect(await lab.users()).toEqual([second?.params.UserName]);
      expect((await use.post()).exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
    });
  });

  it('gives up after three taken names, and post has nothing to do', async () => {
    lab.wire.before('CreateUser', ({ params }) =>
      lab.iam.send(new CreateUserCommand({ UserName: params.UserName ?? '' })),
    );
    await afterMain(lab, {}, async ({ main, use }) => {
      expect(errorCode(main)).toBe('user-name-taken');
      const others = await lab.users();
      expect(others).toHaveLength(3);
      lab.wire.calls.length = 0;
      expect((await use.post()).exitCode).toBe(0);
      expect(await lab.users()).toEqual(others);
      expect(lab.wire.actions()).toEqual([]);
    });
  });

  describe('with `special-characters-workaround`', () => {
    const PLAIN = 'PLAIN'.repeat(8);
    let iam: Recorder;
    let counts: number[];
    const inputs = () => ({
      'special-characters-workaround': 'true',
      'wait-for-propagation': '0',
      'iam-endpoint': iam.url,
    });
    /** Answers the first keys with secrets that have special characters, all others with a plain one. */
    const giveSpecial = (times: number, learnt: Promise<void>[] = []) => {
      let created = 0;
      iam.rewrite = (answer, { body }) => {
        if (!body.includes('Action=CreateAccessKey')) return answer;
        created += 1;
        const secretAccessKey = created <= times ? PLAIN.replace(/N$/, created % 2 ? '+' : '/') : PLAIN;
        const accessKeyId = /<AccessKeyId>(\w+)/.exec(answer)?.[1] ?? '';
        learnt.push(lab.wire.registerKey({ accessKeyId, secretAccessKey }));
        return answer.replace(/<SecretAccessKey>[^<]*/, `<SecretAccessKey>${secretAccessKey}`);
      };
    };
    beforeEach(async () => {
      iam = await startRecorder(lab.wire.url);
      counts = [];
      lab.wire.after('CreateAccessKey', async ({ params }) => {
        const { AccessKeyMetadata = [] } = await lab.iam.send(new ListAccessKeysCommand({ UserName: params.UserName }));
        counts.push(AccessKeyMetadata.length);
      });
    });
    afterEach(() => iam.close());

    it('issues keys until the secret is plain, never holding more than two at a time', async () => {
      const learnt: Promise<void>[] = [];
      giveSpecial(3, learnt);
      await afterMain(lab, inputs(), async ({ main, job }) => {
        expect(messagesOf(main, 'error')).toBe('');
        expect(main.exported.AWS_SECRET_ACCESS_KEY).toBe(PLAIN);
        expect(counts).toHaveLength(4);
        expect(Math.max(...counts)).toBeLessThanOrEqual(2);
        const { accessKeys } = await lab.describeUser(await onlyUser());
        expect(accessKeys).toEqual([main.exported.AWS_ACCESS_KEY_ID]);
        await Promise.all(learnt);
        expect((await job.step(whoAmI(lab.wire.url))).exitCode).toBe(0);
      });
    });

    it('gives up after ten and has deleted the user by then', async () => {
      giveSpecial(100);
      await afterMain(lab, inputs(), async ({ main }) => {
        expect(errorCode(main)).toBe('special-characters-remain');
        expect(counts).toHaveLength(10);
        expect(Math.max(...counts)).toBeLessThanOrEqual(2);
        expect(await lab.users()).toEqual([]);
        expect(main.exported).toEqual({});
      });
    });
  });
});

describe('main, when a part cannot be had', () => {
  const missing = [
    ['policy', { 'policy-arns': `${policyArn('app-read')},${policyArn('no-such-policy')}` }, 'no-such-policy'],
    ['group', { 'iam-groups': 'readers,no-such-group' }, 'no-such-group'],
    ['boundary', { 'permissions-boundary-arn': policyArn('no-such-boundary') }, 'no-such-boundary'],
  ] as const;
  it.each(missing)(
    'fails on a missing %s, names it, and has deleted the user before it ends',
    async (_what, inputs, name) => {
      const { code, text } = await afterMain(lab, inputs, async ({ main, use }) => {
        expect(await lab.users()).toEqual([]);
        expect(main.exitCode).toBe(1);
        expect(main.exported).toEqual({});
        lab.wire.calls.length = 0;
        lab.oidc.issued.length = 0;
        const post = await use.post();
        expect(post.exitCode).toBe(0);
        expect(post.annotations).toEqual([]);
        expect(lab.wire.actions()).toEqual([]);
        expect(lab.oidc.issued).toEqual([]);
        return { code: errorCode(main), text: messagesOf(main, 'error') };
      });
      expect(code).toBe('lease-part-missing');
      expect(text).toContain(name);
      expect(text).toContain('NoSuchEntity');
    },
  );

  it('names all that is missing at once', async () => {
    const inputs = { 'policy-arns': policyArn('no-such-policy'), 'iam-groups': 'no-such-group' };
    await afterMain(lab, inputs, async ({ main }) => {
      const text = messagesOf(main, 'error');
      expect(text).toContain('no-such-policy');
      expect(text).toContain('no-such-group');
      expect(await lab.users()).toEqual([]);
    });
  });

  it('fails on more policies than the account allows a user, says so, and leaves nothing', async () => {
    lab.wire.policyQuota = 2;
    await afterMain(lab, await everything(), async ({ main, use }) => {
      expect(await lab.users()).toEqual([]);
      expect(errorCode(main)).toBe('lease-limit-reached');
      expect(messagesOf(main, 'error')).toMatch(
        /Attaching the policy arn:aws:iam::123456789012:policy\/app-\w+ failed/,
      );
      expect(messagesOf(main, 'error')).toContain('PoliciesPerUser');
      // A quota is no throttling: asking again cannot help.
      const refused = lab.wire.calls.filter((call) => call.errorCode === 'LimitExceeded');
      expect(refused.map(({ action }) => action)).toEqual(['AttachUserPolicy']);
      expect((await use.post()).exitCode).toBe(0);
    });
  });
});

describe('post', () => {
  it('leaves nothing behind, and issuing and revoking need the 16 documented permissions only', async () => {
    await afterMain(lab, await everything(), async ({ job, main, use }) => {
      const keys = { ...main.exported };
      expect((await job.step(whoAmI(lab.wire.url))).log).toContain(main.outputs['user-arn']);
      const post = await use.post();
      expect(messagesOf(post, 'error')).toBe('');
      expect(await lab.users()).toEqual([]);
      const again = await job.step(whoAmI(lab.wire.url), keys);
      expect(again.exitCode).not.toBe(0);
      expect(again.log).toContain('InvalidClientTokenId');
      expect(post.log).toContain('InvalidClientTokenId');
    });
    const used = new Set(lab.wire.actions());
    expect([...used].filter((action) => ![...PERMISSIONS, ...STS].includes(action))).toEqual([]);
    // The 16 are no more than needed either; TagUser is what CreateUser with tags is checked against.
    expect(PERMISSIONS.filter((action) => !used.has(action))).toEqual(['TagUser']);
  });

  it('deletes access keys before anything else', async () => {
    await afterMain(lab, await everything(), async ({ use }) => {
      lab.wire.calls.length = 0;
      await use.post();
      const removals = lab.wire.calls.filter(({ action }) => /^(Delete|Detach|Remove)/.test(action));
      expect(removals.map(({ action }) => action)).toEqual(expect.arrayContaining(['DetachUserPolicy', 'DeleteUser']));
      const [first, ...others] = removals;
      expect(first?.action).toBe('DeleteAccessKey');
      for (const { startedAt } of others) expect(startedAt).toBeGreaterThanOrEqual(first?.endedAt ?? Number.NaN);
    });
  });

  it('works when it may not look for what a lease never has, even if AWS says that the user still has something', async () => {
    for (const action of RARE_LOOKS) {
      lab.wire.inject({ action, times: Number.POSITIVE_INFINITY }, { code: 'AccessDenied' });
    }
    await afterMain(lab, {}, async ({ use }) => {
      lab.wire.inject({ action: 'DeleteUser', times: 2 }, { code: 'DeleteConflict' });
      const post = await use.post();
      expect(messagesOf(post, 'error')).toBe('');
      expect(post.exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
    });
    // Asked once, not once in every round: a refusal stands.
    for (const action of RARE_LOOKS) {
      expect(lab.wire.actions().filter((called) => called === action)).toHaveLength(1);
    }
  });

  it('that may not remove what somebody has added says so, with commands that do, and leaves no key', async () => {
    lab.wire.inject({ action: 'GetLoginProfile', times: Number.POSITIVE_INFINITY }, { code: 'AccessDenied' });
    await afterMain(lab, { 'policy-arns': policyArn('app-read') }, async ({ use }) => {
      const UserName = await onlyUser();
      await lab.iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Tr0ub4dor&3' }));
      const post = await use.post();
      expect(post.exitCode).toBe(1);
      const left = await lab.describeUser(UserName);
      expect(left).toMatchObject({ accessKeys: [], attachedPolicies: [] });
      const text = messagesOf(post, 'error');
      expect(text).toMatch(/login profile/i);
      // What it says of the guard is true.
      expect(text.includes('Its guard denies')).toBe('lease-guard' in left.inlinePolicies);
      expect(text).toContain(`aws iam delete-login-profile --user-name=${UserName}`);
    });
  });

  it('deletes all nine kinds of things that somebody may have hung on the user', async () => {
    const through = new IAMClient({ endpoint: lab.wire.url, region: 'us-east-1', credentials: lab.administrator });
    await afterMain(lab, await everything(), async ({ use }) => {
      const UserName = await onlyUser();
      await lab.iam.send(new CreateAccessKeyCommand({ UserName }));
      await attachForeignItems(lab, UserName);
      await lab.iam.send(
        new PutUserPolicyCommand({ UserName, PolicyName: 'x', PolicyDocument: JSON.stringify(statement('s3:*')) }),
      );

      const post = await use.post();
      expect(messagesOf(post, 'error')).toBe('');
      expect(post.exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
      expect((await lab.iam.send(new ListVirtualMFADevicesCommand({}))).VirtualMFADevices).toEqual([]);
      const services = await through.send(new ListServiceSpecificCredentialsCommand({ UserName }));
      expect(services.ServiceSpecificCredentials).toEqual([]);
      for (const what of ['login profile', 'MFA device', 'SSH public key', 'signing certificate', 'service-specific']) {
        expect(post.log).toContain(what);
      }
      through.destroy();
    });
  });

  it('reads every page of every list', async () => {
    const paging = await startRecorder(lab.wire.url);
    paging.rewrite = onePerPage;
    const inputs = { ...(await everything()), 'iam-endpoint': paging.url };
    await afterMain(lab, inputs, async ({ use }) => {
      await lab.iam.send(new CreateAccessKeyCommand({ UserName: await onlyUser() }));
      lab.wire.calls.length = 0;
      const post = await use.post();
      expect(messagesOf(post, 'error')).toBe('');
      expect(await lab.users()).toEqual([]);
    });
    await paging.close();
    const count = (action: string) => lab.wire.actions().filter((called) => called === action).length;
    expect(count('ListAttachedUserPolicies')).toBe(3);
    expect(count('ListUserPolicies')).toBe(3);
    expect(count('ListGroupsForUser')).toBe(2);
    expect(count('ListAccessKeys')).toBe(2);
    // All was found at the first look: nothing was left in the way of deleting the user.
    expect(count('DeleteUser')).toBe(1);
  });

  it('reads the second hundred of attached policies as moto itself pages them', async () => {
    await afterMain(lab, {}, async ({ use }) => {
      const UserName = await onlyUser();
      const arns = await createPolicies(...Array.from({ length: 101 }, (_, n) => `many-${n}`));
      for (const PolicyArn of arns) await lab.iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
      lab.wire.calls.length = 0;
      const post = await use.post();
      expect(messagesOf(post, 'error')).toBe('');
      expect(await lab.users()).toEqual([]);
      const actions = lab.wire.actions();
      expect(actions.filter((action) => action === 'DetachUserPolicy')).toHaveLength(101);
      expect(actions.filter((action) => action === 'DeleteUser')).toHaveLength(1);
    });
  });
});

describe('the number of round trips, one after the other', () => {
  const slow = () => {
    lab.wire.latencyMs = 150;
    lab.oidc.latencyMs = 150;
  };

  it('is at most 5 for main and 7 for post, with one policy or with ten and all the rest', async () => {
    const ten = await createPolicies(...Array.from({ length: 9 }, (_, n) => `leg-${n}`));
    const full = {
      ...(await everything()),
      'policy-arns': [...ten, policyArn('app-read')].join(','),
    };
    for (const inputs of [{ 'policy-arns': policyArn('app-read') }, full]) {
      lab.wire.calls.length = 0;
      lab.oidc.issued.length = 0;
      slow();
      await afterMain(lab, inputs, async ({ main, use }) => {
        expect(messagesOf(main, 'error')).toBe('');
        expect(legs(lab)).toBeLessThanOrEqual(5);
        lab.wire.calls.length = 0;
        lab.oidc.issued.length = 0;
        expect((await use.post()).exitCode).toBe(0);
        expect(legs(lab)).toBeLessThanOrEqual(7);
      });
    }
  });

  it('is 2 for a session', async () => {
    slow();
    await afterMain(lab, { 'credential-type': 'session' }, async ({ main }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(legs(lab)).toBe(2);
    });
  });
});

describe('state', () => {
  it('claims every key before anything else, and holds no secret', async () => {
    await afterMain(lab, {}, async ({ main }) => {
      const written = [...main.rawState.matchAll(/^(\w+)<<(\S+)\n(.*?)\n\2$/gms)].map(([, key, , value]) => [
        key,
        value,
      ]);
      expect(Object.fromEntries(written.slice(0, 5))).toEqual(NOTHING);
      expect(Object.keys(main.state).sort()).toEqual(Object.keys(NOTHING).sort());
      expect(main.rawState).not.toContain(main.exported.AWS_SECRET_ACCESS_KEY);
      expect(main.rawState).not.toContain(main.exported.AWS_ACCESS_KEY_ID);
    });
  });
});
