import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, textOf } from '../../support/workflow-steps.ts';

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
/** The linter's configuration, and the rule of our own that it names. */
const CONFIGURATION = ['biome.json', 'scripts/no-inline-import-types.grit'];
const LIMIT_MS = 20_000;

const [IMPORTS, CYCLES] = ['noRestrictedImports', 'noImportCycles'];
const [LINES, PARAMETERS, LENGTH] = ['noExcessiveLinesPerFunction', 'useMaxParams', 'noExcessiveLinesPerFile'];
const [PLUGIN, ENVIRONMENT] = ['plugin', 'noProcessEnv'];

/** The folders of src that each folder of src may import. */
const BELOW_IDENTITY = ['waiting', 'files', 'aws'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  waiting: ['waiting'],
  files: ['waiting', 'files'],
  aws: BELOW_IDENTITY,
  identity: [...BELOW_IDENTITY, 'identity'],
  lease: [...BELOW_IDENTITY, 'lease'],
  secrets: [...BELOW_IDENTITY, 'secrets'],
  github: [...BELOW_IDENTITY, 'identity', 'lease', 'secrets', 'github'],
  job: [...BELOW_IDENTITY, 'identity', 'lease', 'secrets', 'github', 'job'],
};
const FOLDERS = Object.keys(MAY_IMPORT);
/** Folders to import from: all, and one inside of those that have some. */
const IMPORTERS = [...FOLDERS, 'lease/naming', 'secrets/plan', 'github/inputs'];

/** A file with a mistake, or with none; and the rules that are to name it. */
type Sample = { readonly path: string; readonly text: string; readonly rules: readonly string[] };

const lines = (count: number, line: string) => `${line}\n`.repeat(count);
const folderOf = (importer: string) => importer.split('/')[0] ?? '';
const upFrom = (importer: string) => (importer.includes('/') ? '../..' : '..');

/** Files that import each folder of src, each in every way; and files that import `action.ts` and the runner's packages. */
function importSamples(importer: string): Sample[] {
  const allowed = MAY_IMPORT[folderOf(importer)] ?? [];
  const from = (to: string) => `${upFrom(importer)}/${to}/leaf.ts`;
  const ways: Record<string, (to: string) => string> = {
    value: (to) => `import { leaf } from '${from(to)}';\nexport const x = leaf;\n`,
    type: (to) => `import type { Leaf } from '${from(to)}';\nexport type X = Leaf;\n`,
    'type-again': (to) => `export type { Leaf } from '${from(to)}';\n`,
    later: (to) => `export const x = () => import('${from(to)}');\n`,
  };
  const pairs = FOLDERS.flatMap((to) =>
    Object.entries(ways).map(([way, text]) => ({
      path: `src/${importer}/${way}-of-${to}.ts`,
      text: text(to),
      rules: allowed.includes(to) ? [] : [IMPORTS],
    })),
  );
  const action = `import { stages } from '${upFrom(importer)}/action.ts';\nexport const x = stages;\n`;
  const runner = folderOf(importer) === 'github' ? [] : [IMPORTS];
  return [
    ...pairs,
    { path: `src/${importer}/of-action.ts`, text: action, rules: [IMPORTS] },
    ...['@actions/core', '@actions/github/lib/context'].map((name, index) => ({
      path: `src/${importer}/of-runner-${index}.ts`,
      text: `import * as runner from '${name}';\nexport const x = runner;\n`,
      rules: runner,
    })),
  ];
}

const BOTTOM: Sample[] = ['errors', 'run'].map((name) => ({
  path: `src/${name}.ts`,
  text: `import type { Leaf } from './waiting/leaf.ts';\nexport type X = Leaf;\n`,
  rules: [IMPORTS],
}));

const ENVIRONMENT_READ: Sample[] = ['lease', 'secrets'].flatMap((folder) => [
  { path: `src/${folder}/process-env.ts`, text: 'export const x = process.env.HOME;\n', rules: [ENVIRONMENT] },
  {
    path: `src/${folder}/process-module.ts`,
    text: "import { env } from 'node:process';\nexport const x = env.HOME;\n",
    rules: [ENVIRONMENT, IMPORTS],
  },
]);

const INLINE: Sample = {
  path: 'src/lease/inline.ts',
  text: "export type X = import('../secrets/leaf.ts').Leaf;\nexport type Y = typeof import('../github/leaf.ts');\n",
  rules: [PLUGIN],
};

/** Two or three files that import each other, by values or by types. */
const CIRCLES: Sample[] = [
  ['lease/value-1', "import { two } from './value-2.ts';\nexport const one = () => two;\n"],
  ['lease/value-2', "import { one } from './value-1.ts';\nexport const two = () => one;\n"],
  ['lease/type-1', "import type { Two } from './type-2.ts';\nexport type One = Two | 1;\n"],
  ['lease/type-2', "import type { One } from './type-1.ts';\nexport type Two = One[];\n"],
  ['lease/mixed-1', "import { two } from './mixed-2.ts';\nexport type One = 1;\nexport const one: One = two;\n"],
  ['lease/mixed-2', "import type { One } from './mixed-1.ts';\nexport const two: One = 1;\n"],
  ['job/later-1', "export const one = () => import('./later-2.ts');\n"],
  ['job/later-2', "import { one } from './later-1.ts';\nexport const two = one;\n"],
  ['secrets/three-1', "import type { Two } from './plan/three-2.ts';\nexport type One = Two | 1;\n"],
  ['secrets/plan/three-2', "import type { Three } from '../apply/three-3.ts';\nexport type Two = Three[];\n"],
  ['secrets/apply/three-3', "import type { One } from '../three-1.ts';\nexport type Three = One[];\n"],
].map(([name, text = '']) => ({ path: `src/${name}.ts`, text, rules: [CYCLES] }));

const SIZES: Sample[] = [
  ['src/aws/function-40.ts', `export function f(): void {\n${lines(40, '  g();')}}\nfunction g(): void {}\n`],
  ['src/aws/function-41.ts', `export function f(): void {\n${lines(41, '  g();')}}\nfunction g(): void {}\n`, LINES],
  ['src/aws/arrow-41.ts', `export const f = () => {\n${lines(41, '  g();')}};\nfunction g(): void {}\n`, LINES],
  ['src/aws/method-41.ts', `export class F {\n  f() {\n${lines(41, '    g();')}  }\n}\nfunction g(): void {}\n`, LINES],
  ['scripts/function-41.ts', `export function f(): void {\n${lines(41, '  g();')}}\nfunction g(): void {}\n`, LINES],
  ['src/aws/parameters-3.ts', 'export const f = (a: 1, b: 1, c: 1) => [a, b, c];\n'],
  ['src/aws/parameters-4.ts', 'export const f = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];\n', PARAMETERS],
  [
    'src/job/parameters-function.ts',
    'export function f(a: 1, b: 1, c: 1, d: 1) {\n  return [a, b, c, d];\n}\n',
    PARAMETERS,
  ],
  [
    'src/github/inputs/parameters-rest.ts',
    'export const f = (a: 1, b: 1, c: 1, ...d: 1[]) => [a, b, c, d];\n',
    PARAMETERS,
  ],
  ['src/waiting/parameters-type.ts', 'export type F = (a: 1, b: 1, c: 1, d: 1) => void;\n', PARAMETERS],
  ['src/aws/length-200.ts', lines(200, 'g();').replace('g();', 'declare function g(): void;')],
  ['src/aws/length-201.ts', lines(201, 'g();').replace('g();', 'declare function g(): void;'), LENGTH],
].map(([path = '', text = '', ...rules]) => ({ path, text, rules }));

const LEAVES: Sample[] = FOLDERS.map((folder) => ({
  path: `src/${folder}/leaf.ts`,
  text: 'export type Leaf = string;\nexport const leaf = 1;\n',
  rules: [],
}));
const ACTION: Sample = {
  path: 'src/action.ts',
  text: "import * as runner from '@actions/core';\nexport const stages = runner;\n",
  rules: [IMPORTS],
};

const SAMPLES = [
  ...LEAVES,
  ACTION,
  ...IMPORTERS.flatMap(importSamples),
  ...BOTTOM,
  ...ENVIRONMENT_READ,
  INLINE,
  ...CIRCLES,
  ...SIZES,
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Lints the folder as the project is linted. @returns the rules that each file breaks */
function lint(): Map<string, string[]> {
  const { stdout } = spawnSync(
    process.execPath,
    [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none', 'src', 'scripts'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
  const broken = Map.groupBy(diagnostics, ({ location }) => location.path);
  const rules = (found: typeof diagnostics) => new Set(found.map(({ category }) => category.split('/').at(-1) ?? ''));
  return new Map([...broken].map(([path, found]) => [path, [...rules(found)].sort()]));
}

describe('the linter', () => {
  let broken: ReadonlyMap<string, string[]>;
  beforeAll(() => {
    for (const path of CONFIGURATION) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(ROOT, path), join(folder, path));
    }
    for (const { path, text } of SAMPLES) write(path, text);
    broken = lint();
  }, LIMIT_MS);

  it('knows all that is in src', () => {
    expect(readdirSync(join(ROOT, 'src')).sort()).toEqual([...FOLDERS, 'action.ts', 'errors.ts', 'run.ts'].sort());
  });

  it.each(IMPORTERS)('lets src/%s import what is below it, and refuses the rest', (importer) => {
    const samples = importSamples(importer);
    const found = samples.map(({ path }) => [path, broken.get(path) ?? []]);
    expect(found).toEqual(samples.map(({ path, rules }) => [path, rules]));
  });

  it.each([ACTION, ...BOTTOM, ...ENVIRONMENT_READ, INLINE, ...CIRCLES, ...SIZES])(
    'finds $rules in $path',
    ({ path, rules }) => {
      expect(broken.get(path) ?? []).toEqual(rules);
    },
  );
});

/** Runs one of the checks on a folder that is a repository of these files alone. */
function check(script: string, files: Record<string, string>): { status: number | null; output: string } {
  rmSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) write(path, text);
  spawnSync('git', ['init', '--quiet', folder]);
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', script), folder], { encoding: 'utf8' });
  return { status, output: stderr };
}

describe('the check of citations', () => {
  // Put together here, since the check reads this file too.
  const cite = (...words: string[]) => words.join(' ');
  const citations = [
    cite('SPEC', '§2.1'),
    cite('DESIGN', '§5'),
    cite(['SPEC', 'md'].join('.'), '§8'),
    ['DESIGN', 'md'].join('.'),
    cite('reference:', 'github-runner.md', '§4'),
    cite('reference', 'aws-iam-sts.md'),
    cite('reference:\n *', 'secrets.md'),
    cite('reference:', 'the rules of the SDK'),
    cite('reference:', 'the\n * rules of the SDK'),
    cite(['secrets', 'md'].join('.'), '§0.3'),
    cite('as SPEC', 'says'),
  ];

  it.each(citations)('finds %j', (citation) => {
    const { status, output } = check('check-citations.ts', { 'src/a.ts': `const a = 1;\n/** ${citation} */\n` });
    expect(status).toBe(1);
    expect(output).toMatch(/^src\/a\.ts:2$/m);
  });

  it('reads sources, tests, scripts, workflows and pages, and no build', () => {
    const paths = [
      'docs/page.md',
      'src/a.ts',
      'scripts/a.ts',
      'test/a.py',
      '.github/workflows/ci.yml',
      '.ci/run',
      'action.yml',
    ];
    const files = Object.fromEntries([...paths, 'dist/main/index.js'].map((path) => [path, `\n\n# ${citations[0]}\n`]));
    const { output } = check('check-citations.ts', files);
    expect(output.match(/^.*:3$/gm)?.sort()).toEqual(paths.map((path) => `${path}:3`).sort());
  });

  it('passes what a reader can look up', () => {
    const text =
      '// RFC 6901 §4; https://docs.aws.amazon.com/IAM/latest/APIReference/; docs/security.md; reference: https://a.test/\n';
    expect(check('check-citations.ts', { 'src/a.ts': text })).toEqual({ status: 0, output: '' });
  });
});

describe('the check of the length of files', () => {
  const comment = (count: number) => `/*\n${lines(count - 2, 'x')}*/\n`;

  it('counts the lines of comments, in src', () => {
    const files = { 'src/a.ts': comment(200), 'src/lease/b.ts': comment(201), 'test/c.ts': comment(300) };
    const { status, output } = check('check-file-length.ts', files);
    expect(status).toBe(1);
    expect(output.split('\n').slice(1)).toEqual(['src/lease/b.ts: 201 lines', '']);
  });

  it('passes files of 200 lines', () => {
    expect(check('check-file-length.ts', { 'src/a.ts': comment(200) })).toEqual({ status: 0, output: '' });
  });
});

it('npm run check runs each of them', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: { check: string } };
  const commands = scripts.check.split(' && ');
  expect(commands).toEqual(
    expect.arrayContaining([
      'tsc',
      'biome ci --colors=off .',
      'node scripts/check-file-length.ts',
      'node scripts/check-citations.ts',
    ]),
  );
});
