import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleaved, table } from './measuring.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** Files of dist/, with their bytes. */
export function distSizes(): Map<string, number> {
  const entries = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path, statSync(path).size]));
}

/**
 * What the build's own loader does when a stage needs a chunk, done for all chunks, and every module in them run: all but the
 * entries themselves, which would begin their work.
 */
function loadAll(chunks: readonly string[]): string {
  return `
await Promise.all(${JSON.stringify(chunks)}.map((chunk) => __nccwpck_require__.e(chunk)));
for (const [id, module] of Object.entries(__nccwpck_require__.m)) {
  if (/\\.runStep \\*\\/ \\.\\w+\\)\\(/.test(String(module))) continue;
  try { await __nccwpck_require__(id); } catch {}
}
await stages.main();
`;
}

/** A copy of the bundle that loads and runs every module it has before it begins. @returns its entry */
function eagerCopy(directory: string): string {
  cpSync(join(DIST, 'action'), join(directory, 'action'), { recursive: true });
  const index = join(directory, 'action', 'index.js');
  const chunks = readdirSync(join(directory, 'action')).flatMap((name) => /^(\d+)\.index\.js$/.exec(name)?.[1] ?? []);
  writeFileSync(index, `${readFileSync(index, 'utf8')}\n${loadAll(chunks)}`);
  return index;
}

/** Milliseconds from the start of a process to its end. All but the empty script fail, since no input is given. */
async function lifetime(file: string, home: string): Promise<number> {
  const at = performance.now();
  const env = { PATH: process.env.PATH ?? '', HOME: home };
  await once(spawn(process.execPath, [file], { env, stdio: 'ignore' }), 'exit');
  return performance.now() - at;
}

/** How long processes take that do nothing but load and complain. */
export async function loading(directory: string, by: { runs: number; peer: string | undefined }): Promise<string> {
  const empty = join(directory, 'empty.mjs');
  writeFileSync(empty, '');
  const files: Record<string, string> = {
    'Node alone': empty,
    main: join(DIST, 'main', 'index.js'),
    post: join(DIST, 'post', 'index.js'),
    'main, every module loaded and run': eagerCopy(directory),
    ...(by.peer === undefined ? {} : { peer: by.peer }),
  };
  const entries = Object.entries(files).map(([name, file]) => [name, () => lifetime(file, directory)] as const);
  const medians = await interleaved(Object.fromEntries(entries), by.runs);
  const { 'Node alone': node = 0, peer } = medians;
  const rows = Object.entries(medians).map(([name, milliseconds]) => [
    name,
    milliseconds.toFixed(0),
    (milliseconds / node).toFixed(2),
    peer === undefined ? '' : (milliseconds / peer).toFixed(2),
  ]);
  return table(['process', 'median ms', 'Node alone = 1', 'peer = 1'], rows);
}
