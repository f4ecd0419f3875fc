// What the runner hides once a secret is masked, for any secret (actions/runner, `SecretMasker.cs`), on the laboratory's runner.

import { setSecret } from '@actions/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyText, examples } from '../../support/fakes/hostile.ts';
import { createStepLog } from './log.ts';

/** What `setSecret` prints. */
function commandFor(secret: string): string {
  const write = process.stdout.write;
  const printed: string[] = [];
  process.stdout.write = ((text: string) => printed.push(String(text)) > 0) as typeof write;
  try {
    setSecret(secret);
  } finally {
    process.stdout.write = write;
  }
  return printed.join('');
}

/** The log of a job that masks these secrets and then prints these texts. */
function logOf(secrets: readonly string[], printed: readonly string[]): string {
  const log = createStepLog(new Set(), true);
  for (const secret of secrets) log.take('stdout', commandFor(secret));
  for (const text of printed) log.take('stdout', `${text}\n`);
  log.flush();
  return log.read().log;
}

/** Text of letters that stand nowhere else in a log, so that finding any of it means that it leaked. */
const word = fc.string({ unit: fc.constantFrom(...'qxzjkvQXZJKV'), minLength: 4, maxLength: 10 });
const noise = anyText(2).map((text) => text.replaceAll(/[qxzjkv*]/gi, '').toWellFormed());
/** A secret of any characters, with such a word in every line; and its words. */
const secret = fc.array(fc.tuple(noise, word, noise), { minLength: 1, maxLength: 4 }).chain((parts) =>
  fc.array(fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\n \n'), { minLength: 4, maxLength: 4 }).map((ends) => ({
    text: parts.map(([before, inner, after], at) => `${at === 0 ? '' : ends[at]}${before}${inner}${after}`).join(''),
    words: parts.map(([, inner]) => inner),
  })),
);

function expectHidden(log: string, words: readonly string[]): void {
  for (const each of words) expect(log).not.toContain(each);
}

describe('a masked secret', () => {
  it('is one line to the runner, which gives no command of its own, whatever characters it is made of', () => {
    const isOne = (text: string) => {
      const command = commandFor(text);
      expect(command.match(/\r|\n/g)).toEqual(['\n']);
      expect(command.startsWith('::add-mask::')).toBe(true);
      const log = createStepLog(new Set(), true);
      log.take('stdout', command);
      const { legacyOutputs, legacyState, annotations } = log.read();
      expect([legacyOutputs, legacyState]).toEqual([{}, {}]);
      expect(annotations.map(({ level }) => level)).toEqual(text.trim() === '' ? ['warning'] : []);
    };
    fc.assert(fc.property(anyText(), isOne), examples(1_000));
  });

  it('shows in no log: whole, line by line, or within other text', () => {
    const isHidden = ({ text, words }: { text: string; words: string[] }, before: string) => {
      const lines = text.split(/[\r\n]+/);
      const about = before.replaceAll('\n', ' ');
      expectHidden(logOf([text], [text, `${about}${text}${about}`, ...lines, `"${lines.join('" "')}"`]), words);
    };
    fc.assert(fc.property(secret, noise, isHidden), examples(500));
  });

  it('shows in no log in JSON, in a URL, in XML, or in base64 of its own and behind other text', () => {
    const isHidden = ({ text, words }: { text: string; words: string[] }, shift: number) => {
      const xml = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
      expectHidden(logOf([text], [JSON.stringify({ value: text }), encodeURIComponent(text)]), words);
      if (!/[\r\n]/.test(text)) expectHidden(logOf([text], [xml]), words);
      const base64 = Buffer.from(`${'x'.repeat(shift)}${text}`).toString('base64');
      const longest = logOf([text], [base64])
        .replaceAll('***', ' ')
        .split(/\s/)
        .map(({ length }) => length);
      // The first and the last group may hold a few bytes of it, beside what is around it.
      expect(Math.max(...longest)).toBeLessThanOrEqual(8);
    };
    fc.assert(fc.property(secret, fc.constantFrom(0, 1, 2), isHidden), examples(500));
  });

  it('does not uncover another that overlaps it or holds it', () => {
    const areHidden = (one: string, other: string) => {
      const all = [one, `${one}${other}`, other];
      expectHidden(logOf(all, [`${one}${other}`, one, other]), [one, other]);
    };
    fc.assert(fc.property(word, word, areHidden), examples());
  });
});
