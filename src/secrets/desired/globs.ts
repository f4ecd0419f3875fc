import picomatch from 'picomatch';

/** True when the text is a pattern and not a plain name. */
export function isGlob(text: string): boolean {
  return picomatch.scan(text).isGlob;
}

/** Globs between commas and newlines; a comma inside braces belongs to its glob. */
export function splitGlobs(text: string): string[] {
  const globs = text.match(/(?:[^,\n{}]+|\{[^{}\n]*\}|[{}])+/g) ?? [];
  return globs.map((glob) => glob.trim()).filter((glob) => glob !== '');
}

/** Whether a name matches a glob: `*`, `?`, `[…]`, `{a,b}`, `!(…)`. Names are no paths: `*` matches a slash too. */
export function globMatcher(glob: string, options: { ignoreCase: boolean }): (name: string) => boolean {
  const matches = picomatch(glob, { nocase: options.ignoreCase, dot: true, bash: true });
  // With a second argument, as iterations give one, it answers with an object.
  return (name) => matches(name);
}
