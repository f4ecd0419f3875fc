import picomatch from 'picomatch';

/** True if the text is a pattern and not a plain name. */
export function isGlob(text: string): boolean {
  return picomatch.scan(text).isGlob;
}

/** Splits at commas and newlines. A comma inside braces belongs to its glob. */
export function splitGlobs(text: string): string[] {
  const globs = text.match(/(?:[^,\n{}]+|\{[^{}\n]*\}|[{}])+/g) ?? [];
  return globs.map((glob) => glob.trim()).filter((glob) => glob !== '');
}

/** Tests names against a glob: `*`, `?`, `[…]`, `{a,b}`, `!(…)`. Names are not paths: `*` also matches a slash. */
export function globMatcher(glob: string, options: { ignoreCase: boolean }): (name: string) => boolean {
  const matches = picomatch(glob, { nocase: options.ignoreCase, dot: true, bash: true });
  // With a second argument, which Array.filter passes, picomatch returns an object.
  return (name) => matches(name);
}
