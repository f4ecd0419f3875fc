// Fails when a file of src/ has more than 200 lines. Biome's noExcessiveLinesPerFile counts a comment of many lines as one.
// `node scripts/check-file-length.ts [folder]`; without a folder, the current one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFiles } from './repository-files.ts';

const MAX_LINES = 200;

const folder = process.argv[2] ?? '.';
const sources = repositoryFiles(folder).filter((path) => /^src\/.*\.ts$/.test(path));
const lengths = sources.map((path) => ({
  path,
  lines: readFileSync(join(folder, path), 'utf8').trimEnd().split('\n').length,
}));
const tooLong = lengths.filter(({ lines }) => lines > MAX_LINES);
if (tooLong.length > 0) {
  const list = tooLong.map(({ path, lines }) => `${path}: ${lines} lines`);
  console.error(`A file of src/ may have ${MAX_LINES} lines:\n${list.join('\n')}`);
  process.exitCode = 1;
}
