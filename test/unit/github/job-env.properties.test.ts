// What is handed to later steps, read back by the laboratory's runner: no value may become another variable, whatever it holds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setOutput } from '@actions/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportAll, recordBefore, restoreAll, withHashes } from '../../../src/github/job-env.ts';
import { load } from '../../../src/github/load-state.ts';
import { save } from '../../../src/github/state.ts';
import { parsePairs } from '../../lab/runner/commands.ts';
import { anyText, examples } from '../../support/fakes/hostile.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';

/** Runs `work` with files of its own, and answers the pairs in them as the runner reads them. */
function written(work: () => void): Record<'env' | 'output' | 'state', Record<string, string>> {
  const runner = fakeRunner();
  try {
    work();
    const read = (name: string) => {
      const { pairs, problem } = parsePairs(readFileSync(join(runner.folder, name), 'utf8'));
      expect(problem).toBeUndefined();
      return pairs;
    };
    return { env: read('GITHUB_ENV'), output: read('GITHUB_OUTPUT'), state: read('GITHUB_STATE') };
  } finally {
    runner.end();
  }
}

const UUID = 'ghadelimiter_00000000-0000-4000-8000-000000000000';
const forging = fc.constantFrom(
  ...[
    '\nPATH=/evil',
    '\nPATH<<EOF\n/evil\nEOF\n',
    `\n${UUID}\nPATH=/evil`,
    'EOF\nPATH=/evil',
    '\r\nPATH=/evil\r\n',
    '=<<',
    `A<<${UUID}`,
  ],
  ...['\u2028PATH=/evil', '\u0085PATH=/evil', '\vPATH=/evil', '\rPATH=/evil', '::set-env name=PATH::/evil'],
);
/** A value as the file keeps it: half characters become whole ones, and the runner takes a last carriage return for part of the line's end. */
const value = fc
  .array(fc.oneof(anyText(3), forging), { maxLength: 4 })
  .map((parts) => parts.join('').toWellFormed().replaceAll('\0', '').replace(/\r+$/, ''));
const name = fc.constantFrom(
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'MY_KEY',
  '_x',
  'AWS_PROFILE',
);
const variables = fc.uniqueArray(fc.tuple(name, value), { selector: ([each]) => each, maxLength: 5 });

describe('variables for later steps', () => {
  it('are these and no others, with the values they were given', () => {
    const areExact = (pairs: [string, string][]) => {
      const values = Object.fromEntries(pairs);
      expect(written(() => exportAll(values)).env).toEqual(values);
    };
    fc.assert(fc.property(variables, areExact), examples(150));
  });

  it('get back in post what they held before, unless a later step has set them anew', () => {
    const areRestored = (before: [string, string][], ours: [string, string][], changed: string[]) => {
      const held = Object.fromEntries(before);
      const set = Object.fromEntries(ours);
      const names = [...new Set([...Object.keys(held), ...Object.keys(set)])];
      const expected = Object.keys(set).filter((each) => !changed.includes(each));
      const { env } = written(() => {
        save('variables', withHashes(recordBefore(names, [], held), set));
        const kept = JSON.parse(readNote()) as Parameters<typeof restoreAll>[0];
        const later = { ...held, ...set, ...Object.fromEntries(changed.map((each) => [each, `${set[each] ?? ''}!`])) };
        const left = restoreAll(kept, later);
        expect(left.sort()).toEqual(changed.filter((each) => Object.hasOwn(set, each)).sort());
      });
      expect(env).toEqual(Object.fromEntries(expected.map((each) => [each, held[each] ?? ''])));
    };
    const later = fc.uniqueArray(name, { maxLength: 2 });
    fc.assert(fc.property(variables, variables, later, areRestored), examples(150));
  });
});

/** What main noted of the variables, as it stands in the state's file. */
function readNote(): string {
  return parsePairs(readFileSync(process.env.GITHUB_STATE ?? '', 'utf8')).pairs.variables ?? '[]';
}

describe('outputs and notes for post', () => {
  it('are these and no others, with the values they were given', () => {
    const areExact = (pairs: [string, string][]) => {
      const { output, state } = written(() => {
        for (const [each, text] of pairs) setOutput(each, text);
        save('session', { expiresAt: pairs.map(([, text]) => text).join('') });
      });
      expect(output).toEqual(Object.fromEntries(pairs));
      expect(Object.keys(state)).toEqual(['session']);
      expect(JSON.parse(state.session ?? '')).toEqual({ expiresAt: pairs.map(([, text]) => text).join('') });
    };
    fc.assert(fc.property(variables, areExact), examples(150));
  });

  it('that are no notes of ours are an error with a code, and never a crash', () => {
    const isTold = (text: string) => {
      const runner = fakeRunner();
      process.env.STATE_lease = text;
      try {
        load('lease');
      } catch (error) {
        expect(error).toMatchObject({ name: 'ActionError', code: 'state-unreadable' });
        expect((error as Error).message).toBe(
          'Reading the state `lease` that main saved failed: its content is not what main writes',
        );
      } finally {
        delete process.env.STATE_lease;
        runner.end();
      }
    };
    const stored = anyText().map((text) => text.toWellFormed().replaceAll('\0', ''));
    fc.assert(fc.property(stored, isTold), examples(150));
  });
});
