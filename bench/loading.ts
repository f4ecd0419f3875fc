import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Findings } from './goals.ts';
import type { Bench } from './laboratory.ts';
import { type Probe, rounds, type Sample, table } from './measuring.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** From the start of a process to its end. All but the empty script fail, since no input is given. */
async function lifetime(file: string, home: string, probe: Probe | undefined): Promise<Sample> {
  const at = performance.now();
  const env = { PATH: process.env.PATH ?? '', HOME: home, ...probe?.env };
  await once(spawn(process.execPath, [file], { env, stdio: 'ignore' }), 'exit');
  return { wallMs: performance.now() - at, legs: 0, calls: 0, waitingMs: 0, used: probe?.read() };
}

/** Measures processes that only load and then fail, since they have no inputs. */
export async function loading({ directory, runs, peer }: Bench): Promise<Findings> {
  const empty = join(directory, 'empty.mjs');
  writeFileSync(empty, '');
  const files: Record<string, string> = {
    'Node alone': empty,
    main: join(DIST, 'main', 'index.js'),
    post: join(DIST, 'post', 'index.js'),
    sync: join(DIST, 'sync', 'index.js'),
    sweep: join(DIST, 'sweep', 'index.js'),
    ...(peer === undefined ? {} : { peer }),
  };
  const round = async (probe: Probe | undefined) => {
    const samples: Record<string, Sample> = {};
    for (const [name, file] of Object.entries(files)) samples[name] = await lifetime(file, directory, probe);
    return samples;
  };
  const measured = await rounds(round, { runs, directory });
  const rows = Object.entries(measured).map(([name, { wallMs, cpuMs, peakMb }]) => [
    name,
    wallMs,
    cpuMs,
    peakMb,
    measured.peer === undefined ? '' : (wallMs / measured.peer.wallMs).toFixed(2),
  ]);
  return { text: table(['process', 'wall, ms', 'CPU, ms', 'peak memory, MB', 'wall, peer = 1'], rows) };
}
