import { splitGlobs } from '../../secrets/desired/globs.ts';
import type { InputReader } from './reader.ts';

/** Longer than any name of a secret or variable. picomatch throws for 65,536 characters and more. */
const MAX_GLOB_CHARS = 1024;

/** The globs of an input. One that is too long is a problem and is not printed. */
export function readGlobs(reader: InputReader, name: string): string[] {
  const globs = splitGlobs(reader.text(name));
  for (const [index, glob] of globs.entries()) {
    if (glob.length > MAX_GLOB_CHARS)
      reader.problem(name, `: item ${index + 1} is a glob of more than ${MAX_GLOB_CHARS} characters`);
  }
  return globs.filter((glob) => glob.length <= MAX_GLOB_CHARS);
}
