import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Job, StepResult } from '../lab/runner/runner.ts';
import type { Exchange } from '../support/recorder.ts';
import { startRecorder } from '../support/recorder.ts';
import { errorCode, inJob, messagesOf } from '../support/scenarios/scenario.ts';
import type { SyncOptions } from '../support/scenarios/sync.ts';
import {
  canary,
  countsOf,
  expectNothingShown,
  ownTags,
  planOf,
  put,
  secretActions,
  source,
  sync,
  syncUse,
  values,
  writes,
} from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const PER_KEY = { mode: 'per-key', name: 'shop/{{key}}' };
const JSON_SHAPE = { name: 'shop' };

/** A text of so many bytes that is nowhere the same. */
function ofBytes(label: string, bytes: number, character = ''): string {
  const filler = Array.from({ length: Math.ceil(bytes / 40) }, (_, index) => canary(`${label} ${index}`)).join('');
  const wide = character.repeat(Math.floor(bytes / 2 / Math.max(1, Buffer.byteLength(character))));
  return `${wide}${filler.slice(0, bytes - Buffer.byteLength(wide))}`;
}

/** Values that something on the way could change. */
const NASTY: Record<string, string> = {
  PEM: `-----BEGIN PRIVATE KEY-----\n${canary('pem 1')}\n${canary('pem 2')}\n-----END PRIVATE KEY-----\n`,
  CRLF: `${canary('crlf 1')}\r\n${canary('crlf 2')}\r\n`,
  CR: `${canary('cr 1')}\r${canary('cr 2')}`,
  QUOTES: `"${canary('quotes')}" 'single' “curly”`,
  BACKSLASHES: `\\${canary('backslashes')}\\n\\u0041\\\\`,
  DOLLARS: `$(${canary('dollars')}) \${HOME} $HOME $$ $& $1 $\``,
  BACKTICKS: `\`${canary('backticks')}\``,
  EXPRESSION: `\${{ ${canary('expression')} }} {{key}} %s %d`,
  EMOJI: `👩🏽‍🚀 ${canary('emoji')} 🔐é\u0301`,
  BLANKS_AROUND: `  \t ${canary('blanks')} \t  `,
  NEWLINES_AROUND: `\n\n${canary('newlines')}\n\n`,
  ONLY_BLANKS: ' \n\t ',
  TABS: `a\t${canary('tabs')}\tb`,
  COMMAND: `::error::${canary('command')}`,
  COMMANDS: `${canary('commands')}\n::error::boo\n::add-mask::no\n::stop-commands::never\n##[error]old`,
  PERCENT: `%0A${canary('percent')}%0D%25%3A`,
  HEREDOC: `EOF\nghadelimiter\n${canary('heredoc')}\nEOF`,
  CONTROL: `\u0001${canary('control')}\u007f\u0085\u2028\u2029\u001b[31m`,
  BOM: `\ufeff${canary('bom')}`,
  HTML: `<b>${canary('html')}</b> &amp; |`,
  JSON_ITSELF: JSON.stringify(
    { user: canary('json user'), list: [canary('json list'), 1.5], deep: { a: null } },
    null,
    2,
  ),
  EQUALS: `a=${canary('equals')}=\nB=2`,
  STARS: `***${canary('stars')}***`,
};

/** A file in the job, and the input that names it. */
function file(job: Job, content: string | Buffer, mode = 0o600): string {
  const path = join(job.directories.temp, 'secrets.json');
  writeFileSync(path, content, { mode });
  chmodSync(path, mode);
  return path;
}

const theFile = (job: Job) => join(job.directories.temp, 'secrets.json');

/** Runs a sync from a file with this content, which stays there unless the inputs have it deleted. */
function runFile(
  content: string | Buffer,
  inputs: Record<string, string> = {},
  options: SyncOptions & { mode?: number } = {},
): Promise<StepResult> {
  const { mode = 0o600, ...rest } = options;
  const before = (job: Job) => ({ 'secrets-file': file(job, content, mode) });
  return sync(lab, { ...JSON_SHAPE, ...inputs }, { before, allowedFiles: (job) => [theFile(job)], ...rest });
}

/** The three sources, each given the same secrets. */
const SOURCES: [
  string,
  (secrets: Record<string, string>, inputs: Record<string, string>, options?: SyncOptions) => Promise<StepResult>,
][] = [
  ['secrets', (secrets, inputs, options) => sync(lab, { ...inputs, secrets: JSON.stringify(secrets) }, options)],
  ['secrets-file', (secrets, inputs, options) => runFile(JSON.stringify(secrets, null, 2), inputs, options)],
  [
    'from-env',
    (secrets, inputs, options) =>
      sync(
        lab,
        { ...inputs, 'from-env': Object.keys(secrets).join('\n') },
        { env: secrets, hidden: Object.values(secrets), ...options },
      ),
  ],
];

describe.each(SOURCES)('through `%s`', (_, run) => {
  it('every value reaches AWS as it is, byte for byte, is masked, and is found unchanged by the next run', async () => {
    const masked = new Set<string>();
    const after = (job: Job) => {
      for (const mask of job.masks) masked.add(mask);
    };
    const result = await run(NASTY, PER_KEY, { after });
    expect(result.conclusion).toBe('success');
    const expected = Object.fromEntries(Object.entries(NASTY).map(([key, value]) => [`shop/${key}`, value]));
    expect(await values(lab)).toEqual(expected);
    for (const [key, value] of Object.entries(NASTY)) if (key !== 'ONLY_BLANKS') expect(masked).toContain(value);
    expect(result.annotations).toEqual([]);
    const again = await run(NASTY, PER_KEY);
    expect(countsOf(again)).toEqual({ unchanged: Object.keys(NASTY).length });
    expect(writes(lab)).toEqual([]);
  });

  it('every value comes out of the one JSON secret as it is, and is found unchanged by the next run', async () => {
    await run(NASTY, JSON_SHAPE);
    expect(JSON.parse((await values(lab)).shop ?? '')).toEqual(NASTY);
    expect((await run(NASTY, JSON_SHAPE)).outputs.changed).toBe('false');
    expect(writes(lab)).toEqual([]);
  });

  it('exactly 65,536 bytes are written, also of characters that take several', async () => {
    const secrets = {
      PLAIN: ofBytes('plain', 65_536),
      EURO: ofBytes('euro', 65_536, '€'),
      EMOJI: ofBytes('emoji', 65_536, '🔐'),
    };
    for (const value of Object.values(secrets)) expect(Buffer.byteLength(value)).toBe(65_536);
    // Together they are more than one variable can hold.
    for (const [key, value] of Object.entries(secrets)) {
      expect(countsOf(await run({ [key]: value }, PER_KEY))).toEqual({ created: 1 });
      expect((await values(lab))[`shop/${key}`]).toBe(value);
    }
  });

  it.each([
    ['of one byte each', ''],
    ['of four bytes each', '🔐'],
  ])(
    '65,537 bytes in characters %s are refused before any call, and nothing else is written',
    async (_case, character) => {
      const secrets = { SMALL: canary('small'), LARGE: ofBytes('large', 65_537, character) };
      expect(Buffer.byteLength(secrets.LARGE)).toBe(65_537);
      const result = await run(secrets, PER_KEY);
      expect(errorCode(result)).toBe('invalid-inputs');
      expect(messagesOf(result, 'error')).toContain('`LARGE` is above AWS’s limit for one secret, 65536 bytes');
      expect(messagesOf(result, 'error')).not.toContain('SMALL');
      expect(lab.wire.calls).toEqual([]);
      expect(await lab.secrets()).toEqual({});
    },
  );
});

it('without debug logging nothing of these values shows either', async () => {
  const result = await runFile(JSON.stringify(NASTY), PER_KEY, { context: {} });
  expect(countsOf(result)).toEqual({ created: Object.keys(NASTY).length });
});

describe('the JSON of one secret', () => {
  /** Bytes of `{"A":"","B":""}`. */
  const AROUND = 15;

  it.each([
    ['of exactly 65,536 bytes is written', 65_536, 'success'],
    ['of 65,537 bytes is refused before any call', 65_537, 'failure'],
  ])('%s', async (_, bytes, conclusion) => {
    const secrets = { A: ofBytes('a', 30_000), B: ofBytes('b', bytes - 30_000 - AROUND, 'é') };
    const result = await sync(lab, { ...JSON_SHAPE, secrets: JSON.stringify(secrets) });
    expect(result.conclusion).toBe(conclusion);
    if (conclusion === 'success') {
      expect(JSON.parse((await values(lab)).shop ?? '')).toEqual(secrets);
      return;
    }
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('the JSON of the secret shop is above AWS’s limit for one secret');
    expect(lab.wire.calls).toEqual([]);
  });

  it('counts what a newline becomes in JSON', async () => {
    const secrets = { A: '\n'.repeat(200) + ofBytes('a', 65_536 - 8 - 400) };
    expect((await sync(lab, { ...JSON_SHAPE, secrets: JSON.stringify(secrets) })).conclusion).toBe('success');
    const more = { A: `\n${secrets.A.slice(0, -1)}` };
    const result = await sync(lab, { ...JSON_SHAPE, secrets: JSON.stringify(more) });
    expect(errorCode(result)).toBe('invalid-inputs');
  });

  it('that is too large only together with the keys that stay in it is refused before anything is written', async () => {
    const kept = { KEPT: ofBytes('kept', 40_000) };
    await put(lab, 'shop', JSON.stringify(kept), { tags: ownTags('json') });
    await put(lab, 'other', JSON.stringify({ B: canary('old') }), { tags: ownTags('json') });
    const secrets = { A: ofBytes('a', 40_000), B: canary('new') };
    const inputs = { ...JSON_SHAPE, map: 'B=other#B', secrets: JSON.stringify(secrets) };
    const before = await lab.secrets();
    const result = await sync(lab, { ...inputs, 'unknown-keys': 'keep' });
    expect(errorCode(result)).toBe('sync-impossible');
    expect(messagesOf(result, 'error')).toContain('shop: with the keys that stay in it');
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
    expect((await sync(lab, inputs)).outputs.updated).toBe('2');
  });
});

describe('empty values', () => {
  it('are left out, and what AWS has there stays', async () => {
    await put(lab, 'shop/OLD', canary('old'), { tags: ownTags('per-key') });
    const secrets = { ...source('A'), OLD: '', NEW: '' };
    const result = await sync(lab, { ...PER_KEY, secrets: JSON.stringify(secrets) });
    expect(result.conclusion).toBe('success');
    expect(countsOf(result)).toEqual({ created: 1, skipped: 2 });
    expect(await values(lab)).toEqual({ 'shop/A': canary('A'), 'shop/OLD': canary('old') });
    expect(planOf(result).find(({ name }) => name === 'shop/OLD')).toMatchObject({ action: 'skip' });
    expect(result.log).toMatch(/^ +skip +shop\/NEW .*empty/m);
  });

  it('are left out of JSON, where the key that AWS has keeps its value', async () => {
    await put(lab, 'shop', JSON.stringify(source('OLD', 'GONE')), { tags: ownTags('json') });
    const secrets = JSON.stringify({ ...source('A'), OLD: '', NEW: '' });
    const result = await sync(lab, { ...JSON_SHAPE, secrets });
    expect(JSON.parse((await values(lab)).shop ?? '')).toEqual(source('A', 'OLD'));
    expect(planOf(result)[0]?.keys).toEqual({
      added: ['A'],
      changed: [],
      removed: ['GONE'],
      empty: ['OLD', 'NEW'],
      kept: [],
    });
    expect((await sync(lab, { ...JSON_SHAPE, secrets })).outputs.changed).toBe('false');
  });

  it('and nothing else make no secret and change none', async () => {
    await put(lab, 'shop', JSON.stringify(source('OLD')), { tags: ownTags('json') });
    const result = await sync(lab, { ...JSON_SHAPE, secrets: '{"OLD":"","NEW":""}' });
    expect(messagesOf(result, 'warning')).toContain('No selected key has a value');
    expect(countsOf(result)).toEqual({ skipped: 1 });
    expect(result.outputs.changed).toBe('false');
    expect(JSON.parse((await values(lab)).shop ?? '')).toEqual(source('OLD'));
    expect(writes(lab)).toEqual([]);
  });

  it.each([PER_KEY, JSON_SHAPE])(
    'are an error that names them all with `empty: error`, before any call: %j',
    async (shape) => {
      const secrets = { ...source('A'), ONE: '', TWO: '' };
      const result = await sync(lab, { ...shape, empty: 'error', secrets: JSON.stringify(secrets) });
      expect(errorCode(result)).toBe('invalid-inputs');
      for (const key of ['ONE', 'TWO']) expect(messagesOf(result, 'error')).toContain(`\`${key}\` is empty`);
      expect(lab.wire.calls).toEqual([]);
    },
  );

  it('are no error when `exclude` leaves them out', async () => {
    const secrets = { ...source('A'), ONE: '' };
    const result = await sync(lab, { ...PER_KEY, empty: 'error', exclude: 'ONE', secrets: JSON.stringify(secrets) });
    expect(countsOf(result)).toEqual({ created: 1 });
  });
});

const SECRET = canary('in a broken source');
/** The very first characters of it too: parsers quote some. */
const SHORT = SECRET.slice(0, 8);

describe('a source that is no JSON object of strings', () => {
  const broken: [string, string, string][] = [
    ['an array', JSON.stringify([SECRET]), 'an array'],
    ['an array of objects', JSON.stringify([{ A: SECRET }]), 'an array'],
    ['a string', JSON.stringify(SECRET), 'a string'],
    ['a number', '73911773300482', 'a number'],
    ['a boolean', 'true', 'a boolean'],
    ['null', 'null', 'null'],
    ['no JSON', SECRET, 'is not JSON'],
    ['cut off', `{"A":"${SECRET}`, 'is not JSON'],
    ['an object with a comma too many', `{"A":"${SECRET}",}`, 'is not JSON'],
    ['in single quotes', `{'A':'${SECRET}'}`, 'is not JSON'],
    ['two objects', `{"A":"x"}{"B":"${SECRET}"}`, 'is not JSON'],
    ['with a raw newline in a value', `{"A":"x\n${SECRET}"}`, 'is not JSON'],
    ['an expression that nobody evaluated', `\${{ ${SECRET} }}`, 'is not JSON'],
    ['lines of KEY=value', `A=${SECRET}\nB=${SECRET}`, 'is not JSON'],
  ];

  it.each(broken)('is refused before any call, and nothing of it is repeated: %s', async (_, text, why) => {
    const hidden = [SECRET, SHORT, '73911773300482'];
    const result = await sync(lab, { ...JSON_SHAPE, secrets: text }, { hidden });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain(why);
    for (const piece of [SHORT, '7391177']) expect(result.log).not.toContain(piece);
    expect(lab.wire.calls).toEqual([]);
  });

  it('has each key named whose value is no string, all at once, and no value repeated', async () => {
    const secrets = {
      GOOD: canary('good'),
      NUMBER: 73_911_773_300_482,
      OBJECT: { inner: SECRET },
      ARRAY: [SECRET],
      NOTHING: null,
      YES: true,
    };
    const result = await sync(lab, { ...JSON_SHAPE, secrets: JSON.stringify(secrets) }, { hidden: [SECRET, SHORT] });
    expect(errorCode(result)).toBe('invalid-inputs');
    for (const part of ['`NUMBER` is a number', '`OBJECT` is an object', '`ARRAY` is an array', '`NOTHING` is null']) {
      expect(messagesOf(result, 'error')).toContain(part);
    }
    expect(messagesOf(result, 'error')).toContain('`YES` is a boolean');
    for (const piece of ['GOOD', 'inner', '7391177']) expect(messagesOf(result, 'error')).not.toContain(piece);
    expect(lab.wire.calls).toEqual([]);
  });

  it.each([
    ['an array', JSON.stringify([SECRET]), 'an array'],
    ['cut off', `{"A":"${SECRET}`, 'is not JSON'],
  ])('is refused in a file as well: %s', async (_, text, why) => {
    const result = await runFile(text, {}, { hidden: [SECRET, SHORT] });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain(`\`secrets-file\` ${why === 'an array' ? 'must be' : why}`);
    expect(lab.wire.calls).toEqual([]);
  });

  it.each(['secrets-file', 'from-env'])(
    'is not repeated when it is JSON that was given to `%s` by mistake',
    async (name) => {
      const text = JSON.stringify({ A: SECRET, B: canary('another') }, null, 2);
      const result = await sync(lab, { ...JSON_SHAPE, [name]: text }, { hidden: [SECRET, canary('another')] });
      expect(errorCode(result)).toBe('invalid-inputs');
      expect(messagesOf(result, 'error')).toContain(`\`${name}\``);
      expect(lab.wire.calls).toEqual([]);
    },
  );

  it('with an unpaired surrogate in a value is refused', async () => {
    const text = `{"A":"${SECRET}\\ud83d"}`;
    const result = await sync(lab, { ...JSON_SHAPE, secrets: text }, { hidden: [SECRET] });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('`A` is not valid Unicode');
    expect(lab.wire.calls).toEqual([]);
  });

  it('but `{}` is no error: nothing is written, nothing pruned, and the step warns', async () => {
    await put(lab, 'shop/OLD', canary('old'), { tags: ownTags('per-key') });
    for (const inputs of [{ ...PER_KEY, prune: 'true' }, JSON_SHAPE]) {
      const result = await sync(lab, { ...inputs, secrets: '{}' });
      expect(result.conclusion).toBe('success');
      expect(messagesOf(result, 'warning')).toMatch(
        /^No selected key has a value: nothing is written and nothing is pruned\..*`environment:`.*`secrets: inherit`/,
      );
      expect(result.outputs).toMatchObject({ changed: 'false', plan: '[]', names: '' });
      expect(writes(lab)).toEqual([]);
    }
    expect(await values(lab)).toEqual({ 'shop/OLD': canary('old') });
  });
});

describe('where the secrets go', () => {
  const elsewhere = { ...JSON_SHAPE, secrets: `{"A":"${SECRET}"}`, 'secretsmanager-endpoint': '' };

  it('is reported where a variable of the job says it', async () => {
    const result = await sync(lab, elsewhere, { env: { AWS_ENDPOINT_URL_SECRETS_MANAGER: lab.wire.url } });
    expect(result.conclusion).toBe('success');
    expect(messagesOf(result, 'notice')).toContain(`Secrets Manager is called at ${new URL(lab.wire.url).host}`);
    expect(JSON.parse((await values(lab)).shop ?? '')).toEqual({ A: SECRET });
    const named = await sync(lab, { ...elsewhere, 'secretsmanager-endpoint': lab.wire.url });
    expect(messagesOf(named, 'notice')).toBe('');
  });

  it('is never another machine without TLS because a variable says so', async () => {
    const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://secrets.example:4566' };
    const result = await sync(lab, elsewhere, { env, hidden: [SECRET] });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('would send secrets to secrets.example:4566 unencrypted');
    expect(lab.wire.calls).toEqual([]);
  });
});

describe('exactly one source', () => {
  it.each([
    ['none', {}, 0],
    ['`secrets` and `from-env`', { secrets: `{"A":"${SECRET}"}`, 'from-env': 'HOME' }, 2],
    ['all three', { secrets: `{"A":"${SECRET}"}`, 'secrets-file': 'here.json', 'from-env': 'HOME' }, 3],
  ])('is asked for before any call when there is %s', async (_, inputs, given) => {
    const result = await sync(lab, { ...JSON_SHAPE, ...inputs }, { hidden: [SECRET] });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toMatch(
      /`secrets`.*`secrets-file` and `from-env` are the three sources: give exactly one of them, not \d/,
    );
    expect(messagesOf(result, 'error')).toContain(`not ${given}`);
    // A sentence, and not the pieces of one.
    expect(messagesOf(result, 'error')).not.toContain(' ,');
    expect(lab.wire.calls).toEqual([]);
  });

  it('is asked for in the root action by the names its inputs have', async () => {
    const result = await sync(lab, { sync: 'apply', 'sync-name': 'shop' }, { root: true });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toMatch(/`sync-secrets`.*`sync-secrets-file` and `sync-from-env`/);
    expect(lab.wire.calls).toEqual([]);
  });
});

describe('`secrets-file`', () => {
  const TEXT = JSON.stringify(source('A', 'B'));
  const GONE = { 'secrets-file-delete': 'true' };
  /** What is left of the file when the step has ended. */
  const left = (seen: { left?: string | undefined }): Pick<SyncOptions, 'after'> => ({
    after: (job) => {
      seen.left = existsSync(theFile(job)) ? readFileSync(theFile(job), 'utf8') : undefined;
    },
  });

  it('stays unless it is to be deleted', async () => {
    const seen: { left?: string | undefined } = {};
    const result = await runFile(TEXT, {}, left(seen));
    expect(countsOf(result)).toEqual({ created: 1 });
    expect(seen.left).toBe(TEXT);
    expect(result.annotations).toEqual([]);
  });

  it.each(['644', '640', '604', '620'])('that others may use, mode %s, is read with a warning', async (mode) => {
    const result = await runFile(TEXT, {}, { mode: Number.parseInt(mode, 8) });
    expect(countsOf(result)).toEqual({ created: 1 });
    expect(messagesOf(result, 'warning')).toContain('umask 077');
    expect(JSON.parse((await values(lab)).shop ?? '')).toEqual(source('A', 'B'));
  });

  it('may be given by a path from the workspace', async () => {
    const before = (job: Job) => {
      writeFileSync(join(job.directories.workspace, 'here.json'), TEXT, { mode: 0o600 });
      return { 'secrets-file': 'here.json', ...GONE };
    };
    const after = (job: Job) => expect(existsSync(join(job.directories.workspace, 'here.json'))).toBe(false);
    expect(countsOf(await sync(lab, JSON_SHAPE, { before, after }))).toEqual({ created: 1 });
  });

  it('may begin with a byte order mark', async () => {
    await runFile(Buffer.from(`\ufeff${TEXT}\r\n`));
    expect(JSON.parse((await values(lab)).shop ?? '')).toEqual(source('A', 'B'));
  });

  it('holds more than one variable could', async () => {
    const secrets = Object.fromEntries(['A', 'B', 'C', 'D'].map((key) => [key, ofBytes(key, 48_000)]));
    const result = await runFile(JSON.stringify(secrets), { ...PER_KEY, ...GONE });
    expect(countsOf(result)).toEqual({ created: 4 });
    expect(result.annotations).toEqual([]);
    for (const [key, value] of Object.entries(secrets)) expect((await values(lab))[`shop/${key}`]).toBe(value);
  });

  it('that is a symbolic link is refused, and neither it nor what it leads to is deleted', async () => {
    let kept: boolean[] = [];
    const target = (job: Job) => join(job.directories.temp, 'target.json');
    const result = await sync(lab, JSON_SHAPE, {
      hidden: Object.values(source('A', 'B')),
      allowedFiles: (job) => [theFile(job), target(job)],
      before: (job) => {
        writeFileSync(target(job), TEXT, { mode: 0o600 });
        symlinkSync(target(job), theFile(job));
        return { 'secrets-file': theFile(job), ...GONE };
      },
      after: (job) => {
        kept = [lstatSync(theFile(job)).isSymbolicLink(), readFileSync(target(job), 'utf8') === TEXT];
      },
    });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('symbolic link');
    expect(kept).toEqual([true, true]);
    expect(lab.wire.calls).toEqual([]);
  });

  it.each([
    ['is not there', () => {}, 'does not exist'],
    ['is a directory', (path: string) => void mkdirSync(path), 'not a regular file'],
    [
      'is a named pipe that nobody writes to',
      (path: string) => void execFileSync('mkfifo', [path]),
      'not a regular file',
    ],
    ['is empty', (path: string) => writeFileSync(path, '', { mode: 0o600 }), 'is not JSON'],
  ])('that %s is reported before any call', async (_, make, why) => {
    const result = await sync(lab, JSON_SHAPE, {
      before: (job) => {
        make(theFile(job));
        return { 'secrets-file': theFile(job), ...GONE };
      },
    });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain(why);
    expect(lab.wire.calls).toEqual([]);
  });

  it('that is not UTF-8 is refused, nothing of it repeated, and it is deleted all the same', async () => {
    const seen: { left?: string | undefined } = { left: 'there' };
    const bytes = Buffer.concat([Buffer.from(`{"A":"${SECRET}`), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const result = await runFile(bytes, GONE, { hidden: [SECRET, SHORT], ...left(seen), allowedFiles: () => [] });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('not UTF-8');
    expect(seen.left).toBeUndefined();
  });

  const cases: [string, Record<string, string>, SyncOptions, string][] = [
    ['the sync succeeds', {}, {}, TEXT],
    ['it is only planned', { sync: 'plan' }, {}, TEXT],
    ['it is off', { sync: 'off' }, {}, TEXT],
    ['other inputs are wrong', { adopt: 'sometimes', 'aws-region': 'no region' }, {}, TEXT],
    ['another source is given too', { 'from-env': 'HOME' }, {}, TEXT],
    ['it is no JSON', {}, {}, `{"A":"${SECRET}`],
    ['the event is not to be trusted', {}, { actor: 'dependabot[bot]' }, TEXT],
    ['there is no OIDC token', {}, { oidc: false }, TEXT],
    ['the name is missing', { name: '' }, {}, TEXT],
  ];
  it.each(cases)('is gone with `secrets-file-delete` when %s', async (_, inputs, options, text) => {
    const seen: { left?: string | undefined } = { left: 'there' };
    await runFile(
      text,
      { ...GONE, ...inputs },
      {
        hidden: [SECRET, ...Object.values(source('A', 'B'))],
        ...options,
        ...left(seen),
        allowedFiles: () => [],
      },
    );
    expect(seen.left).toBeUndefined();
  });

  it('is gone before AWS is asked for anything, and stays gone when AWS refuses', async () => {
    const seen: { left?: string | undefined } = { left: 'there' };
    let there: boolean | undefined;
    let path = '';
    lab.wire.before('AssumeRoleWithWebIdentity', () => {
      there = existsSync(path);
    });
    lab.wire.secrets.deny('CreateSecret', 'shop');
    const result = await runFile(
      TEXT,
      { ...GONE, 'disable-retry': 'true' },
      {
        ...left(seen),
        allowedFiles: () => [],
        before: (job) => {
          path = file(job, TEXT);
          return { 'secrets-file': path };
        },
      },
    );
    expect(errorCode(result)).toBe('sync-incomplete');
    expect(there).toBe(false);
    expect(seen.left).toBeUndefined();
  });

  it('in the root action is gone too, also when the lease’s inputs are wrong', async () => {
    for (const inputs of [{}, { 'credential-type': 'nothing' }]) {
      const seen: { left?: string | undefined } = { left: 'there' };
      const given = { sync: 'apply', 'sync-name': 'shop', 'sync-secrets-file-delete': 'true', ...inputs };
      const before = (job: Job) => ({ 'sync-secrets-file': file(job, TEXT) });
      await sync(lab, given, { root: true, before, hidden: Object.values(source('A', 'B')), ...left(seen) });
      expect(seen.left).toBeUndefined();
    }
    expect(JSON.parse((await values(lab)).shop ?? '')).toEqual(source('A', 'B'));
  });
});

describe('`from-env`', () => {
  const env = source('SHOP_A', 'SHOP_B', 'shop_c', 'OTHER');
  const hidden = Object.values(env);
  const run = (fromEnv: string, inputs: Record<string, string> = {}, options: SyncOptions = {}) =>
    sync(lab, { ...PER_KEY, 'from-env': fromEnv, ...inputs }, { env, hidden, ...options });
  const keys = async () => Object.keys(await lab.secrets()).sort();

  it('takes the variables that are named, and no others', async () => {
    await run('SHOP_A, OTHER');
    expect(await values(lab)).toEqual({ 'shop/SHOP_A': env.SHOP_A, 'shop/OTHER': env.OTHER });
  });

  it('takes those that a glob matches, in the very same case, and a variable matched twice once', async () => {
    const result = await run('SHOP_*\nSHOP_A');
    expect(await keys()).toEqual(['shop/SHOP_A', 'shop/SHOP_B']);
    expect(countsOf(result)).toEqual({ created: 2 });
  });

  it('tells every name that is not there, before any call', async () => {
    const result = await run('SHOP_A, MISSING_ONE, shop_a, MISSING_TWO');
    expect(errorCode(result)).toBe('invalid-inputs');
    for (const name of ['MISSING_ONE', 'shop_a', 'MISSING_TWO']) {
      expect(messagesOf(result, 'error')).toContain(`names ${name}, which the environment does not have`);
    }
    expect(lab.wire.calls).toEqual([]);
  });

  it('only notes a glob that matches nothing', async () => {
    const result = await run('SHOP_A, NOTHING_*');
    expect(countsOf(result)).toEqual({ created: 1 });
    expect(messagesOf(result, 'notice')).toContain('`NOTHING_*`');
  });

  it('with a glob over everything takes nothing of the runner’s, of this step’s inputs and of AWS', async () => {
    const aws = { AWS_PROFILE_SECRET: canary('aws'), INPUT_OWN: canary('input'), STATE_OWN: canary('state') };
    const own = { ...env, ...aws, GITHUB_OWN: canary('github'), RUNNER_OWN: canary('runner') };
    // What every job has is nobody's secret: the path of Node among it stands in the command line.
    const exclude = 'PATH, HOME, LANG, CI';
    await run('*', { 'role-external-id': 'external-id-of-mine', exclude }, { env: own });
    const taken = await keys();
    for (const key of Object.keys(env)) expect(taken).toContain(`shop/${key}`);
    expect(taken.filter((key) => /^shop\/(INPUT|STATE|ACTIONS|GITHUB|RUNNER|AWS)_/.test(key))).toEqual([]);
    const requestToken = Object.values(await values(lab)).filter((value) => value === lab.oidc.requestToken);
    expect(requestToken).toEqual([]);
  });

  it('takes an empty variable for an empty value', async () => {
    const result = await run('SHOP_A, EMPTY', {}, { env: { ...env, EMPTY: '' } });
    expect(countsOf(result)).toEqual({ created: 1, skipped: 1 });
  });

  it('leaves AWS credentials out also when they are named, unless they are mapped', async () => {
    const own = { ...env, AWS_ACCESS_KEY_ID: canary('key id') };
    await run('SHOP_A, AWS_ACCESS_KEY_ID', {}, { env: own });
    expect(await keys()).toEqual(['shop/SHOP_A']);
    await run('SHOP_A, AWS_ACCESS_KEY_ID', { map: 'AWS_ACCESS_KEY_ID=shop/mapped' }, { env: own });
    expect((await values(lab))['shop/mapped']).toBe(canary('key id'));
  });
});

/** A source whose JSON has exactly so many bytes, spread over keys that AWS takes. */
function sourceOfBytes(bytes: number): string {
  const around = JSON.stringify({ A: '', B: '', C: '' }).length;
  const third = Math.floor((bytes - around) / 3);
  const [A, B] = [ofBytes('wall a', third), ofBytes('wall b', third)];
  const text = JSON.stringify({ A, B, C: ofBytes('wall c', bytes - around - 2 * third) });
  if (Buffer.byteLength(text) !== bytes) throw new Error(`${Buffer.byteLength(text)} bytes, not ${bytes}`);
  return text;
}

describe('a large `secrets`', () => {
  it.each([
    ['warns from 100,000 bytes on, and names the limit and what to do', 100_000, true],
    ['does not warn of 99,999 bytes', 99_999, false],
  ])('%s', async (_, bytes, warns) => {
    const result = await sync(lab, { ...PER_KEY, secrets: sourceOfBytes(bytes) });
    expect(countsOf(result)).toEqual({ created: 3 });
    expect(messagesOf(result, 'warning') !== '').toBe(warns);
    if (!warns) return;
    for (const part of ['131057 bytes', '`secrets-file`', '`from-env`', 'Argument list too long']) {
      expect(messagesOf(result, 'warning')).toContain(part);
    }
  });

  it('counts bytes for that warning, not characters', async () => {
    const text = JSON.stringify({ A: ofBytes('a', 60_000, '€'), B: ofBytes('b', 60_000, '€') });
    expect(text.length).toBeLessThan(90_000);
    const result = await sync(lab, { ...PER_KEY, secrets: text });
    expect(messagesOf(result, 'warning')).toContain('131057 bytes');
  });

  // The kernel's limit on one variable (MAX_ARG_STRLEN) is Linux's own.
  const onLinux = process.platform === 'linux' ? it : it.failing;

  onLinux('of 131,057 bytes is the last with which the runner can start the step', async () => {
    const result = await sync(lab, { ...PER_KEY, secrets: sourceOfBytes(131_057) });
    expect(countsOf(result)).toEqual({ created: 3 });
    await inJob(lab, async (job) => {
      const use = syncUse(job, lab, { ...PER_KEY, secrets: sourceOfBytes(131_058) });
      expect(() => use.start('main')).toThrow(/E2BIG/);
    });
  });

  onLinux('of 131,052 bytes is the last for the root action, whose input has a longer name', async () => {
    const given = { sync: 'plan', 'sync-mode': 'per-key', 'sync-name': 'shop/{{key}}' };
    const result = await sync(lab, { ...given, 'sync-secrets': sourceOfBytes(131_052) }, { root: true });
    expect(countsOf(result, 'sync-')).toEqual({ created: 3 });
    expect(messagesOf(result, 'warning')).toContain('131052 bytes');
    await inJob(lab, async (job) => {
      const use = job.use(lab.inputs({ ...given, 'sync-secrets': sourceOfBytes(131_053) }));
      expect(() => use.start('main')).toThrow(/E2BIG/);
    });
  });
});

describe('AWS’s own words', () => {
  const run = (options: SyncOptions = {}, inputs: Record<string, string> = {}) =>
    sync(lab, { ...PER_KEY, secrets: JSON.stringify(source('A')), 'disable-retry': 'true', ...inputs }, options);

  it('do not show a value that they repeat', async () => {
    const message = `1 validation error detected: Value '${canary('A')}' at 'secretString' failed to satisfy constraint`;
    lab.wire.inject({ action: 'CreateSecret' }, { code: 'ValidationException', message });
    const result = await run();
    expect(errorCode(result)).toBe('sync-incomplete');
    expect(messagesOf(result, 'error')).toContain('shop/A: secretsmanager:CreateSecret failed: Validation');
  });

  it('do not show the session’s token and the hash of the body, which they repeat when a signature is wrong', async () => {
    const tap = await startRecorder(lab.wire.url);
    const repeated: string[] = [];
    lab.wire.before('CreateSecret', () => {
      const { headers, body } = tap.exchanges.at(-1) as Exchange;
      repeated.push(String(headers['x-amz-security-token']), createHash('sha256').update(body).digest('hex'));
      const canonical = `'POST / content-type:application/x-amz-json-1.1 x-amz-security-token:${repeated.join(' ')}'`;
      const message = `The request signature we calculated does not match. The Canonical String for this request should have been ${canonical}`;
      lab.wire.inject({ action: 'CreateSecret' }, { code: 'SignatureDoesNotMatch', message });
    });
    try {
      const after = (job: Job, result: StepResult) => expectNothingShown(job, [result], repeated);
      const result = await run({ after }, { 'secretsmanager-endpoint': tap.url });
      expect(repeated).toHaveLength(2);
      expect(repeated[0]).toMatch(/^.{40,}$/);
      expect(errorCode(result)).toBe('sync-incomplete');
      expect(messagesOf(result, 'error')).toContain('shop/A: secretsmanager:CreateSecret failed');
    } finally {
      await tap.close();
    }
  });
});

describe('the search for secrets that all these tests rest on', () => {
  it('finds a value, a line or an end of it, its length and its hashes', async () => {
    await inJob(lab, async (job) => {
      const secret = `${ofBytes('sought', 1_234)}\n${canary('second line')}`;
      const sha = createHash('sha256').update(secret).digest('hex');
      const seen = [
        secret.slice(0, 20),
        canary('second line'),
        Buffer.from(secret).toString('base64'),
        `it has ${Buffer.byteLength(secret)} of them`,
        `it has 7 bytes`,
        sha,
        [sha.slice(0, 8), sha.slice(8, 12), sha.slice(12, 16)].join('-'),
        createHash('md5').update(secret).digest('base64'),
      ];
      for (const text of seen) {
        const result = await job.step(['printf', '%s\\n', text]);
        await expect(expectNothingShown(job, [{ ...result, argv: '' }], [secret])).rejects.toThrow();
      }
      const harmless = await job.step(['printf', '%s\\n', 'create shop/A']);
      await expectNothingShown(job, [harmless], [secret]);
    });
    expect(secretActions(lab)).toEqual([]);
  });
});
