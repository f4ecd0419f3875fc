// Runs the fault matrix and prints the result. `--update` also writes the tables into docs/reliability.md, if the whole matrix
// ran and passed. Other arguments go to jest, such as `-t` for some cells only.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CrowdResult, documentWith, type Recorded, reportLines, totalsOf } from '../test/matrix/report.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(ROOT, 'docs', 'reliability.md');
const JEST = ['node_modules/jest/bin/jest.js', '--config', 'test/matrix/jest.config.json'];
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

function recordedIn(folder: string): Recorded[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Recorded);
}

function crowdIn(folder: string): CrowdResult | undefined {
  if (!readdirSync(folder).includes('crowd.json')) return undefined;
  return JSON.parse(readFileSync(join(folder, 'crowd.json'), 'utf8')) as CrowdResult;
}

/** @returns jest's exit code */
async function play(folder: string, given: readonly string[]): Promise<number> {
  const env = { ...process.env, MATRIX_RESULTS: folder };
  const jest = spawn(process.execPath, [...NODE, ...JEST, ...given], { cwd: ROOT, env, stdio: 'inherit' });
  const [code] = (await once(jest, 'exit')) as [number | null];
  return code ?? 1;
}

function update(lines: readonly string[], whole: boolean): void {
  if (!whole) throw new Error('docs/reliability.md is unchanged: only a whole run without failures is written there.');
  writeFileSync(PAGE, documentWith(readFileSync(PAGE, 'utf8'), lines));
}

const given = process.argv.slice(2).filter((argument) => argument !== '--update');
const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
const from = performance.now();
const code = await play(folder, given);
const [recorded, crowd] = [recordedIn(folder), crowdIn(folder)];
rmSync(folder, { recursive: true });
const lines = reportLines(recorded, crowd);
const { open } = totalsOf(recorded);
console.log(lines.join('\n'));
console.log(`${open} cells were not played. It took ${Math.round((performance.now() - from) / 1_000)} s.`);
const whole = code === 0 && open === 0 && crowd !== undefined;
process.exitCode = given.length > 0 || whole ? code : 1;
if (process.argv.includes('--update')) update(lines, whole);
