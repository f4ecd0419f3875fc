import fc from 'fast-check';
import { variableText } from './hostile.ts';
import { contract } from './inputs.ts';

/** Inputs that are never set, so that no request leaves this machine. */
const NEVER = [
  'sts-endpoint',
  'iam-endpoint',
  'secretsmanager-endpoint',
  'http-proxy',
  'no-proxy',
  'use-ambient-credentials',
  'retry-max-attempts',
  'disable-retry',
];

const policy = (text: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: text, Effect: 'Deny', Action: '*', Resource: '*' }] });
const POLICY_ARN = 'arn:aws:iam::123456789012:policy/app-read';

/** Values of a lease's inputs that pass the first check. */
const LEASE: Record<string, readonly string[]> = {
  'credential-type': ['iam-user', 'session'],
  ttl: ['90s', '15m', '1h', '60', '0', `${'9'.repeat(400)}d`, '00000001h'],
  'max-ttl': ['24h', '7d', '3650d', '3651d'],
  'user-name-template': [
    '{{random 64}}',
    'x{{random}}',
    '{{truncate (replace workflow " " "") 9}}{{random-3}}',
    '{{replace random "a" ""}}',
  ],
  'iam-path': ['/', '//', '/../', 'é/ü', '/github-actions/x/', '%2e%2e/'],
  'policy-arns': [POLICY_ARN, `${POLICY_ARN},${POLICY_ARN}`, `${POLICY_ARN}\n`],
  'inline-policy': [
    policy('x'),
    policy('é'),
    `${policy('a')}\n---\n${policy('b')}`,
    policy('x'.repeat(1_200)),
    policy('\u0000'),
  ],
  'iam-groups': ['readers', 'readers,readers', 'arn:aws:iam::123456789012:group/a/readers'],
  'permissions-boundary-arn': ['arn:aws:iam::123456789012:policy/lease-boundary'],
  tags: [
    'a=b',
    '{"a":1.10}',
    '{"__proto__":"x"}',
    '__proto__=x',
    'constructor=y',
    'A=1\na=2',
    'é = ü ',
    'a=',
    '{"a":null}',
  ],
  'env-names': [
    'access-key-id=A',
    'access-key-id=__proto__',
    'region=toString',
    'region=PATH',
    'session-token=X\nregion=Y',
  ],
  'wait-for-propagation': ['0', '5s', '300'],
  'aws-profile': ['ci', '"ci"', 'DEFAULT', 'a=b', '%(x)s', '--'],
  'output-env-credentials': ['true', 'false'],
  'output-credentials': ['true'],
  'role-session-name': ['ab', '--', '=,.@'],
  'role-external-id': ['ab', 'x/y:z'],
  'mask-aws-account-id': ['true', 'false'],
  revoke: ['never', 'always'],
  audience: ['sts.amazonaws.com', 'other'],
  'allowed-account-ids': ['123456789012', '210987654321', ',,,'],
  'web-identity-token-file': ['/nowhere', '/dev/null', '.'],
  'custom-tags': ['{"a":"b"}', '{"GitHub":"x"}'],
  sync: ['plan', 'apply', 'off'],
};

/** The same of a sync, by their names in `/sync`. */
const SYNC: Record<string, readonly string[]> = {
  secrets: [
    '{"A":"c4n4ry"}',
    '{"A":"c4n4ry\\n##[error]x","B":""}',
    '{"__proto__":"c4n4ry"}',
    '{"A":"c4n4ry","a":"c4n4ry"}',
    '{"A":1}',
    '[]',
    '{"A":" c4n4ry "}',
  ],
  'secrets-file': ['/nowhere', '.', '/dev/null', '{"A":"c4n4ry"}'],
  'from-env': ['A,B', '*', 'PATH', 'GITHUB_*', '__proto__', '{', '!(x)'],
  mode: ['json', 'per-key'],
  name: [
    'app',
    'app/{{key}}',
    '{{owner}}/{{repo}}',
    '{{environment}}/{{key}}',
    '{{constructor}}',
    'n'.repeat(513),
    'x-secret',
  ],
  include: ['*', 'A', '{A,B}', '[', '!(A)', '(((', '**'],
  exclude: ['A', 'nothing', '*'],
  'key-case': ['lower', 'kebab', 'camel', 'pascal'],
  'strip-prefix': ['A', 'a', '_'],
  map: ['A=x', 'A=x#y', 'A={{key}}#__proto__', 'Z=x', 'A=x#', '__proto__=x', 'A=x\nA=y'],
  'kms-key-id': ['alias/x', '1234abcd-12ab-34cd-56ef-1234567890ab'],
  description: ['d', 'd'.repeat(2_049), 'é\n'],
  tags: ['a=b', 'sync:x=y', '{"__proto__":"x"}', '{"n":1e400}'],
  'replica-regions': ['us-west-2', 'eu-central-1', 'us-west-2=alias/x,us-west-2'],
  adopt: ['never', 'same-value', 'always'],
  'unknown-keys': ['keep', 'remove'],
  empty: ['error', 'skip'],
  prune: ['true', 'false'],
  'prune-limit': ['0', '1001'],
  'fail-on-diff': ['true'],
  id: ['a', 'a b', 'default'],
  sync: ['plan', 'apply', 'off'],
};

/** A few inputs of an action with valid and invalid values. `folder`: the action's. */
export function hostileInputs(folder: '' | 'sync'): fc.Arbitrary<Record<string, string>> {
  const prefixed = Object.fromEntries(Object.entries(SYNC).map(([name, values]) => [`sync-${name}`, values]));
  const known: Record<string, readonly string[]> =
    folder === '' ? { ...LEASE, ...prefixed, sync: LEASE.sync ?? [] } : { ...LEASE, ...SYNC };
  const names = Object.keys(contract(folder).inputs).filter((name) => !NEVER.includes(name));
  const input = fc
    .constantFrom(...names)
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...(known[name] ?? ['', 'true'])) },
          { weight: 1, arbitrary: variableText(6) },
        ),
      ),
    );
  return fc
    .uniqueArray(input, { selector: ([name]) => name, minLength: 1, maxLength: 4 })
    .map((all) => Object.fromEntries(all));
}
