import { describe, expect, it } from '@jest/globals';
import { parse, type ScalarTag } from 'yaml';
import { filesIn, textOf } from '../support/workflow-steps.ts';

type Statement = {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
};

const BOUNDARY = 'arn:aws:iam::ACCOUNT_ID:policy/github-lease-boundary';
/** What both templates set up. The policy of sessions is for other roles, and that of one JSON secret is the beginning of per-key's. */
const TEMPLATED = [
  'boundary-example',
  'manager-iam-user',
  'manager-iam-user-optional',
  'manager-sweep',
  'manager-secrets-per-key',
  'manager-secrets-optional',
];
/** The statements of trust, which the plain policies name otherwise or show with a subject of their own. */
const TRUST = ['JobsOfTheseSubjects', 'JobsOfOneBranch'];
/** The templates cannot know a bucket, so their boundary only reads. */
const NOT_TEMPLATED = ['WritesThatJobsMayBeGiven'];

function statementsOf(name: string): Statement[] {
  return (JSON.parse(textOf(`setup/policies/${name}.json`)) as { Statement: Statement[] }).Statement;
}

const wanted = TEMPLATED.flatMap(statementsOf).filter(({ Sid }) => !NOT_TEMPLATED.includes(Sid));
const list = (value: string | string[]) => [value].flat().sort();
const allowedPolicies = statementsOf('manager-iam-user').find(({ Sid }) => Sid.startsWith('Attach'))?.Condition
  ?.ArnLike?.['iam:PolicyARN'];

/** What the parameters stand for in the plain policies. */
const PARAMETERS: Record<string, unknown> = {
  'AWS::Partition': 'aws',
  'AWS::AccountId': 'ACCOUNT_ID',
  'AWS::URLSuffix': 'amazonaws.com',
  LeasePath: '/github-actions/',
  GroupPath: '/github-actions/',
  Boundary: BOUNDARY,
  AllowedPolicyArns: allowedPolicies,
  SecretPrefix: 'github/',
  PruneRepositoryId: 'REPO_ID',
  SecretKeyId: 'KEY_ID',
};

const substituted = (text: string) => text.replaceAll(/\$\{([\w:]+)\}/g, (_, name: string) => String(PARAMETERS[name]));

/** CloudFormation's short forms, as far as the template uses them: `!If` takes its first branch. */
const TAGS = [
  { tag: '!Ref', resolve: (text: string) => PARAMETERS[text] ?? `ref ${text}` },
  { tag: '!Sub', resolve: substituted },
  { tag: '!GetAtt', resolve: (text: string) => text },
  { tag: '!If', collection: 'seq', resolve: (items: { toJSON(): unknown[] }) => items.toJSON()[1] },
  ...['!Equals', '!Not', '!And', '!Join'].map((tag) => ({
    tag,
    collection: 'seq',
    resolve: (items: { toJSON(): unknown[] }) => items.toJSON(),
  })),
] as unknown as ScalarTag[];

/** Every statement of every policy document in the template. */
function statementsIn(value: unknown): Statement[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'Sid' in value ? [value as Statement] : Object.values(value).flatMap(statementsIn);
}

describe('docs/permissions.md', () => {
  const blocks = [
    ...textOf('docs/permissions.md').matchAll(/<!-- (setup\/policies\/[\w-]+\.json) -->\n```json\n([\s\S]*?)^```$/gm),
  ].map(([, file = '', code = '']) => [file, code] as const);

  it('shows every policy of setup/policies', () => {
    expect(blocks.map(([file]) => file).sort()).toEqual(filesIn('setup/policies', /\.json$/));
  });

  it.each(blocks)('shows %s as it is', (file, code) => {
    expect(code).toBe(textOf(file));
  });
});

describe('setup/cloudformation.yaml', () => {
  const found = statementsIn(parse(textOf('setup/cloudformation.yaml'), { customTags: TAGS }));

  it('has the statements of setup/policies, and its own statements of trust', () => {
    const names = [...wanted.map(({ Sid }) => Sid), ...TRUST];
    expect(found.map(({ Sid }) => Sid).sort()).toEqual(names.sort());
  });

  it.each(wanted.map((statement) => [statement.Sid, statement] as const))('%s says the same', (sid, statement) => {
    const same = found.find(({ Sid }) => Sid === sid) as Statement;
    const { Action, ...rest } = statement;
    expect(same).toEqual({ ...rest, Action: same.Action });
    expect(list(same.Action)).toEqual(list(Action));
  });

  it('trusts tokens of GitHub for STS and for the subjects alone', () => {
    const trust = found.find(({ Sid }) => Sid === 'JobsOfTheseSubjects');
    const [plain] = statementsOf('trust-github-oidc') as (Statement & { Principal: unknown })[];
    const issuer = 'token.actions.githubusercontent.com';
    expect(trust).toMatchObject({
      Effect: 'Allow',
      Principal: plain?.Principal,
      Action: plain?.Action,
      Condition: { StringLike: { [`${issuer}:sub`]: 'ref Subjects' } },
    });
    expect(Object.keys(trust?.Condition?.StringEquals ?? {})).toEqual([`${issuer}:aud`]);
  });

  it('trusts one branch with the sweeper’s role, which is compared as it stands', () => {
    const trust = found.find(({ Sid }) => Sid === 'JobsOfOneBranch');
    const issuer = 'token.actions.githubusercontent.com';
    expect(trust?.Condition).toEqual({
      StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com.cn', [`${issuer}:sub`]: 'ref SweepSubject' },
    });
  });
});

describe('setup/terraform/main.tf', () => {
  const blocks = textOf('setup/terraform/main.tf')
    .split(/^\s*Sid\s*=\s*/m)
    .slice(1);
  const blockOf = (sid: string) => blocks.find((block) => block.startsWith(`"${sid}"`)) ?? '';

  it('has the statements of setup/policies, and its own statements of trust', () => {
    const names = [...wanted.map(({ Sid }) => Sid), ...TRUST];
    expect(blocks.map((block) => /^"(\w+)"/.exec(block)?.[1]).sort()).toEqual(names.sort());
  });

  it.each(wanted.map((statement) => [statement.Sid, statement] as const))(
    '%s has the same effect, actions and conditions',
    (sid, { Effect, Action, Condition = {} }) => {
      const block = blockOf(sid);
      const actions = /^\s*Action\s*=\s*(\[[^\]]*\]|"[^"]*")/m.exec(block)?.[1] ?? '';
      expect([...actions.matchAll(/"([^"]+)"/g)].map(([, action]) => action).sort()).toEqual(list(Action));
      expect(/^\s*Effect\s*=\s*"(\w+)"/m.exec(block)?.[1]).toBe(Effect);
      for (const [operator, tests] of Object.entries(Condition)) {
        expect(block).toContain(operator);
        for (const key of Object.keys(tests)) expect(block).toContain(`"${key}"`);
      }
      expect(/Condition\s*=/.test(block.split(/^resource /m)[0] ?? '')).toBe(Object.keys(Condition).length > 0);
    },
  );
});
