import { describe, expect, it } from '@jest/globals';
import { oneLine } from '../../../src/github/one-line.ts';

describe('a text in one line of the log', () => {
  it.each([
    ['plain words: äöü 漢字 🔑 “quoted”', 'plain words: äöü 漢字 🔑 “quoted”'],
    ['a\nb', 'a?b'],
    ['a\r\nb', 'a??b'],
    ['\n::stop-commands::t', '?::stop-commands::t'],
    ['a\u0085b\u2028c\u2029d', 'a?b?c?d'],
    ['a\0b\tc\u001b[31md\u007f', 'a?b?c?[31md?'],
    ['##[add-mask]x', '##?[add-mask]x'],
    ['a ##[error]b ##[error]c', 'a ##?[error]b ##?[error]c'],
    ['###[x]', '###?[x]'],
    ['#\n#[x]', '#?#[x]'],
    ['', ''],
  ])('has no line break and no command: %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('is the same when it is made again', () => {
    const line = oneLine('a\n##[b]');
    expect(oneLine(line)).toBe(line);
  });
});
