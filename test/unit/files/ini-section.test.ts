import { describe, expect, it } from '@jest/globals';
import {
  addSection,
  findSections,
  gapBefore,
  keyOf,
  removeOurs,
  renameSection,
  settingsOf,
} from '../../../src/files/ini-section.ts';

const OURS = ['aws_access_key_id = ASIAOURS', 'aws_session_token = a=b=='];
/** The first section of a name, and its removal as when nothing stepped aside for it. */
const findSection = (lines: readonly string[], name: string) => findSections(lines, name)[0];
function removeLines(text: string, name: string, ours: { isOurs: (line: string) => boolean; gap: string }): string {
  const section = findSection(text.split('\n'), name);
  return section === undefined ? text : removeOurs(text, section, { ...ours, whole: false }).text;
}

const isOurs = (line: string) => OURS.includes(line);

describe('findSection', () => {
  const found: [what: string, text: string, name: string, lines: [number, number] | undefined][] = [
    ['alone', '[ci]\na = b\n', 'ci', [0, 3]],
    ['before another', '[ci]\na = b\n[dev]\n', 'ci', [0, 2]],
    ['behind another', '[dev]\n[ci]\na = b', 'ci', [1, 3]],
    ['below a comment', '# [ci]\n[ci]\n', 'ci', [1, 3]],
    ['with a comment beside it', '[ci] ; robots\n', 'ci', [0, 2]],
    ['with blanks inside its brackets', '[ profile   ci ]\n', 'profile ci', [0, 2]],
    ['with a Windows line end', '[ci]\r\na = b\r\n[dev]\r\n', 'ci', [0, 2]],
    ['at the end, without a newline', '[dev]\n[ci]', 'ci', [1, 2]],
    ['the first of two', '[ci]\n[dev]\n[ci]\n', 'ci', [0, 1]],
    ['with characters that patterns use', '[c.i+(1)$]\n', 'c.i+(1)$', [0, 2]],
    ['not in an empty text', '', 'ci', undefined],
    ['not in a longer name', '[ci2]\n[c]\n[profile ci]\n', 'ci', undefined],
    ['not in a pattern', '[cxi]\n', 'c.i', undefined],
    ['not in a comment', '# [ci]\n;[ci]\n', 'ci', undefined],
    ['not in a value', 'a = [ci]\n', 'ci', undefined],
    ['not in another case, because AWS’s tools distinguish case', '[CI]\n', 'ci', undefined],
  ];
  it.each(found)('finds a section %s', (_, text, name, lines) => {
    const section = findSection(text.split('\n'), name);
    expect(section && [section.begin, section.end]).toEqual(lines);
  });
});

describe('addSection and removeLines', () => {
  const texts: [what: string, text: string][] = [
    ['nothing', ''],
    ['a line feed', '\n'],
    ['two line feeds', '\n\n'],
    ['a section', '[dev]\na = b\n'],
    ['a section without final newline', '[dev]\na = b'],
    ['a section with two final newlines', '[dev]\na = b\n\n'],
    ['a section with three final newlines', '[dev]\na = b\n\n\n'],
    ['a comment', '# note'],
    ['blanks at the end', '[dev]\na = b\n   '],
    ['a tab on the last line', '[dev]\na = b\n\t\n'],
    ['Windows line ends', '[dev]\r\na = b\r\n'],
    ['Windows line ends and an empty line', '[dev]\r\na = b\r\n\r\n'],
    ['Windows line ends, the last one missing', '[dev]\r\na = b'],
    ['nested settings', '[profile dev]\ns3 =\n  max_queue_size = 1\n'],
    ['lines before any section', 'stray = yes\n[dev]\n'],
    ['names that begin alike', '[ci2]\na = b\n[c]\n'],
    ['one of our own lines in another section', `[dev]\n${OURS[0]}\n`],
  ];

  it.each(texts)('undo each other: %s', (_, text) => {
    const gap = gapBefore(text);
    const added = addSection(text, 'ci', OURS);
    expect(added).toBe(`${text}${gap}[ci]\n${OURS.join('\n')}\n`);
    expect(removeLines(added, 'ci', { isOurs, gap })).toBe(text);
  });

  it.each(texts)('put the header at the start of a line: %s', (_, text) => {
    expect(findSection(addSection(text, 'ci', OURS).split('\n'), 'ci')).toBeDefined();
  });

  const edited: [what: string, edit: (text: string) => string, left: string][] = [
    ['a section behind ours', (text) => `${text}\n[mine]\nx = y\n`, '[dev]\na = b\n\n[mine]\nx = y\n'],
    ['a section right behind ours', (text) => `${text}[mine]\nx = y\n`, '[dev]\na = b\n\n[mine]\nx = y\n'],
    ['a section before ours', (text) => `[mine]\n${text}`, '[mine]\n[dev]\na = b\n'],
    ['blank lines in ours', (text) => `${text}\n  \n`, '[dev]\na = b\n'],
    ['a setting in ours', (text) => `${text}mine = yes\n`, '[dev]\na = b\n\n[ci]\nmine = yes\n'],
    [
      'a setting amid ours',
      (text) => text.replace('aws_session', 'mine = yes\naws_session'),
      '[dev]\na = b\n\n[ci]\nmine = yes\n',
    ],
    [
      'another value of ours',
      (text) => text.replace('ASIAOURS', 'AKIAMINE'),
      '[dev]\na = b\n\n[ci]\naws_access_key_id = AKIAMINE\n',
    ],
    [
      'a commented section behind ours',
      (text) => `${text}\n# about mine\n[mine]\nx = y\n`,
      '[dev]\na = b\n\n# about mine\n[mine]\nx = y\n',
    ],
  ];
  it.each(edited)('keep what a later step added: %s', (_, edit, left) => {
    const text = '[dev]\na = b\n';
    const after = removeLines(edit(addSection(text, 'ci', OURS)), 'ci', { isOurs, gap: gapBefore(text) });
    // How many empty lines are left between two other sections does not matter.
    expect(after.replace(/\n{3,}/g, '\n\n')).toBe(left);
  });

  it('leave a text alone that has no such section', () => {
    expect(removeLines('[dev]\na = b', 'ci', { isOurs, gap: '\n' })).toBe('[dev]\na = b');
  });

  it('leave a section alone that has nothing of ours', () => {
    expect(removeLines('[ci]\nmine = yes\n[dev]\n', 'ci', { isOurs, gap: '' })).toBe('[ci]\nmine = yes\n[dev]\n');
  });
});

describe('renameSection', () => {
  const names: [what: string, text: string, name: string][] = [
    ['a plain one', '[dev]\n[ci]\na = b\n', 'ci'],
    ['one with a comment beside it', '[ci] # robots\n', 'ci'],
    ['one with blanks in its brackets', '[ profile  ci ]\n', 'profile ci'],
    ['one in quotes', '[profile "ci"]\n', 'profile ci'],
    ['one with a Windows line end', '[ci]\r\na = b\r\n', 'ci'],
    ['one with characters that patterns use', '[c.*i]\n', 'c.*i'],
    ['one with characters that replacements use', "[a$$b$&c$'$`$1]\n", "a$$b$&c$'$`$1"],
  ];
  it.each(names)('there and back again is as before: %s', (_, text, name) => {
    const there = renameSection(text, name, { add: '-before-0' });
    expect(findSection(there.split('\n'), name)).toBeUndefined();
    expect(findSection(there.split('\n'), `${name}-before-0`)).toBeDefined();
    expect(renameSection(there, `${name}-before-0`, { drop: '-before-0' })).toBe(text);
  });

  it('touches the header alone', () => {
    expect(renameSection('[ci]\na = [ci]\n# [ci]\n[ci2]\n', 'ci', { add: 'x' })).toBe(
      '[cix]\na = [ci]\n# [ci]\n[ci2]\n',
    );
  });

  it('does nothing where there is no such section', () => {
    expect(renameSection('[dev]\n', 'ci', { add: 'x' })).toBe('[dev]\n');
  });
});

describe('settingsOf', () => {
  const settings: [what: string, text: string, expected: string[]][] = [
    ['none', '[ci]\n', []],
    ['none where there is no section', '[dev]\na = b\n', []],
    ['one a line', '[ci]\na = b\nc=d\n', ['a = b', 'c=d']],
    ['with equals signs in a value', '[ci]\na = b==\n', ['a = b==']],
    ['no comments, no blank lines', '[ci]\n# x\na = b\n\n; y\n  # z\nc = d\n', ['a = b', 'c = d']],
    ['nested lines with their parent', '[ci]\ns3 =\n  a = 1\n\tb = 2\nc = d\n', ['s3 =\n  a = 1\n\tb = 2', 'c = d']],
    ['of this section alone', '[dev]\nx = y\n[ci]\na = b\n[z]\nu = v\n', ['a = b']],
  ];
  it.each(settings)('are %s', (_, text, expected) => {
    expect(settingsOf(text, 'ci')).toEqual(expected);
  });
});

describe('keyOf', () => {
  it.each([
    ['region = x', 'region'],
    ['Region=x', 'region'],
    ['  role_arn  =  arn:aws:iam::1:role/x', 'role_arn'],
    ['s3 =\n  endpoint_url = http://x', 's3'],
    ['aws_secret_access_key = a=b', 'aws_secret_access_key'],
    // The AWS CLI reads its files with Python's configparser, to which a colon is as good.
    ['role_arn: arn:aws:iam::1:role/x', 'role_arn'],
    ['credential_process : /bin/sh -c "a=b"', 'credential_process'],
  ])('of %j is %s', (setting, key) => {
    expect(keyOf(setting)).toBe(key);
  });
});
