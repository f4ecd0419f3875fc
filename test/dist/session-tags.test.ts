// Session tags: off by default, on every `AssumeRole`, and never the reason why a job gets no credentials.
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import type { JobOptions } from '../lab/runner/runner.ts';
import { callsOf, session, sessionByKeys, sessionTags } from '../support/scenarios/drop-in.ts';
import { afterMain, errorCode, messagesOf, policyArn, roleArn } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const ON = { 'role-skip-session-tagging': 'false' };
const SHA = '6f2c1d3e5b7a9c8d0e1f2a3b4c5d6e7f8a9b0c1d';
/** What identifies the run, and is never dropped to save space. */
const ESSENTIAL = {
  GitHub: 'Actions',
  Repository: 'octo-org/shop',
  Workflow: 'deploy',
  Action: '__self',
  Actor: 'mona',
  Commit: SHA,
  Branch: 'refs/heads/main',
};
const DROPPABLE = { EventName: 'push', RunId: '19280374655', Job: 'deploy', TriggeringActor: 'mona' };

const lab = useLab();

const byKeys = (overrides: Record<string, string> = {}) =>
  sessionByKeys(lab, { 'role-to-assume': roleArn('second-hop'), ...overrides });

type Options = Omit<Partial<JobOptions>, 'lab'>;

/** Runs main, and gives back its result with the tags of every AssumeRole. */
async function tagged(inputs: Record<string, string>, options: Options = {}) {
  return afterMain(
    lab,
    inputs,
    async ({ main, use }) => ({ main, post: await use.post(), tags: callsOf(lab, 'AssumeRole').map(sessionTags) }),
    options,
  );
}

function transitiveKeys(index: number): string[] {
  const { params = {} } = callsOf(lab, 'AssumeRole')[index] ?? {};
  return Object.keys(params)
    .filter((name) => name.startsWith('TransitiveTagKeys.'))
    .map((name) => params[name] ?? '');
}

describe('session tags', () => {
  // The other action sets them by default; a role without sts:TagSession in its trust policy then refuses the call.
  it('are not set by default', async () => {
    for (const given of [{}, { 'role-skip-session-tagging': 'true' }]) {
      const { main, tags } = await tagged(byKeys(given));
      expect(main.conclusion).toBe('success');
      expect(tags).toEqual([{}]);
      lab.wire.clear();
    }
  });

  it('are those of the run with role-skip-session-tagging: false, without those that GitHub leaves empty', async () => {
    const { main, tags } = await tagged(byKeys(ON));
    expect(main.conclusion).toBe('success');
    expect(tags).toEqual([{ ...ESSENTIAL, ...DROPPABLE }]);
    expect(transitiveKeys(0)).toEqual([]);
  });

  it('name both branches of a pull request', async () => {
    const context = { GITHUB_BASE_REF: 'main', GITHUB_HEAD_REF: 'fix/it', GITHUB_TRIGGERING_ACTOR: 'hubot' };
    const { tags } = await tagged(byKeys(ON), { context });
    expect(tags).toEqual([
      { ...ESSENTIAL, ...DROPPABLE, BaseRef: 'main', HeadRef: 'fix/it', TriggeringActor: 'hubot' },
    ]);
  });

  it('have no characters that STS refuses and no more than 256 of the others', async () => {
    const context = { GITHUB_WORKFLOW: 'Ship (β) & pray! 🚀', GITHUB_HEAD_REF: `fix/${'ä'.repeat(300)}` };
    const { main, tags } = await tagged(byKeys(ON), { context, actor: 'dependabot[bot]' });
    expect(main.conclusion).toBe('success');
    expect(tags[0]).toMatchObject({
      Workflow: 'Ship _β_ _ pray_ _',
      HeadRef: `fix/${'ä'.repeat(252)}`,
      Actor: 'dependabot_bot_',
    });
  });

  it('are cut between characters, not within one', async () => {
    const context = { GITHUB_WORKFLOW: `${'a'.repeat(255)}𝒜𝒜` };
    const { main, tags } = await tagged(byKeys(ON), { context });
    expect(main.conclusion).toBe('success');
    expect(tags[0]?.Workflow).toMatch(/^a{255}$|^a{255}𝒜$/);
  });

  it('are on the managing session of an IAM user’s lease as well, in main and in post', async () => {
    const inputs = byKeys({
      ...ON,
      'credential-type': 'iam-user',
      'permissions-boundary-arn': policyArn('lease-boundary'),
    });
    const { post, tags } = await tagged(inputs);
    expect(post.conclusion).toBe('success');
    expect(await lab.users()).toEqual([]);
    expect(tags).toEqual([
      { ...ESSENTIAL, ...DROPPABLE },
      { ...ESSENTIAL, ...DROPPABLE },
    ]);
  });
});

describe('custom-tags', () => {
  it('come with the run’s own, numbers and booleans as text', async () => {
    const { main, tags } = await tagged(
      byKeys({ 'custom-tags': '{"Team": "blue sky", "Cost": 42, "Prod": true, "None": ""}' }),
    );
    expect(main.conclusion).toBe('success');
    expect(tags).toEqual([{ ...ESSENTIAL, ...DROPPABLE, Team: 'blue sky', Cost: '42', Prod: 'true', None: '' }]);
  });

  it('are not set when role-skip-session-tagging is true', async () => {
    const { tags } = await tagged(byKeys({ 'custom-tags': '{"Team": "blue"}', 'role-skip-session-tagging': 'true' }));
    expect(tags).toEqual([{}]);
  });

  it('may be as many as make fifty', async () => {
    const own = Object.keys({ ...ESSENTIAL, ...DROPPABLE }).length;
    const some = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v'])));
    const fits = await tagged(byKeys({ 'custom-tags': some(50 - own) }));
    expect(Object.keys(fits.tags[0] ?? {})).toHaveLength(50);
    lab.wire.clear();
    const tooMany = await tagged(byKeys({ 'custom-tags': some(51 - own) }));
    expect(errorCode(tooMany.main)).toBe('invalid-inputs');
    expect(messagesOf(tooMany.main, 'error')).toContain('`custom-tags`');
    expect(lab.wire.calls).toEqual([]);
  });

  const bad: Record<string, string> = {
    'no JSON': 'Team=blue',
    'a list': '["Team"]',
    'a string': '"Team"',
    null: 'null',
    'a nested object': '{"Team": {"name": "blue"}}',
    'a value that is a list': '{"Team": ["blue"]}',
    'a value that is null': '{"Team": null}',
    'a key of the run’s own': '{"Repository": "other/repo"}',
    'a key of the run’s own in another case': '{"repository": "other/repo"}',
    'the mark of the run': '{"GitHub": "no"}',
    'a key of a tag that may be dropped': '{"TriggeringActor": "x"}',
    'two keys that differ in case only': '{"Team": "blue", "team": "red"}',
    'an empty key': '{"": "blue"}',
    'a key that is too long': `{"${'k'.repeat(129)}": "v"}`,
    'a key with a forbidden character': '{"Team!": "blue"}',
    'a key of AWS’s own': '{"aws:team": "blue"}',
    'a value that is too long': `{"Team": "${'v'.repeat(257)}"}`,
    'a value with a forbidden character': '{"Team": "red & blue"}',
  };

  it.each(Object.entries(bad))('with %s are an error before any call', async (_, value) => {
    const { main } = await tagged(byKeys({ 'custom-tags': value }));
    expect(errorCode(main)).toBe('invalid-inputs');
    expect(messagesOf(main, 'error').match(/^- `custom-tags`/gm)).toHaveLength(1);
    expect(lab.wire.calls).toEqual([]);
  });

  it('are reported with all their problems at once', async () => {
    const { main } = await tagged(byKeys({ 'custom-tags': '{"Actor": "x", "b!": "y", "c": "&"}' }));
    expect(messagesOf(main, 'error').match(/^- `custom-tags`/gm)).toHaveLength(3);
  });
});

describe('tags that AWS will not have', () => {
  const tooLarge = {
    code: 'PackedPolicyTooLarge',
    message: 'Packed size of session tags consumes 111% of allotted space',
    status: 400,
  };
  const isTagged = {
    action: 'AssumeRole',
    match: (call: { params: Record<string, string> }) => 'Tags.member.1.Key' in call.params,
  };

  it('for their size lose the droppable ones first, and keep what identifies the run and the custom ones', async () => {
    lab.wire.inject({ action: 'AssumeRole' }, tooLarge);
    const { main, tags } = await tagged(
      byKeys({ 'custom-tags': '{"Team": "blue"}', 'transitive-tag-keys': 'RunId,Team' }),
    );
    expect(main.conclusion).toBe('success');
    expect(tags).toEqual([
      { ...ESSENTIAL, ...DROPPABLE, Team: 'blue' },
      { ...ESSENTIAL, Team: 'blue' },
    ]);
    // A transitive key without its tag would be an error of its own.
    expect(transitiveKeys(1)).toEqual(['Team']);
    expect(messagesOf(main, 'notice')).toContain('some were dropped');
  });

  it('even so are dropped altogether', async () => {
    lab.wire.inject({ ...isTagged, times: 9 }, tooLarge);
    const { main, tags } = await tagged(byKeys(ON));
    expect(main.conclusion).toBe('success');
    expect(tags).toEqual([{ ...ESSENTIAL, ...DROPPABLE }, ESSENTIAL, {}]);
    expect(messagesOf(main, 'notice')).toContain('none are set');
  });

  it('are not blamed for a session policy that is too large: AWS’s reason reaches the user', async () => {
    lab.wire.inject({ action: 'AssumeRole', times: 9 }, tooLarge);
    const { main } = await tagged(byKeys(ON));
    expect(errorCode(main)).toBe('assume-role-failed');
    expect(messagesOf(main, 'error')).toContain('PackedPolicyTooLarge');
    expect(callsOf(lab, 'AssumeRole')).toHaveLength(3);
  });

  it('since sts:TagSession is denied are left out, and a notice says so', async () => {
    lab.wire.inject(
      { ...isTagged, times: 9 },
      { code: 'AccessDenied', message: 'not authorized to perform: sts:TagSession' },
    );
    const { main, tags } = await tagged(byKeys(ON));
    expect(main.conclusion).toBe('success');
    expect(tags).toEqual([{ ...ESSENTIAL, ...DROPPABLE }, {}]);
    expect(messagesOf(main, 'notice')).toContain('sts:TagSession');
  });

  it('do not cause more than three tries of a denied role with each set of tags', async () => {
    lab.wire.inject({ action: 'AssumeRole', times: 99 }, { code: 'AccessDenied', message: 'no' });
    const { main } = await tagged(byKeys(ON));
    expect(errorCode(main)).toBe('assume-role-denied');
    expect(callsOf(lab, 'AssumeRole').length).toBeLessThanOrEqual(6);
    expect(main.durationMs).toBeLessThan(20_000);
  });
});

describe('where no tags can be set', () => {
  it.each([
    ['role-skip-session-tagging: false', ON],
    ['custom-tags', { 'custom-tags': '{"Team": "blue"}' }],
    ['transitive-tag-keys', { 'transitive-tag-keys': 'Repository' }],
  ])('by OIDC alone, %s gets a notice instead of silence', async (_, given) => {
    const { main, tags } = await tagged(session(given));
    expect(main.conclusion).toBe('success');
    expect(tags).toEqual([]);
    expect(messagesOf(main, 'notice')).toContain('No session tags are set');
    expect(Object.keys(callsOf(lab, 'AssumeRoleWithWebIdentity')[0]?.params ?? {}).join()).not.toMatch(/Tag/);
  });

  it('by OIDC alone, without a wish for tags, there is no such notice', async () => {
    const { main } = await tagged(session());
    expect(messagesOf(main, 'notice')).not.toContain('session tags');
  });

  it('by OIDC and then a chain, the roles behind the first get them, and there is no such notice', async () => {
    const roles = `${roleArn('github-lease-manager')}\n${roleArn('second-hop')}`;
    const { main, tags } = await tagged(session({ 'role-to-assume': roles, ...ON }));
    expect(main.conclusion).toBe('success');
    expect(tags).toEqual([{ ...ESSENTIAL, ...DROPPABLE }]);
    expect(messagesOf(main, 'notice')).not.toContain('No session tags');
  });
});

describe('transitive-tag-keys', () => {
  async function createThirdHop(): Promise<void> {
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::123456789012:root' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
        },
      ],
    });
    await lab.iam.send(new CreateRoleCommand({ RoleName: 'third-hop', AssumeRolePolicyDocument }));
  }

  it('are sent with the first AssumeRole, and those tags not again with the next, for AWS refuses that', async () => {
    await createThirdHop();
    const inputs = byKeys({
      'role-to-assume': `${roleArn('second-hop')}\n${roleArn('third-hop')}`,
      'custom-tags': '{"Team": "blue"}',
      'transitive-tag-keys': 'Repository\nTeam, Nobody',
    });
    const { main, tags } = await tagged(inputs);
    expect(main.conclusion).toBe('success');
    expect(tags[0]).toEqual({ ...ESSENTIAL, ...DROPPABLE, Team: 'blue' });
    expect(transitiveKeys(0)).toEqual(['Repository', 'Team']);
    const { Repository: _repository, ...others } = ESSENTIAL;
    expect(tags[1]).toEqual({ ...others, ...DROPPABLE });
    expect(transitiveKeys(1)).toEqual([]);
  });

  it('alone turn the tags on', async () => {
    const { tags } = await tagged(byKeys({ 'transitive-tag-keys': 'Repository' }));
    expect(tags).toEqual([{ ...ESSENTIAL, ...DROPPABLE }]);
    expect(transitiveKeys(0)).toEqual(['Repository']);
  });
});
