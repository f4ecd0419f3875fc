import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problems, read, userLease } from '../../../support/fakes/main-inputs.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

describe('the lifetime of a lease', () => {
  it.each([
    [{ ttl: '90s' }, 90],
    [{ ttl: '60' }, 60],
    [{ 'role-duration-seconds': '1800' }, 1_800],
    [{ ttl: '30m', 'role-duration-seconds': '30m' }, 1_800],
    [{ ttl: '24h' }, 86_400],
    [{ ttl: '7d', 'max-ttl': '7d' }, 604_800],
    [{ 'credential-type': 'session', ttl: '900' }, 900],
  ])('of %j is %i seconds', (inputs, seconds) => {
    expect(read(inputs as Record<string, string>).lease.ttlSeconds).toBe(seconds);
  });

  it.each([
    [{ ttl: '59s' }, '`ttl` is 59 s; the minimum for an IAM user is 60 s'],
    [{ 'role-duration-seconds': '0' }, '`role-duration-seconds` is 0 s; the minimum for an IAM user is 60 s'],
    [{ 'credential-type': 'session', ttl: '899' }, '`ttl` is 899 s; the minimum for a session is 900 s'],
    [{ ttl: '25h' }, '`ttl` is 90000 s, which is above `max-ttl`, 86400 s'],
    [
      { ttl: '1h', 'role-duration-seconds': '2h' },
      '`ttl` and `role-duration-seconds` are two names of one input and have different values; give one of them',
    ],
    [{ ttl: 'soon' }, '`ttl` must be a duration such as 90s, 45m, 1h30m, 7d or plain seconds, not "soon"'],
  ])('of %j is a problem', (inputs, problem) => {
    expect(problems(inputs as Record<string, string>)).toEqual([problem]);
  });

  it('beyond all dates is a problem, not a crash later', () => {
    expect(problems({ 'max-ttl': '999999999d' })).toEqual([expect.stringContaining('`max-ttl`')]);
  });
});

describe('a user', () => {
  it('has what was asked for', () => {
    const lease = userLease(
      read({
        'policy-arns': 'arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:iam::123456789012:policy/x/own',
        'inline-policy': '{ "Statement": [] }\n---\n{"Statement":{}}',
        'iam-groups': 'readers,arn:aws:iam::123456789012:group/path/writers,readers',
        'permissions-boundary-arn': 'arn:aws:iam::123456789012:policy/b',
        tags: 'team=core',
        'iam-path': 'ci//deploy',
        'wait-for-propagation': '0',
        'special-characters-workaround': 'true',
        'user-name-template': 'x-{{random 4}}',
        'aws-region': 'us-gov-west-1',
      }),
    );
    expect(lease).toMatchObject({
      policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::123456789012:policy/x/own'],
      inlinePolicies: ['{"Statement":[]}', '{"Statement":{}}'],
      groups: ['readers', 'writers'],
      boundaryArn: 'arn:aws:iam::123456789012:policy/b',
      path: '/ci/deploy/',
      partition: 'aws-us-gov',
      waitForPropagationSeconds: 0,
      alphanumericSecret: true,
      nameTemplate: ['x-', { kind: 'random', length: 4, mixedCase: false }],
    });
    expect({ ...lease.tags }).toEqual({ team: 'core' });
  });

  const arns = (count: number) =>
    Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/p${index}`).join('\n');

  it.each([
    [{ 'policy-arns': 'ReadOnlyAccess' }, 'which is not the ARN of a managed policy'],
    [{ 'policy-arns': 'arn:aws:iam::123456789012:role/r' }, 'which is not the ARN of a managed policy'],
    [{ 'policy-arns': `${arns(1)},${arns(1)}` }, 'names a policy twice'],
    [{ 'policy-arns': arns(21) }, 'names 21 policies; the maximum is 20'],
    [{ 'policy-arns': arns(1), 'managed-session-policies': arns(2) }, 'two names of one input'],
    [{ 'managed-session-policies': 'x' }, '`managed-session-policies` has "x"'],
    [{ 'permissions-boundary-arn': 'b' }, '`permissions-boundary-arn` has "b"'],
    [{ 'iam-groups': 'a:b' }, 'which is neither the name nor the ARN of a group'],
    [{ 'iam-groups': 'arn:aws:iam::123456789012:user/bob' }, 'which is neither the name nor the ARN of a group'],
    [
      { 'iam-groups': Array.from({ length: 11 }, (_, index) => `g${index}`).join() },
      'names 11 groups; a user can be in 10',
    ],
    [{ 'iam-path': `/${'p'.repeat(511)}/` }, '`iam-path` has 513 characters; IAM allows 512'],
    [{ 'wait-for-propagation': '301' }, '`wait-for-propagation` is 301 s; the maximum is 300 s'],
    [{ 'user-name-template': '{{repo}}' }, '`user-name-template` is not valid: it has no random part'],
    [{ 'inline-policy': '[]' }, '`inline-policy` is not a JSON object'],
    [{ 'inline-policy': 'null' }, '`inline-policy` is not a JSON object'],
    [{ 'inline-session-policy': '{' }, '`inline-session-policy` is not a JSON object'],
    [{ 'inline-policy': '{"Version":"2012-10-17"}' }, 'it has no Statement'],
    [{ 'inline-policy': '{"Statement":[]}\n---\n{' }, 'document 2 is not a JSON object'],
    [{ 'inline-policy': '{"Statement":[{"Sid":"日"}]}' }, 'characters beyond U+00FF'],
    [{ 'inline-policy': String.raw`{"Statement":[{"Sid":"\u65e5"}]}` }, 'characters beyond U+00FF'],
    [{ 'inline-policy': `{"Statement":["${'x'.repeat(2_048)}"]}` }, '`inline-policy` holds 2066 characters'],
  ])('of %j is a problem', (inputs, sentence) => {
    expect(problems(inputs as Record<string, string>)).toEqual([expect.stringContaining(sentence)]);
  });

  it('may have as many policies, groups and characters as IAM allows', () => {
    expect(
      problems({
        'policy-arns': arns(20),
        'iam-groups': Array.from({ length: 10 }, (_, index) => `g${index}`).join(),
        'iam-path': `/${'p'.repeat(510)}/`,
      }),
    ).toEqual([]);
  });
});

describe('a session', () => {
  const session = { 'credential-type': 'session' };

  it('has what was asked for', () => {
    expect(
      read({
        ...session,
        'inline-session-policy': '{"Statement": []}',
        'managed-session-policies': 'arn:aws:iam::aws:policy/p',
        ttl: '2h',
      }).lease,
    ).toEqual({
      kind: 'session',
      ttlSeconds: 7_200,
      policy: '{"Statement":[]}',
      policyArns: ['arn:aws:iam::aws:policy/p'],
      alphanumericSecret: false,
    });
  });

  it.each([
    [
      { 'permissions-boundary-arn': 'arn:aws:iam::123456789012:policy/b' },
      '`permissions-boundary-arn` applies to IAM users only',
    ],
    [{ 'iam-groups': 'g' }, '`iam-groups` applies to IAM users only'],
    [{ tags: 'a=b' }, '`tags` applies to IAM users only'],
    [{ 'iam-path': '/x/' }, '`iam-path` applies to IAM users only'],
    [{ 'inline-policy': '{"Statement":[]}\n---\n{"Statement":[]}' }, 'has several documents; a session can have one'],
    [{ 'inline-policy': `{"Statement":["${'x'.repeat(2_048)}"]}` }, 'a session policy may have 2048'],
    [
      { 'policy-arns': Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/p${index}`).join() },
      'names 11 policies; the maximum is 10',
    ],
  ])('of %j is a problem', (inputs, sentence) => {
    expect(problems({ ...session, ...(inputs as Record<string, string>) })).toEqual([
      expect.stringContaining(sentence),
    ]);
  });
});

describe('the tags as JSON', () => {
  it.each([
    ['1.10', '1.10'],
    ['123456789012345678901', '123456789012345678901'],
    ['1e400', '1e400'],
    ['-0', '-0'],
    ['true', 'true'],
  ])('have the number %s as it was written', (written, value) => {
    expect({ ...userLease(read({ tags: `{"n":${written}}` })).tags }).toEqual({ n: value });
  });
});

describe('an inline policy', () => {
  it('that is nested beyond all measure is a problem like any other', () => {
    const deep = `{"Statement":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(problems({ 'inline-policy': deep })).toEqual(['`inline-policy` is not a policy: it is nested too deeply']);
  });
});

describe('the tags', () => {
  const tagsOf = (text: string) => ({ ...userLease(read({ tags: text })).tags });

  it.each([
    ['a=b\n c = d=e \n\n', { a: 'b', c: 'd=e' }],
    ['{"a":"b","n":7,"t":true}', { a: 'b', n: '7', t: 'true' }],
    ['a=', { a: '' }],
    ['', {}],
    ['{}', {}],
  ])('of %j are %j', (text, tags) => {
    expect(tagsOf(text)).toEqual(tags);
  });

  it.each(['__proto__=x\nconstructor=y', '{"__proto__":"x","constructor":"y"}'])(
    'may be called what JavaScript calls its own: %s',
    (text) => {
      expect(Object.entries(userLease(read({ tags: text })).tags)).toEqual([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]);
    },
  );

  it.each([
    ['a', 'has the line "a"; lines are key=value'],
    ['=b', 'has the line "=b"'],
    ['a=1\na=2', 'the key "a" appears twice'],
    ['Team=1\nteam=2', 'the key "team" appears twice (IAM ignores case in keys)'],
    ['{"Team":"1","team":"2"}', 'appears twice (IAM ignores case'],
    ['{"a":null}', 'the value of "a" must be a string'],
    ['{"a":{}}', 'the value of "a" must be a string'],
    ['{"a":', 'must be a JSON object of strings'],
    ['aws:x=1', 'begins with aws:'],
    ['lease:run-id=1', 'begins with lease:'],
    ['a#=1', 'must be 1 to 128'],
    ['a=b#', 'at most 256'],
    [Array.from({ length: 38 }, (_, index) => `k${index}=v`).join('\n'), '38 tags are too many'],
  ])('of %j are a problem', (text, sentence) => {
    const told = problems({ tags: text });
    expect(told).toEqual([expect.stringContaining(sentence)]);
    expect(told[0]).toMatch(/^`tags`/);
  });
});
