import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.ts';
import { load } from '../../../src/github/load-state.ts';
import type { SavedState, StateKey } from '../../../src/github/state.ts';
import { anyJson, anyText, examples } from '../../support/fakes/hostile.ts';

const SHA = 'a'.repeat(64);
const ROLE = 'arn:aws:iam::123456789012:role/manager';

/** One of each, every member filled. */
const SAVED: SavedState = {
  access: {
    connection: {
      region: 'eu-central-1',
      stsEndpoint: 'http://sts',
      iamEndpoint: 'http://iam',
      secretsManagerEndpoint: 'http://secrets',
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      maxAttempts: 8,
    },
    proxy: { http: 'http://proxy:3128/', https: 'socks5://proxy:1080', noProxy: 'localhost' },
    identity: {
      source: { kind: 'oidc', audience: 'sts.amazonaws.com' },
      roles: [ROLE],
      sessionName: 'gha-shop-7-1',
      externalId: 'ext-1',
      sessionTags: { tags: [{ key: 'GitHub', value: 'Actions', droppable: false }], transitiveKeys: ['GitHub'] },
      allowedAccountIds: ['123456789012'],
    },
    fingerprint: SHA,
    variables: { AWS_PROFILE: 'p' },
    authorities: ['m'.repeat(43)],
    maskAccountId: true,
    revocation: { when: 'always', onFailure: 'error' },
  },
  lease: {
    userName: 'gha-1',
    path: '/ci/',
    accountId: '123456789012',
    runId: '7',
    runAttempt: '1',
    nonce: '0123456789abcdef0123456789abcdef',
    intendedAt: '2026-11-21T12:00:00Z',
    expiresAt: '2026-11-21T13:00:00Z',
    progress: 'issued',
  },
  session: { expiresAt: '2026-11-21T13:00:00Z' },
  variables: [{ name: 'AWS_REGION', before: '', hash: SHA }],
  profile: [
    {
      file: '/home/runner/.aws/config',
      section: 'profile ci',
      suffix: '-before-00000000',
      own: [SHA],
      taken: [SHA],
      gap: '\n\n',
      createdFile: true,
      createdDirectory: '/home/runner/.aws',
    },
  ],
};
const KEYS = Object.keys(SAVED) as StateKey[];

let before: NodeJS.ProcessEnv;
beforeEach(() => {
  before = { ...process.env };
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
});

function loadText(key: StateKey, text: string): unknown {
  process.env[`STATE_${key}`] = text;
  return load(key);
}

/** Whether this is read; what is not must end in the one error for that. */
function isRead(key: StateKey, text: string): boolean {
  try {
    loadText(key, text);
    return true;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    expect(error).toMatchObject({ code: 'state-unreadable', message: expect.stringContaining(`\`${key}\``) });
    expect(error.remedy).not.toBe('');
    return false;
  }
}

type Path = readonly (string | number)[];
type Tree = Record<string | number, unknown>;

/** Every member of a value, at whatever depth. */
function members(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    return [here, ...members(inner, here)];
  });
}

/** A part's text with one member changed. */
function changed(key: StateKey, path: Path, change: (parent: Tree, name: string | number) => void): string {
  const copy = structuredClone(SAVED[key]) as unknown;
  const parent = path.slice(0, -1).reduce<unknown>((inner, name) => (inner as Tree)[name], copy);
  change(parent as Tree, path.at(-1) ?? '');
  return JSON.stringify(copy);
}

const put = (key: StateKey, path: Path, value: unknown): string =>
  changed(key, path, (parent, name) => {
    parent[name] = value;
  });

const everyMember = KEYS.flatMap((key) => members(SAVED[key]).map((path) => ({ key, path, at: path.join('.') })));
const lookUp = (key: StateKey, path: Path) => path.reduce<unknown>((inner, name) => (inner as Tree)[name], SAVED[key]);

/** What main leaves out where there is none of it. */
const OPTIONAL = ['stsEndpoint', 'iamEndpoint', 'secretsManagerEndpoint', 'externalId', 'sessionTags', 'variables'];

describe('a part of the state', () => {
  it.each(KEYS)('is loaded as it was saved: %s', (key) => {
    expect(loadText(key, JSON.stringify(SAVED[key]))).toEqual(SAVED[key]);
  });

  it.each(KEYS)('that main did not get to is not there: %s', (key) => {
    expect(loadText(key, '')).toBeUndefined();
  });

  it.each(KEYS)('that is of another kind is refused: %s', (key) => {
    const texts = ['{', '{}', 'null', 'true', '7', '1e999', '""', '"x"', ' ', 'undefined', '[null]', '[[]]', '[{}]'];
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const whole = JSON.stringify(SAVED[key]);
    const wrapped = key === 'variables' || key === 'profile' ? whole.slice(1, -1) : `[${whole}]`;
    for (const text of [...texts, nested, wrapped, whole.slice(0, -1), `${whole}x`]) {
      expect([text.slice(0, 40), isRead(key, text)]).toEqual([text.slice(0, 40), false]);
    }
  });

  it.each(['access', 'lease', 'session'] as const)('that is an empty array is refused: %s', (key) => {
    expect(isRead(key, '[]')).toBe(false);
  });

  it.each(everyMember)('must have all its members, but for those main leaves out: $key $at', ({ key, path }) => {
    const name = path.at(-1);
    if (typeof name === 'number') return;
    const text = changed(key, path, (parent) => {
      delete parent[name ?? ''];
    });
    const mayLack = OPTIONAL.includes(name ?? '') || path.at(-2) === 'variables';
    expect(isRead(key, text)).toBe(mayLack);
  });

  it.each(everyMember)('is refused where a member is of another type: $key $at', ({ key, path }) => {
    const was = lookUp(key, path);
    const others = [null, 7, 1e308, true, 'x'.repeat(2_000), [[]], { a: 1 }];
    for (const other of others.filter((each) => typeof each !== typeof was || Array.isArray(each) || each === null)) {
      expect([other, isRead(key, put(key, path, other))]).toEqual([other, false]);
    }
  });

  it('loses members that main does not write', () => {
    const text = JSON.stringify({ ...SAVED.lease, command: 'x', toString: 'x' });
    expect(loadText('lease', text)).toEqual(SAVED.lease);
    expect(Object.keys(loadText('lease', text) as object)).toEqual(Object.keys(SAVED.lease));
  });

  it('changes no prototype', () => {
    const text = `{"__proto__":{"userName":"x","polluted":true},${JSON.stringify(SAVED.lease).slice(1)}`;
    const loaded = loadText('lease', text) as object;
    expect(loaded).toEqual(SAVED.lease);
    expect('polluted' in loaded || 'polluted' in {}).toBe(false);
    expect(isRead('lease', `{"__proto__":${JSON.stringify(SAVED.lease)}}`)).toBe(false);
    const access = JSON.stringify(SAVED.access).replace('{"AWS_PROFILE"', '{"__proto__":"x","AWS_PROFILE"');
    expect(isRead('access', access)).toBe(false);
  });
});

const HOSTILE = [
  '',
  'x; rm -rf /',
  '$(id)',
  '`id`',
  "x'",
  'x"',
  'x y',
  'x|y',
  'x\n',
  '\nx',
  'x\r\ny',
  'x\0',
  'x\u2028',
  'é',
  '<!--',
  '{{x}}',
];
const NO_TIMES = [
  '2026-11-21',
  '2026-11-21T13:00:00',
  '2026-11-21T13:00:00+01:00',
  '2026-11-21T13:00:00.000Z',
  '2026-13-21T13:00:00Z',
  '2026-02-30T13:00:00Z',
  '2026-11-21T24:00:00Z',
  '2026-11-21T25:61:61Z',
  '+012026-11-21T13:00:00Z',
  'Sat, 21 Nov 2026 13:00:00 GMT',
];
/** Members of one form only, with what else they must not hold. */
const STRICT: readonly [StateKey, Path, readonly string[]][] = [
  ['lease', ['userName'], ['u/x', 'n'.repeat(65), '../x', 'arn:aws:iam::123456789012:user/x']],
  ['lease', ['path'], ['ci/', '/ci', '//', '/a//b/', '/a b/', '/$(id)/']],
  ['lease', ['accountId'], ['12345678901', '1234567890123', '12345678901x', '１２３４５６７８９０１２']],
  ['lease', ['nonce'], ['0123456789abcdef', `${'A'.repeat(32)}`, 'a'.repeat(33)]],
  ...(['intendedAt', 'expiresAt'] as const).map((name): [StateKey, Path, string[]] => ['lease', [name], NO_TIMES]),
  ['session', ['expiresAt'], NO_TIMES],
  ['lease', ['progress'], ['Issued', 'done', '__proto__', 'constructor']],
  ['access', ['connection', 'region'], ['EU', 'evil.example/', 'eu.central']],
  ['access', ['connection', 'iamEndpoint'], ['iam', 'file:///etc/passwd', '//iam', 'javascript:alert(1)']],
  [
    'access',
    ['proxy', 'http'],
    ['proxy', '//proxy', 'http://', 'HTTP://PROXY/', 'http://u:p@proxy/', 'http://u@proxy/'],
  ],
  ['access', ['identity', 'source', 'kind'], ['environment', 'OIDC', '__proto__', 'toString']],
  [
    'access',
    ['identity', 'roles', 0],
    ['a/b', 'n'.repeat(65), 'arn:aws:s3:::b', 'arn:aws:iam::123456789012:user/u', 'arn:aws:iam:::role/r', `${ROLE} x`],
  ],
  ['access', ['identity', 'sessionName'], ['x', 'a/b', 'a:b']],
  ['access', ['identity', 'externalId'], ['x', 'n'.repeat(1_225)]],
  ['access', ['identity', 'allowedAccountIds', 0], ['123', '*']],
  ['access', ['authorities', 0], ['m'.repeat(42), 'm'.repeat(44), '='.repeat(43)]],
  ['access', ['fingerprint'], ['A'.repeat(64), 'a'.repeat(63), 'a'.repeat(65)]],
  ['access', ['revocation', 'when'], ['Always', 'sometimes']],
  ['access', ['revocation', 'onFailure'], ['ignore']],
  ['variables', [0, 'name'], ['1X', 'A-B', 'A=B', '__proto__', 'constructor', 'toString']],
  ['variables', [0, 'hash'], ['A'.repeat(64), 'a'.repeat(63)]],
  ['profile', [0, 'section'], ['a]', '[a', 'profile  a', 'profile a b', 'a#b', 'a/b']],
  ['profile', [0, 'suffix'], ['-before-', '-before-0000000G', '-after-00000000']],
  ['profile', [0, 'own', 0], ['a'.repeat(63)]],
  ['profile', [0, 'taken', 0], ['a'.repeat(63)]],
  ['profile', [0, 'gap'], ['\n\n\n', '\r\n', ' ']],
];

/** What of the hostile texts a member may hold all the same: nothing at all, and names that say nothing in a shell. */
const ALLOWED: Record<string, readonly string[]> = {
  'access proxy.http': [''],
  'access fingerprint': [''],
  'variables 0.hash': [''],
  'profile 0.suffix': [''],
  'profile 0.gap': [''],
  'profile 0.section': ['$(id)', '`id`', "x'", 'x"', 'x|y', 'é', '<!--', '{{x}}'],
};

describe('a member of one form only', () => {
  it.each(STRICT)('holds nothing else: %s %j', (key, path, others) => {
    const allowed = ALLOWED[`${key} ${path.join('.')}`] ?? [];
    for (const text of [...HOSTILE, ...others]) {
      expect([text, isRead(key, put(key, path, text))]).toEqual([text, allowed.includes(text)]);
    }
  });

  it.each([0, 1.5, -1, 101, 1e308, '8'])('is no other number of attempts: %p', (value) => {
    expect(isRead('access', put('access', ['connection', 'maxAttempts'], value))).toBe(false);
  });

  it.each(['PATH', 'NODE_OPTIONS', 'aws_profile', 'MY_AWS_X'])('is no variable but of AWS: %s', (name) => {
    expect(isRead('access', put('access', ['variables'], { [name]: 'x' }))).toBe(false);
  });
});

describe('whatever else stands there', () => {
  const key = fc.constantFrom(...KEYS);

  it('is read or refused, and never a crash', () => {
    const any = fc.oneof(
      anyText().map((text) => text.toWellFormed().replaceAll('\0', '')),
      anyJson(4).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(key, any, (name, text) => {
        isRead(name, text);
      }),
      examples(300),
    );
  });

  it('is read or refused where one member is anything', () => {
    const member = fc.constantFrom(...everyMember);
    fc.assert(
      fc.property(member, fc.oneof(anyText(4), anyJson(2)), ({ key: name, path }, value) => {
        isRead(name, put(name, path, value));
      }),
      examples(300),
    );
  });
});
