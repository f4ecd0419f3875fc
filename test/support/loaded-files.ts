import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, StepResult } from '../lab/runner/runner.ts';

const DIST = new URL('../../dist/', import.meta.url).href;

type Coverage = { result: { url: string }[] };

/** Runs a stage. @returns its result, and the files of `dist/` that it loaded (from V8's coverage report) */
export async function withLoaded(
  job: Job,
  run: () => Promise<StepResult>,
): Promise<{ result: StepResult; loaded: string[] }> {
  const reports = join(job.directories.root, 'coverage');
  job.setEnv('NODE_V8_COVERAGE', reports);
  const result = await run();
  const texts = readdirSync(reports).map((name) => readFileSync(join(reports, name), 'utf8'));
  rmSync(reports, { recursive: true });
  const urls = texts.flatMap((text) => (JSON.parse(text) as Coverage).result.map(({ url }) => url));
  return { result, loaded: [...new Set(urls)].filter((url) => url.startsWith(DIST)).map((url) => fileURLToPath(url)) };
}
