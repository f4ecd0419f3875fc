// Measures the committed bundles; see README.md beside this file. Prints Markdown.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLab } from '../test/lab/lab.ts';
import { type Findings, type Goal, goalsTable } from './goals.ts';
import type { Bench } from './laboratory.ts';
import { loading } from './loading.ts';
import { machine } from './machine.ts';
import { beside } from './peer.ts';
import { sizes } from './size.ts';
import { stages } from './stages.ts';
import { sweeps } from './sweep.ts';
import { syncs } from './sync.ts';

/** In the order they are printed. */
const TABLES: Record<string, { title: string; measure(bench: Bench): Promise<Findings | undefined> }> = {
  stages: { title: 'Stages', measure: stages },
  peer: { title: 'A session by OIDC, beside the peer', measure: beside },
  loading: { title: 'Loading', measure: loading },
  sync: { title: 'Secret sync of 100 keys', measure: syncs },
  sweep: { title: 'Sweep of a full account', measure: sweeps },
  size: { title: 'Size', measure: sizes },
};

const { values } = parseArgs({
  options: { peer: { type: 'string' }, runs: { type: 'string', default: '15' }, only: { type: 'string' } },
});
const chosen = Object.entries(TABLES).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) throw new Error(`--only takes one of ${Object.keys(TABLES).join(', ')}.`);
if (values.only === 'peer' && values.peer === undefined) throw new Error('--only peer needs --peer PATH.');
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1.');

const print = (title: string, text: string) => {
  process.stdout.write(`\n### ${title}\n\n${text}\n`);
};

const directory = mkdtempSync(join(tmpdir(), 'bench-'));
const lab = await startLab();
try {
  const peer = values.peer === undefined ? undefined : resolve(values.peer);
  const bench: Bench = { lab, directory, runs, peer };
  process.stdout.write(`${machine()}; medians of ${runs}\n`);
  const goals: Goal[] = [];
  for (const [, { title, measure }] of chosen) {
    const findings = await measure(bench);
    if (findings !== undefined) print(title, findings.text);
    goals.push(...(findings?.goals ?? []));
  }
  if (goals.length > 0) print('Goals', goalsTable(goals));
} finally {
  await lab.close();
  rmSync(directory, { recursive: true, force: true });
}
