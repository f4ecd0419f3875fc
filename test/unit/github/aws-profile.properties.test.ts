// The profile against two readers nobody here wrote: Python's configparser, as botocore and so the AWS CLI use it, and AWS's SDK for JavaScript.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSharedConfigFiles } from '@smithy/core/config';
import fc from 'fast-check';
import { type ProfileChange, restoreProfile, writeProfile } from '../../../src/github/aws-profile.ts';
import { examples, TIMES } from '../../support/fakes/hostile.ts';

const NONCE = '0f0f0f0f';
const CONTENT = {
  credentials: { accessKeyId: 'AKIAOURS', secretAccessKey: 'ours/+=', sessionToken: 'tok=en==' },
  region: 'eu-central-1',
  nonce: NONCE,
};
const OURS = {
  aws_access_key_id: CONTENT.credentials.accessKeyId,
  aws_secret_access_key: CONTENT.credentials.secretAccessKey,
  aws_session_token: CONTENT.credentials.sessionToken,
};
/** What may stand beside our keys: nothing that leads to other credentials. */
const HARMLESS = ['output', 'cli_pager', 's3', 's3.max_queue_size', 's3.addressing_style', 'max_attempts'];

/** As botocore reads: every section, or what it says of a file that it cannot read. */
const PYTHON = `
import configparser, json, sys
def read(path):
    parser = configparser.RawConfigParser()
    try:
        parser.read([path], encoding='utf-8-sig')
    except Exception as error:
        return str(type(error))
    return {name: dict(parser.items(name)) for name in parser.sections()}
print(json.dumps([read(path) for path in json.load(sys.stdin)]))
`;
type Sections = Record<string, Record<string, string>>;

function readByPython(paths: readonly string[]): (Sections | string)[] {
  const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
    input: JSON.stringify(paths),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as (Sections | string)[];
}

type Files = { readonly credentials: string | undefined; readonly config: string | undefined };
type Profile = { readonly name: string; readonly header: readonly [string, string]; readonly lines: readonly string[] };

const settings = fc.uniqueArray(
  fc.constantFrom(
    ...[
      'output = json',
      'region=us-west-2',
      'cli_pager =',
      'max_attempts : 3',
      'role_arn = arn:aws:iam::1:role/x',
      'source_profile = dev',
    ],
    ...[
      'aws_access_key_id = AKIAOLD',
      'aws_secret_access_key = old#secret;x',
      'credential_process = /bin/evil',
      'AWS_SESSION_TOKEN = old',
    ],
    ...[
      's3 =\n  max_queue_size = 1\n  addressing_style = path',
      'endpoint_url = http://evil',
      'é = ü',
      'text = [ci]',
      'x = a = b',
    ],
    ...['output = json\n  role_arn = arn:aws:iam::1:role/y\n  source_profile = dev'],
  ),
  { selector: (setting) => setting.split(/[\s=:]/)[0], maxLength: 6 },
);
const lines = fc
  .tuple(settings, fc.constantFrom('', '', '  ', '\t'), fc.constantFrom('', '# note', '; [ci]', '   ', '  # x'))
  .map(([all, indent, aside]) =>
    // All settings of a section are indented alike, and what belongs to one of them further.
    [...all.flatMap((each) => each.split('\n').map((line) => `${indent}${line}`)), ...(aside === '' ? [] : [aside])],
  );
const header = fc.constantFrom(['', ''] as const, [' ', ' '] as const, ['', ''] as const);
const profiles = fc.uniqueArray(
  fc.record({ name: fc.constantFrom('ci', 'dev', 'ci2', 'default', 'c.i', 'Ünïcode'), header, lines }),
  { selector: ({ name }) => name, maxLength: 4 },
);
const shape = fc.record({
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  end: fc.constantFrom('\n', '', '\n\n', '\n\n\n', '\n  ', '\n# end'),
  start: fc.constantFrom('', '', '# top\n', '\ufeff', '\n'),
});

function textOf(
  all: readonly Profile[],
  form: { lineEnd: string; end: string; start: string },
  prefix: string,
): string {
  const sections = all.map(({ name, header: [before, behind], lines: body }) => {
    const title = prefix !== '' && name !== 'default' ? `${prefix}${name}` : name;
    // Blanks inside the brackets belong to the name where a credentials file is read.
    return [prefix === '' ? `[${title}]` : `[${before}${title}${behind}]`, ...body].join('\n');
  });
  return `${form.start}${sections.join('\n')}${form.end}`.replaceAll('\n', form.lineEnd);
}

const optional = (text: fc.Arbitrary<string>) => fc.option(text, { nil: undefined, freq: 8 });
const files: fc.Arbitrary<Files> = fc.record({
  credentials: optional(fc.tuple(profiles, shape).map(([all, form]) => textOf(all, form, ''))),
  config: optional(fc.tuple(profiles, shape).map(([all, form]) => textOf(all, form, 'profile '))),
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profiles-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** Lays out the files, writes the profile into copies of them, and keeps both. */
function written(before: Files, name: string) {
  const at = (stage: string) => {
    const home = join(folder, String(count), stage);
    return { home, credentials: join(home, 'credentials'), config: join(home, 'config') };
  };
  count += 1;
  const [old, now] = [at('old'), at('now')];
  for (const { home, ...paths } of [old, now]) {
    mkdirSync(home, { recursive: true });
    for (const file of ['credentials', 'config'] as const) {
      if (before[file] !== undefined) writeFileSync(paths[file], before[file]);
    }
  }
  let noted: readonly ProfileChange[] = [];
  writeProfile({ name, credentialsFile: now.credentials, configFile: now.config }, CONTENT, (changes) => {
    noted = structuredClone(changes);
  });
  return { old, now, noted, before };
}
type Written = ReturnType<typeof written>;

const name = fc.constantFrom(
  'ci',
  'ci',
  'ci',
  'new',
  'default',
  'a=b',
  'a:b',
  'x,y',
  'profile',
  'Ünïcode',
  '%(x)s',
  '$&',
  "c'i",
  '-',
);
const contents = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** What a reader says of all profiles but the one that was written and the one that stepped aside for it. */
function others(sections: Sections, ours: string): Sections {
  const names = [ours, `${ours}-before-${NONCE}`];
  return Object.fromEntries(Object.entries(sections).filter(([title]) => !names.includes(title.trim())));
}

const sectionOf = (profile: string) => (profile === 'default' ? 'default' : `profile ${profile}`);

function expectOurs(read: Record<string, string> | undefined, ours: Record<string, string>, what: string): void {
  const { ...rest } = read ?? {};
  for (const [key, value] of Object.entries(ours)) {
    expect([what, key, rest[key]]).toEqual([what, key, value]);
    delete rest[key];
  }
  expect(Object.keys(rest).filter((key) => !HARMLESS.includes(key) && !['é', 'text', 'x'].includes(key))).toEqual([]);
}

describe('a profile written into any files', () => {
  it('is taken out again, and every byte is as before', () => {
    const isRestored = (before: Files, profile: string) => {
      const { now, noted } = written(before, profile);
      expect(restoreProfile(noted)).toEqual([]);
      for (const file of ['credentials', 'config'] as const) {
        // An empty file is as good as none to AWS's tools; one that was there stays.
        expect([file, contents(now[file])]).toEqual([file, before[file]]);
      }
    };
    fc.assert(fc.property(files, name, isRestored), examples(150));
  });

  it('is to Python what was meant, and so are all other profiles', () => {
    const all = fc
      .sample(fc.tuple(files, name), examples(150))
      .map(([before, profile]) => ({ profile, ...written(before, profile) }));
    const paths = all.flatMap(({ old, now }) => [old.credentials, now.credentials, old.config, now.config]);
    const read = readByPython(paths);
    let readable = 0;
    for (const [index, { profile, before }] of all.entries()) {
      const [oldCredentials, credentials, oldConfig, config] = read.slice(index * 4, index * 4 + 4);
      const pairs = [
        [oldCredentials, credentials, profile, OURS],
        [oldConfig, config, sectionOf(profile), { region: CONTENT.region }],
      ] as const;
      for (const [was, is, section, ours] of pairs) {
        // A file that could not be read before is not made readable.
        if (typeof was === 'string' || was === undefined) continue;
        readable += 1;
        const context = JSON.stringify(before);
        if (typeof is === 'string' || is === undefined) throw new Error(`${is} of ${context}`);
        expectOurs(is[section], ours, context);
        expect([context, others(is, section)]).toEqual([context, others(was, section)]);
      }
    }
    expect(readable).toBeGreaterThan(all.length);
  });

  it(
    'is to AWS’s SDK for JavaScript what was meant, and so are all other profiles',
    async () => {
      const load = (at: Written['old']) =>
        loadSharedConfigFiles({
          filepath: at.credentials,
          configFilepath: at.config,
          ignoreCache: true,
        }) as unknown as Promise<{ credentialsFile: Sections; configFile: Sections }>;
      const isMeant = async (before: Files, profile: string) => {
        const { old, now } = written(before, profile);
        const [was, is] = await Promise.all([load(old), load(now)]);
        expectOurs(is.credentialsFile[profile], OURS, profile);
        expect(others(is.credentialsFile, profile)).toEqual(others(was.credentialsFile, profile));
        // In the config file it reads no other names than these.
        if (/^[\w@+.%:/-]+$/.test(profile)) expectOurs(is.configFile[profile], { region: CONTENT.region }, profile);
        expect(others(is.configFile, profile)).toEqual(others(was.configFile, profile));
      };
      await fc.assert(fc.asyncProperty(files, name, isMeant), examples(150));
    },
    60_000 * TIMES,
  );
});
