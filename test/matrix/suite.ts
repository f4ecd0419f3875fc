import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Sites } from '../support/scenarios/sites.ts';
import { matrixSites, type Outcome, playCell } from './cell.ts';
import type { Recorded } from './report.ts';
import type { SetScene } from './scene.ts';
import { type Cell, cellsOf, stageNamed } from './table.ts';

/** A cell takes seconds, and up to a minute where a call hangs and post waits too; the machine may be busy. */
const CELL_MS = 240_000;

/** Records the result of a cell for the table, when MATRIX_RESULTS is set. */
function note(recorded: Recorded): void {
  const folder = process.env.MATRIX_RESULTS;
  if (folder === undefined) return;
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(recorded)}\n`);
}

/** The checks of every cell. */
function expectAlways(outcome: Outcome): void {
  if (outcome.problem !== undefined) throw outcome.problem;
  expect(outcome).toMatchObject({ left: [], missing: [], shown: [] });
  expect(outcome.mostUsableKeys).toBeLessThanOrEqual(1);
  // AWS has no token that would make CreateAccessKey idempotent: a key whose answer was lost is there until main has found it.
  expect(outcome.mostKeys).toBeLessThanOrEqual(outcome.lostKey ? 2 : 1);
  if (outcome.ending === 'neither') throw new Error(`The step neither survived nor failed clearly: ${outcome.why}`);
}

async function play(sites: Pick<Sites, 'use'>, setScene: SetScene, cell: Cell): Promise<void> {
  let recorded: Recorded = { ...cell, ending: 'neither', left: [] };
  try {
    const outcome = await sites.use((site) => playCell(site, setScene, cell));
    recorded = { ...recorded, left: outcome.left };
    expectAlways(outcome);
    recorded = { ...recorded, ending: outcome.ending };
  } finally {
    note(recorded);
  }
}

async function playWell(sites: Pick<Sites, 'use'>, setScene: SetScene, name: string): Promise<void> {
  const stage = stageNamed(name);
  const outcome = await sites.use((site) => playCell(site, setScene));
  expectAlways(outcome);
  // At least the request token, a secret key and a session token: fewer would mean that the search is broken.
  expect(outcome.searched).toBeGreaterThanOrEqual(3);
  const declared = [...stage.calls, ...(stage.shared?.calls ?? [])];
  expect([...outcome.calls].sort()).toEqual([...new Set(declared)].sort());
}

/** Declares the tests of some stages: each stage without a fault, then each of its cells. */
export function playStages(scenes: Record<string, SetScene>): void {
  const sites = matrixSites();
  describe.each(Object.entries(scenes))('%s', (name, setScene) => {
    it.concurrent(
      'with nothing amiss ends well, and makes exactly the calls of the table',
      () => playWell(sites, setScene, name),
      CELL_MS,
    );
    it.concurrent.each(cellsOf(stageNamed(name)))(
      '$call, $fault: survived or failed clearly, and nothing is left',
      (cell) => play(sites, setScene, cell),
      CELL_MS,
    );
  });
}
