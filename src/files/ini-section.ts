/**
 * Sections of AWS's shared files as text. Only the lines of one section are ever touched, so comments, order, other profiles and
 * indented settings stay byte for byte what they were; no INI library keeps those (docs/decisions/0011).
 */
export type Section = {
  /** The name between the brackets, blanks folded and quotes dropped. */
  readonly name: string;
  /** Index of the header line and of the line behind the section's last. */
  readonly begin: number;
  readonly end: number;
};

const HEADER = /^(\s*\[\s*)([^\]]*?)(\s*\].*)$/s;

/** A name in quotes, as AWS's tools take it in the config file: `profile "ci"`. */
const QUOTED = /^((?:profile\s+)?)(["'])(.*)\2$/;

const foldedName = (line: string): string | undefined =>
  HEADER.exec(line)?.[2]?.replace(QUOTED, '$1$3').replace(/\s+/g, ' ');

/** All sections of this name; AWS's tools merge some of them and refuse others. */
export function findSections(lines: readonly string[], name: string): Section[] {
  const headers = lines.flatMap((line, index) => (HEADER.test(line) ? [index] : []));
  return headers.flatMap((begin, nth) =>
    foldedName(lines[begin] ?? '') === name ? [{ name, begin, end: headers[nth + 1] ?? lines.length }] : [],
  );
}

/** The text with `ending` put behind the section's name, or taken away from there; all else stays. */
export function renameSection(text: string, name: string, change: { add: string } | { drop: string }): string {
  const lines = text.split('\n');
  const [section] = findSections(lines, name);
  if (section === undefined) return text;
  const header = (lines[section.begin] ?? '').replace(HEADER, (...match: string[]) => {
    const [, before = '', inner = '', behind = ''] = match;
    const closing = QUOTED.exec(inner)?.[2] ?? '';
    const bare = inner.slice(0, inner.length - closing.length);
    const renamed = 'add' in change ? `${bare}${change.add}` : bare.slice(0, bare.length - change.drop.length);
    return `${before}${renamed}${closing}${behind}`;
  });
  return lines.with(section.begin, header).join('\n');
}

/** What must stand between a text and a section added at its end. */
export function gapBefore(text: string): string {
  if (text === '' || text.endsWith('\n\n')) return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
}

/** The text with a section added at its end. */
export function addSection(text: string, name: string, settings: readonly string[]): string {
  return `${text}${gapBefore(text)}[${name}]\n${settings.join('\n')}\n`;
}

const isSilent = (line: string): boolean => /^\s*([#;].*)?$/.test(line);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * A section's settings: each line `key = value`, itself without indent, with the lines that belong to it because they are indented
 * further. Comments and blanks are not.
 */
export function settingsOf(text: string, name: string): string[] {
  const lines = text.split('\n');
  const settings: string[] = [];
  let indent = 0;
  for (const { begin, end } of findSections(lines, name).slice(0, 1)) {
    for (const line of lines.slice(begin + 1, end)) {
      if (isSilent(line)) continue;
      if (indentOf(line) > indent && settings.length > 0) settings.push(`${settings.pop()}\n${line}`);
      else {
        indent = indentOf(line);
        settings.push(line.trimStart());
      }
    }
  }
  return settings;
}

/** The key of a setting. AWS's tools take a colon for an equals sign. */
export function keyOf(setting: string): string {
  return (setting.split(/[=:]/)[0] ?? '').trim().toLowerCase();
}

export type Removal = {
  readonly text: string;
  /** Settings in the section that are not ours: what later steps added. */
  readonly added: readonly string[];
};

/**
 * Removes those lines of a section that `isOurs` names. Without other settings in it the section goes too, its comments and
 * blanks stay where they are, and the `gap` put before it goes when nothing follows. With other settings, these go only when
 * `whole` says so, and are returned.
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
  const behind = lines.slice(section.end);
  const added = kept.filter((line) => !isSilent(line));
  if (added.length > 0 && !ours.whole) {
    return { text: `${before}${[lines[section.begin] ?? '', ...kept, ...behind].join('\n')}`, added };
  }
  const silent = kept.filter(isSilent);
  if (behind.length > 0 || silent.some((line) => line.trim() !== '')) {
    return { text: `${before}${[...silent, ...behind].join('\n')}`, added };
  }
  const cut = before.endsWith(ours.gap) ? before.slice(0, before.length - ours.gap.length) : before;
  return { text: cut, added };
}

/** The text with lines put at a section's end, before the blanks and comments that lead to the next one. */
export function appendTo(text: string, name: string, added: readonly string[]): string {
  const lines = text.split('\n');
  const [section] = findSections(lines, name);
  if (section === undefined || added.length === 0) return text;
  const lastSetting = lines.findLastIndex(
    (line, index) => index < section.end && index >= section.begin && !isSilent(line),
  );
  return [...lines.slice(0, lastSetting + 1), ...added, ...lines.slice(lastSetting + 1)].join('\n');
}
