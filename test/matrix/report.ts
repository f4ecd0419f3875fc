import { allCells, type Cell, cellsOf, FAULTS, STAGES } from './table.ts';
import type { Ending } from './verdict.ts';

/** What came of a cell. */
export type Recorded = Cell & { readonly ending: Ending; readonly left: readonly string[] };

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

/** Lines of Markdown: a row for each stage, a column for each fault, and the totals. */
export function tableOf(recorded: readonly Recorded[]): string[] {
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
  const { cells, survived, failedClearly, killed, neither, leftBehind } = totalsOf(recorded);
  return [
    `| stage | calls | ${FAULTS.map(({ name }) => name).join(' | ')} |`,
    `|---|---|${FAULTS.map(() => '---|').join('')}`,
    ...rows,
    '',
    '| cells | survived | failed clearly | killed, and cleaned up after | neither | left behind |',
    '|---|---|---|---|---|---|',
    `| ${cells} | ${survived} | ${failedClearly} | ${killed} | ${neither} | ${leftBehind} |`,
  ];
}
