/**
 * A section of one of AWS's shared files, as text. Only the lines of that section are changed. Comments, order, other profiles and
 * indented settings keep their bytes, which no INI library does (docs/decisions/0011).
 */
export type Section = {
  /** The name between the brackets, with single spaces and without quotes. */
  readonly name: string;
  /** The index of the header line, and of the line after the section's last line. */
  readonly begin: number;
  readonly end: number;
};

const HEADER = /^(\s*\[\s*)([^\]]*?)(\s*\].*)$/s;

/** A name in quotes, as AWS's tools accept it in the config file: `profile "ci"`. */
const QUOTED = /^((?:profile\s+)?)(["'])(.*)\2$/;

const foldedName = (line: string): string | undefined =>
  HEADER.exec(line)?.[2]?.replace(QUOTED, '$1$3').replace(/\s+/g, ' ');

/** All sections with this name. AWS's tools merge some of them and reject others. */
export function findSections(lines: readonly string[], name: string): Section[] {
  const headers = lines.flatMap((line, index) => (HEADER.test(line) ? [index] : []));
  return headers.flatMap((begin, nth) =>
    foldedName(lines[begin] ?? '') === name ? [{ name, begin, end: headers[nth + 1] ?? lines.length }] : [],
  );
}

/** The text with an ending added to the section's name, or removed from it. */
export function renameSection(text: string, name: string, change: { add: string } | { drop: string }): string {
  const lines = text.split('\n');
  const [section] = findSections(lines, name);
  if (section === undefined) return text;
  const header = (lines[section.begin] ?? '').replace(HEADER, (...match: string[]) => {
    const [, before = '', inner = '', after = ''] = match;
    const closing = QUOTED.exec(inner)?.[2] ?? '';
    const bare = inner.slice(0, inner.length - closing.length);
    const renamed = 'add' in change ? `${bare}${change.add}` : bare.slice(0, bare.length - change.drop.length);
    return `${before}${renamed}${closing}${after}`;
  });
  return lines.with(section.begin, header).join('\n');
}

/** The line breaks between a text and a section that is added at its end. */
export function gapBefore(text: string): string {
  if (text === '' || text.endsWith('\n\n')) return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
}

/** The text with a section added at its end. */
export function addSection(text: string, name: string, settings: readonly string[]): string {
  return `${text}${gapBefore(text)}[${name}]\n${settings.join('\n')}\n`;
}

const isBlankOrComment = (line: string): boolean => /^\s*([#;].*)?$/.test(line);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * A section's settings: each `key = value` without its indentation, together with the following lines that are indented further.
 * Without comments and blank lines.
 */
export function settingsOf(text: string, name: string): string[] {
  const lines = text.split('\n');
  const settings: string[] = [];
  let indent = 0;
  for (const { begin, end } of findSections(lines, name).slice(0, 1)) {
    for (const line of lines.slice(begin + 1, end)) {
      if (isBlankOrComment(line)) continue;
      if (indentOf(line) > indent && settings.length > 0) settings.push(`${settings.pop()}\n${line}`);
      else {
        indent = indentOf(line);
        settings.push(line.trimStart());
      }
    }
  }
  return settings;
}

/** The key of a setting. AWS's tools accept a colon instead of an equals sign. */
export function keyOf(setting: string): string {
  return (setting.split(/[=:]/)[0] ?? '').trim().toLowerCase();
}

/** A text after `removeOurs`. */
export type Removal = {
  readonly text: string;
  /** Settings in the section that are not ours, because later steps added them. */
  readonly added: readonly string[];
};

/**
 * Removes the lines of a section that match `isOurs`. If the section has no other settings, its header is removed, too; its comments
 * and blank lines are kept, and the `gap` before it is removed when nothing follows. If it has other settings, they are returned, and
 * with `whole` they are removed as well.
 */
export function removeOurs(
  text: string,
  section: Section,
  ours: { isOurs: (line: string) => boolean; gap: string; whole: boolean },
): Removal {
  const lines = text.split('\n');
  const kept = lines.slice(section.begin + 1, section.end).filter((line) => !ours.isOurs(line));
  const before = lines
    .slice(0, section.begin)
    .map((line) => `${line}\n`)
    .join('');
  const after = lines.slice(section.end);
  const added = kept.filter((line) => !isBlankOrComment(line));
  if (added.length > 0 && !ours.whole) {
    return { text: `${before}${[lines[section.begin] ?? '', ...kept, ...after].join('\n')}`, added };
  }
  const rest = kept.filter(isBlankOrComment);
  if (after.length > 0 || rest.some((line) => line.trim() !== '')) {
    return { text: `${before}${[...rest, ...after].join('\n')}`, added };
  }
  const cut = before.endsWith(ours.gap) ? before.slice(0, before.length - ours.gap.length) : before;
  return { text: cut, added };
}

/** The text with lines added after a section's last setting. */
export function appendTo(text: string, name: string, added: readonly string[]): string {
  const lines = text.split('\n');
  const [section] = findSections(lines, name);
  if (section === undefined || added.length === 0) return text;
  const lastSetting = lines.findLastIndex(
    (line, index) => index < section.end && index >= section.begin && !isBlankOrComment(line),
  );
  return [...lines.slice(0, lastSetting + 1), ...added, ...lines.slice(lastSetting + 1)].join('\n');
}
