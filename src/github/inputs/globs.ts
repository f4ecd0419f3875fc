import { splitGlobs } from '../../secrets/desired/globs.ts';
import type { InputReader } from './reader.ts';

/** Longer than any name of a secret or variable; what reads globs refuses 65,536 with an exception. */
const MAX_GLOB_CHARS = 1024;

/** The globs of an input; one beyond all measure is a problem, and is not repeated. */
export function readGlobs(reader: InputReader, name: string): string[] {
  const globs = splitGlobs(reader.text(name));
  for (const [index, glob] of globs.entries()) {
    if (glob.length > MAX_GLOB_CHARS)
      reader.problem(name, `has as item ${index + 1} a glob of more than ${MAX_GLOB_CHARS} characters`);
  }
  return globs.filter((glob) => glob.length <= MAX_GLOB_CHARS);
}
