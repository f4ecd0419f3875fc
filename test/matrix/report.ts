import { FAULTS } from './columns.ts';
import { allCells, type Cell, cellsOf, STAGES } from './table.ts';
import type { Ending } from './verdict.ts';

/** The result of a cell. */
export type Recorded = Cell & { readonly ending: Ending; readonly left: readonly string[] };

/** The result of fifty jobs at once. */
export type CrowdResult = {
  readonly jobs: number;
  /** Calls that were throttled. */
  readonly refusedMains: number;
  readonly refusedPosts: number;
  readonly left: number;
};

const LETTERS: Record<Ending, string> = { survived: 's', 'failed clearly': 'f', killed: 'k', neither: '**!**' };

/** The sums over a table. */
export type Totals = {
  readonly cells: number;
  readonly survived: number;
  readonly failedClearly: number;
  readonly killed: number;
  readonly neither: number;
  readonly leftBehind: number;
  /** Cells of the table that were not played. */
  readonly open: number;
};

/** Adds up what came of the cells. */
export function totalsOf(recorded: readonly Recorded[]): Totals {
  const count = (ending: Ending) => recorded.filter((each) => each.ending === ending).length;
  return {
    cells: recorded.length,
    survived: count('survived'),
    failedClearly: count('failed clearly'),
    killed: count('killed'),
    neither: count('neither'),
    leftBehind: recorded.reduce((sum, { left }) => sum + left.length, 0),
    open: allCells().length - recorded.length,
  };
}

function field(recorded: readonly Recorded[], expected: number): string {
  if (expected === 0) return '';
  const counts = Object.entries(LETTERS).map(([ending, letter]) => {
    const count = recorded.filter((each) => each.ending === ending).length;
    return count === 0 ? '' : `${count}${letter}`;
  });
  const open = expected - recorded.length;
  return [...counts, open === 0 ? '' : `${open}?`].filter((each) => each !== '').join(' ');
}

/** Lines of Markdown: a row for each stage, a column for each fault. */
function tableOf(recorded: readonly Recorded[]): string[] {
  const rows = STAGES.map((stage) => {
    const cells = cellsOf(stage);
    const fields = FAULTS.map(({ name }) =>
      field(
        recorded.filter((each) => each.stage === stage.name && each.fault === name),
        cells.filter(({ fault }) => fault === name).length,
      ),
    );
    return `| ${stage.name} | ${stage.calls.length} | ${fields.join(' | ')} |`;
  });
  return [
    `| stage | calls | ${FAULTS.map(({ name }) => name).join(' | ')} |`,
    `|---|---|${FAULTS.map(() => '---|').join('')}`,
    ...rows,
  ];
}

const TOTALS = [
  '| cells | survived | failed clearly | killed, and cleaned up after | neither | left behind |',
  '|---|---|---|---|---|---|',
];

/** Lines of Markdown: the sums. */
function sumsOf(recorded: readonly Recorded[]): string[] {
  const { cells, survived, failedClearly, killed, neither, leftBehind } = totalsOf(recorded);
  return [...TOTALS, `| ${cells} | ${survived} | ${failedClearly} | ${killed} | ${neither} | ${leftBehind} |`];
}

function crowdLine({ jobs, refusedMains, refusedPosts, left }: CrowdResult): string {
  return `${jobs} jobs at once: AWS throttled ${refusedMains} calls of their mains and ${refusedPosts} of their posts; ${jobs} separate leases that work, ${left} left behind.`;
}

/** The whole result of a run, as lines of Markdown. */
export function reportLines(recorded: readonly Recorded[], crowd: CrowdResult | undefined): string[] {
  const [first = '', ...others] = tableOf(recorded);
  return [first, ...others, '', ...sumsOf(recorded), ...(crowd === undefined ? [] : ['', crowdLine(crowd)])];
}

const BEGIN = '<!-- matrix: written by `npm run test:matrix -- --update` -->';
const END = '<!-- /matrix -->';

/** The page with these lines between its markers. */
export function documentWith(page: string, lines: readonly string[]): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/reliability.md has no markers for the matrix.');
  return `${page.slice(0, from)}${BEGIN}\n${lines.join('\n')}\n${page.slice(to)}`;
}

/** The numbers on a page, between its markers: the sums, and the number of calls in each row. */
export function numbersIn(page: string): { totals: Totals; rows: Record<string, number>; lines: string[] } {
  const lines = page.slice(page.indexOf(BEGIN), page.indexOf(END)).split('\n').slice(1, -1);
  const cellsIn = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [cells = 0, survived = 0, failedClearly = 0, killed = 0, neither = 0, leftBehind = 0] = cellsIn(
    lines[lines.indexOf(TOTALS[1] ?? '') + 1] ?? '',
  ).map(Number);
  const stages = lines.filter((line) => /^\| (main|post|renew|revoke|sweep|sync)/.test(line)).map(cellsIn);
  const rows = Object.fromEntries(stages.map(([name = '', calls]) => [name, Number(calls)]));
  const open = allCells().length - cells;
  return { totals: { cells, survived, failedClearly, killed, neither, leftBehind, open }, rows, lines };
}
