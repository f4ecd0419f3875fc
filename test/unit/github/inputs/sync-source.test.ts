import { chmodSync, existsSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSource, takeSecretsFile } from '../../../../src/github/inputs/sync-source.ts';
import { readerOf } from '../../../support/fakes/inputs.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

const NAMES = { secrets: 'secrets', file: 'secrets-file', fromEnv: 'from-env' };
const CANARY = 'c4n4ry';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

function take(path: string, remove = '') {
  const reader = readerOf({ 'secrets-file': path, 'secrets-file-delete': remove });
  const file = takeSecretsFile(reader, { file: 'secrets-file', remove: 'secrets-file-delete' });
  expect(reader.problems.join('\n')).not.toContain(CANARY);
  return { file, problems: reader.problems };
}

function read(inputs: Record<string, string>, env: Record<string, string | undefined> = {}, names = NAMES) {
  const reader = readerOf(inputs);
  const file = takeSecretsFile(reader, { file: names.file, remove: `${names.file}-delete` });
  const result = readSource(reader, names, { file, env });
  expect(reader.problems.join('\n')).not.toContain(CANARY);
  return { ...result, problems: reader.problems };
}

const secretFile = (bytes: string | Buffer, mode = 0o600): string => {
  const path = runner.file('secrets.json', '');
  writeFileSync(path, bytes);
  chmodSync(path, mode);
  return path;
};

describe('a file of secrets', () => {
  it('is read as it stands, and stays unless it is to go', () => {
    const path = secretFile('{"A":"x\\r\\n"}\n');
    expect(take(path)).toEqual({
      file: { path, text: '{"A":"x\\r\\n"}\n', shared: false, missing: false },
      problems: [],
    });
    expect(existsSync(path)).toBe(true);
    expect(take(path, 'true').file).toMatchObject({ text: '{"A":"x\\r\\n"}\n' });
    expect(existsSync(path)).toBe(false);
  });

  it('is none where none is named', () => {
    expect(take('', 'true')).toEqual({ file: undefined, problems: [] });
  });

  it.each([0o644, 0o640, 0o602])('that others may use (%d) says so', (mode) => {
    expect(take(secretFile('{}', mode)).file?.shared).toBe(true);
  });

  it('of more than 32 MB is deleted all the same, where that was asked for', () => {
    const path = secretFile('');
    truncateSync(path, 32 * 2 ** 20 + 1);
    take(path, 'true');
    expect(existsSync(path)).toBe(false);
  });

  it('of more than 32 MB is refused, and not read', () => {
    const path = secretFile('');
    truncateSync(path, 32 * 2 ** 20 + 1);
    expect(take(path)).toEqual({
      file: { path, text: undefined, shared: false, missing: false },
      problems: [`\`secrets-file\` names ${path}, and it has 33554433 bytes; at most 33554432 are read`],
    });
  });

  it('may begin with a byte order mark', () => {
    expect(take(secretFile('\ufeff{}')).file?.text).toBe('{}');
  });

  it('that does not exist is no problem before it is needed', () => {
    const path = join(runner.folder, 'missing');
    expect(take(path, 'true')).toEqual({
      file: { path, text: undefined, shared: false, missing: true },
      problems: [],
    });
  });

  it.each(['{"A":"x"}', '["x"]', 'a\nb'])(
    'is not what is no path but may be a secret: %j, which is not printed',
    (path) => {
      const { problems } = take(path, 'true');
      expect(problems).toEqual([expect.stringContaining('must be a path')]);
      expect(problems.join()).not.toContain(path);
    },
  );

  it('that is not UTF-8 is a problem, and goes all the same', () => {
    const path = secretFile(Buffer.concat([Buffer.from(`{"A":"${CANARY}`), Buffer.from([0xff, 0xfe])]));
    expect(take(path, 'true')).toEqual({
      file: { path, text: undefined, shared: false, missing: false },
      problems: [`\`secrets-file\` names ${path}, and it is not UTF-8 text`],
    });
    expect(existsSync(path)).toBe(false);
  });

  it('that is a link is refused, and neither it nor what it leads to goes', () => {
    const target = secretFile('{}');
    const link = join(runner.folder, 'link');
    symlinkSync(target, link);
    expect(take(link, 'true').problems).toEqual([`\`secrets-file\` names ${link}, and it is a symbolic link`]);
    expect([existsSync(target), existsSync(link)]).toEqual([true, true]);
  });

  it('that is a directory is refused', () => {
    expect(take(runner.folder, 'true').problems).toEqual([
      `\`secrets-file\` names ${runner.folder}, and it is not a regular file`,
    ]);
    expect(existsSync(runner.folder)).toBe(true);
  });

  it('that cannot be reached is a problem with the system’s code', () => {
    const path = join(secretFile('{}'), 'below-a-file');
    expect(take(path, 'true').problems).toEqual([
      expect.stringMatching(/^`secrets-file` names .*below-a-file, and (it cannot be read and deleted \()?ENOTDIR\)?$/),
    ]);
  });

  it('in a directory that is a link is refused, and stays', () => {
    const target = secretFile('{}');
    const elsewhere = join(runner.folder, 'elsewhere');
    symlinkSync(runner.folder, elsewhere);
    const path = join(elsewhere, 'secrets.json');
    expect(take(path, 'true')).toEqual({
      file: { path, text: undefined, shared: false, missing: false },
      problems: [`\`secrets-file\` names ${path}, and its directory is a symbolic link`],
    });
    expect(existsSync(target)).toBe(true);
  });

  it('that cannot be deleted is a problem, and is not used', () => {
    const path = `/proc/${process.pid}/status`;
    expect(take(path, 'true')).toEqual({
      file: { path, text: undefined, shared: false, missing: false },
      problems: [expect.stringMatching(/names \/proc\/\d+\/status, and it cannot be read and deleted \(E[A-Z]+\)$/)],
    });
  });
});

describe('a source', () => {
  it.each<[string, () => Record<string, string>]>([
    ['an input', () => ({ secrets: JSON.stringify({ A: 'a\r\n', B: '' }) })],
    ['a file', () => ({ 'secrets-file': secretFile(JSON.stringify({ A: 'a\r\n', B: '' })) })],
    ['variables', () => ({ 'from-env': 'A,B' })],
  ])('is %s, its values as they stand', (_, inputs) => {
    expect(read(inputs(), { A: 'a\r\n', B: '', C: 'c' })).toEqual({
      source: new Map([
        ['A', 'a\r\n'],
        ['B', ''],
      ]),
      notices: [],
      warnings: [],
      problems: [],
    });
  });

  it('has each of its values masked, but for blanks', () => {
    read({ secrets: JSON.stringify({ A: 'one', B: ' ', C: '', D: 'two%' }) });
    expect(runner.masks()).toEqual(['one', 'two%25']);
  });

  it('has each of its values masked also without the blanks around it, as GitHub has its own', () => {
    read({ 'from-env': 'A,B' }, { A: ' one\t', B: '\n-----BEGIN\nkey\n' });
    expect(runner.masks()).toEqual([' one\t', 'one', '%0A-----BEGIN%0Akey%0A', '-----BEGIN%0Akey']);
  });

  it('has each of its values masked also where others are not usable', () => {
    read({ secrets: JSON.stringify({ A: 'one', B: 7 }) });
    expect(runner.masks()).toEqual(['one']);
  });

  it.each<[string, () => Record<string, string>, number]>([
    ['none', () => ({}), 0],
    ['an input and variables', () => ({ secrets: '{}', 'from-env': 'A' }), 2],
    ['an input and a file', () => ({ secrets: '{}', 'secrets-file': secretFile('{}') }), 2],
    ['a file and variables', () => ({ 'secrets-file': secretFile('{}'), 'from-env': 'A' }), 2],
    ['all three', () => ({ secrets: '{}', 'secrets-file': secretFile('{}'), 'from-env': 'A' }), 3],
    ['an empty list of variables', () => ({ 'from-env': ' , ' }), 0],
  ])('is exactly one: %s is a problem, reported once', (_, inputs, given) => {
    expect(read(inputs())).toEqual({
      source: undefined,
      notices: [],
      warnings: [],
      problems: [
        `\`secrets\`, \`secrets-file\` and \`from-env\` are the three sources: give exactly one of them, not ${given}`,
      ],
    });
  });

  it('that is a bad file is reported once', () => {
    const { problems } = read({ 'secrets-file': join(runner.folder, 'missing') });
    expect(problems).toHaveLength(1);
  });

  it('that is not usable is reported by its input', () => {
    expect(read({ 'secrets-file': secretFile(`["${CANARY}"]`) }).problems).toEqual([
      '`secrets-file` must be a JSON object of strings, and is an array',
    ]);
    expect(read({ 'from-env': 'GONE' }).problems).toEqual([
      '`from-env` names GONE, which the environment does not have',
    ]);
    expect(read({ 'from-env': 'X*' }).notices).toEqual(['`X*` in `from-env` matches no variable.']);
  });

  it('that others may read is warned of', () => {
    expect(read({ 'secrets-file': secretFile('{}', 0o644) }).warnings).toEqual([
      expect.stringMatching(/^Other users of this runner may read .*secrets\.json: write it with `umask 077`\.$/),
    ]);
  });
});

describe('the wall of 128 KiB', () => {
  const ofBytes = (bytes: number, filler = 'x') => {
    const overhead = '{"A":""}'.length;
    const count = Math.floor((bytes - overhead) / Buffer.byteLength(filler));
    return `{"A":"${filler.repeat(count)}${'x'.repeat(bytes - overhead - count * Buffer.byteLength(filler))}"}`;
  };

  it.each([
    [99_999, 'x', 0],
    [100_000, 'x', 1],
    [99_999, '🎉', 0],
    [100_000, '🎉', 1],
  ])('is warned of from 100,000 bytes on: %i of %s', (bytes, filler, warnings) => {
    expect(read({ secrets: ofBytes(bytes, filler) }).warnings).toHaveLength(warnings);
  });

  it('is not warned of for a file', () => {
    expect(read({ 'secrets-file': secretFile(ofBytes(200_000)) }).warnings).toEqual([]);
  });

  it('stands where Linux says, one variable with its name and its end taking 131,072 bytes', () => {
    const big = ofBytes(100_000);
    expect(read({ secrets: big }).warnings[0]).toContain('131057 bytes');
    const prefixed = { secrets: 'sync-secrets', file: 'sync-secrets-file', fromEnv: 'sync-from-env' };
    const [warning] = read({ 'sync-secrets': big }, {}, prefixed).warnings;
    expect(warning).toContain('131052 bytes');
    expect(warning).toContain('Use `sync-secrets-file` or `sync-from-env`');
    expect(warning).toContain('Argument list too long');
  });
});
