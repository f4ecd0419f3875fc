import type { RunFacts } from '../../run.ts';
import { type AccessInputs, assertNoProblems, readAccess } from './access.ts';
import { syncSurroundings } from './main.ts';
import { type InputReader, inputReader } from './reader.ts';
import { type ReadSync, readSync } from './sync.ts';

/** The inputs of `/sync`. */
export type SyncActionInputs = AccessInputs & { readonly sync: ReadSync };

/**
 * Reads and checks every input of `/sync`. For an event that must not write secrets the inputs are not checked, because such an event
 * may lack secrets and variables.
 * @throws ActionError `invalid-inputs` with all problems
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
