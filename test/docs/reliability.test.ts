// docs/reliability.md against what test/matrix declares. The matrix itself is played by `npm run test:matrix`.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../lab/runner/runner.ts';
import { FAULTS, type FaultName } from '../matrix/columns.ts';
import { documentWith, numbersIn, type Recorded, reportLines, totalsOf } from '../matrix/report.ts';
import { allCells, cellsOf, STAGES, stageNamed } from '../matrix/table.ts';
import { verdictOn } from '../matrix/verdict.ts';
import { TOKEN } from '../support/token-request.ts';
import { ROOT, textOf } from '../support/workflow-steps.ts';

const PAGE = textOf('docs/reliability.md');

/** Every AWS call that the sources can make. */
function callsInSources(): Set<string> {
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.map((name) => readFileSync(`${ROOT}src/${name}`, 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/new (\w+)Command\(/g)].map(([, call = '']) => call)));
}

describe('the table of the fault matrix', () => {
  it('has cells for every AWS call in the sources, and for GitHub’s token', () => {
    const calls = callsInSources();
    expect(calls.size).toBeGreaterThan(40);
    const struck = new Set(STAGES.flatMap((stage) => stage.calls));
    expect(struck).toEqual(new Set([...calls, TOKEN]));
  });

  it('shares calls only with a stage that has cells for them', () => {
    for (const { shared } of STAGES) {
      if (shared === undefined) continue;
      expect(stageNamed(shared.with).calls).toEqual(expect.arrayContaining([...shared.calls]));
    }
  });

  it('has no cell twice, and one for each call and fault', () => {
    const cells = allCells().map((cell) => JSON.stringify(cell));
    expect(new Set(cells).size).toBe(cells.length);
    const faults = (scope: string) => FAULTS.filter((fault) => fault.scope === scope).length;
    for (const stage of STAGES) {
      const ofToken = stage.calls.includes(TOKEN) ? faults('token') : 0;
      expect(cellsOf(stage)).toHaveLength(stage.calls.length * faults('call') + ofToken + faults('stage'));
    }
  });
});

describe('the report', () => {
  const [first, second, ...rest] = allCells();
  const played = (cell: (typeof rest)[number] | undefined, ending: Recorded['ending'], left: string[] = []) => ({
    ...(cell ?? { stage: '', call: '', fault: 'reset' as const }),
    ending,
    left,
  });
  const well = rest.map((cell) => played(cell, 'survived'));

  it('counts what survived, failed and was left, and what was not played', () => {
    const recorded = [played(first, 'failed clearly'), played(second, 'neither', ['gha-left'])];
    expect(totalsOf(recorded)).toMatchObject({ cells: 2, survived: 0, failedClearly: 1, neither: 1, leftBehind: 1 });
    expect(totalsOf(recorded).open).toBe(rest.length);
    expect(reportLines(recorded, undefined).join('\n')).toContain('**!**');
  });

  it('is read back from the page as it was written', () => {
    const recorded = [...well, played(first, 'killed'), played(second, 'failed clearly')];
    const page = documentWith(PAGE, reportLines(recorded, { jobs: 50, refusedMains: 1, refusedPosts: 2, left: 0 }));
    expect(numbersIn(page).totals).toEqual(totalsOf(recorded));
    expect(documentWith(page, reportLines(recorded, undefined))).not.toContain('50 jobs at once: AWS throttled');
  });
});

describe('the verdict on a step', () => {
  const ended = (message: string | undefined, signal: string | null = null) =>
    ({
      name: 'main of __self',
      exitCode: message === undefined ? 0 : 1,
      signal,
      conclusion: message === undefined && signal === null ? 'success' : 'failure',
      log: '',
      annotations: message === undefined ? [] : [{ level: 'error', message }],
    }) as unknown as StepResult;
  const what = 'Creating IAM user x failed. AWS said AccessDenied: no';
  const whole = `${what}\n\nWhat to do: Give the role the right.\nMore: docs/troubleshooting.md#lease-denied`;

  it.each<[what: string, message: string | undefined, fault: FaultName, ending: string]>([
    ['success', undefined, 'reset', 'survived'],
    ['cause, remedy and section', whole, 'denied', 'failed clearly'],
    ['another cause', whole, 'hang', 'neither'],
    ['no remedy', `${what}\nMore: docs/troubleshooting.md#lease-denied`, 'denied', 'neither'],
    ['no section', whole.replace(/\nMore.*/, ''), 'denied', 'neither'],
    ['a section that is missing', whole.replace('lease-denied', 'no-such-code'), 'denied', 'neither'],
    ['an unexpected error', whole.replace('lease-denied', 'unexpected'), 'denied', 'neither'],
    ['success of what was to be killed', undefined, 'killed after', 'neither'],
    [
      'clear failure of what was cancelled',
      whole.replace(what, 'The runner stopped this step (SIGINT)'),
      'cancelled',
      'failed clearly',
    ],
  ])('with %s is right', (_what, message, fault, ending) => {
    expect(verdictOn(ended(message), fault, {}).ending).toBe(ending);
  });

  it.each<[fault: FaultName, ending: string, ofPost: string]>([
    ['killed before', 'killed', 'killed'],
    ['cancelled', 'neither', 'killed'],
    ['hang', 'neither', 'neither'],
  ])(
    'that was killed, under “%s”, is: %s; on a post, which may outlive a cancellation: %s',
    (fault, ending, ofPost) => {
      const killed = ended(undefined, 'SIGKILL');
      expect(verdictOn(killed, fault, {}).ending).toBe(ending);
      expect(verdictOn(killed, fault, { mayOutliveCancel: true }).ending).toBe(ofPost);
    },
  );

  it('that fails without any fault is right only where that is expected', () => {
    const fails = /IAM user x/;
    expect(verdictOn(ended(whole), undefined, { fails }).ending).toBe('failed clearly');
    expect(verdictOn(ended(whole), undefined, {}).ending).toBe('neither');
    expect(verdictOn(ended(undefined), 'reset', { fails }).ending).toBe('neither');
  });

  it('that fails anyway names a lasting fault or its own cause; of one that passes only the latter', () => {
    const fails = /policy\/missing/;
    const throttled = whole.replace('AccessDenied', 'Throttling');
    expect(verdictOn(ended(whole), 'denied', { fails }).ending).toBe('failed clearly');
    expect(verdictOn(ended(throttled), 'throttled ×3', { fails }).ending).toBe('neither');
    expect(verdictOn(ended(throttled), 'throttled ×3', { fails: /Throttling/ }).ending).toBe('failed clearly');
  });
});

describe('docs/reliability.md', () => {
  const { totals, rows, lines } = numbersIn(PAGE);

  it('shows a run of every cell in the table', () => {
    expect(rows).toEqual(Object.fromEntries(STAGES.map(({ name, calls }) => [name, calls.length])));
    expect(totals.cells).toBe(allCells().length);
    expect(totals.survived + totals.failedClearly + totals.killed).toBe(totals.cells);
  });

  it('shows a run that left nothing behind', () => {
    expect([totals.neither, totals.leftBehind]).toEqual([0, 0]);
    expect(lines.at(-1)).toMatch(/^50 jobs at once: .*, 0 left behind\.$/);
  });

  it('explains every column and every row', () => {
    for (const { name, meaning } of FAULTS) expect(PAGE).toContain(`| ${name} | ${meaning} |`);
    for (const { name, what } of STAGES) expect(PAGE).toContain(`| ${name} | ${what} |`);
  });
});
