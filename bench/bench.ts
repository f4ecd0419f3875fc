// Measures the committed bundles; see README.md beside this file. Prints Markdown.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLab } from '../test/lab/lab.ts';
import { loading } from './loading.ts';
import { endToEnd, requests, sizes } from './stages.ts';
import { sweeps } from './sweep.ts';
import { syncs } from './sync.ts';

const { values } = parseArgs({ options: { peer: { type: 'string' }, runs: { type: 'string', default: '20' } } });
const peer = values.peer === undefined ? undefined : resolve(values.peer);
const runs = Number(values.runs);
const LATENCY_MS = 80;

const print = (title: string, text: string) => process.stdout.write(`\n### ${title}\n\n${text}\n`);

const directory = mkdtempSync(join(tmpdir(), 'bench-'));
const lab = await startLab();
try {
  print(`Requests, at ${LATENCY_MS} ms of latency`, await requests(lab, LATENCY_MS));
  print(`Loading, ${runs} processes each`, await loading(directory, { runs, peer }));
  if (peer !== undefined) print(`A session by OIDC, ${runs} each`, await endToEnd(lab, directory, { runs, peer }));
  print(`Secret sync of 100 keys, at ${LATENCY_MS} ms of latency`, await syncs(lab, LATENCY_MS));
  print('Sweep of a full account', await sweeps(lab));
  print('Size', await sizes(lab, directory, peer));
} finally {
  await lab.close();
  rmSync(directory, { recursive: true, force: true });
}
