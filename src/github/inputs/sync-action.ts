import type { RunFacts } from '../../run.ts';
import { type AccessInputs, assertNoProblems, readAccess } from './access.ts';
import { syncSurroundings } from './main.ts';
import { type InputReader, inputReader } from './reader.ts';
import { type ReadSync, readSync } from './sync.ts';

/** The inputs of `/sync`. */
export type SyncActionInputs = AccessInputs & { readonly sync: ReadSync };

/**
 * Reads and checks every input of `/sync`. An event that must not write secrets may lack half of them, so nothing is asked of those.
 * @throws ActionError `invalid-inputs` that lists all that is wrong
 */
export function readSyncInputs(
  run: RunFacts,
  env: Readonly<Record<string, string | undefined>>,
  reader: InputReader = inputReader(),
): SyncActionInputs {
  const access = readAccess(reader, run, env);
  const sync = readSync(reader, { ...syncSurroundings(access, run, env), prefix: '', fallback: 'apply' });
  if (sync.kind !== 'untrusted') assertNoProblems(reader);
  return { ...access, sync };
}
