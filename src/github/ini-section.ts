/**
 * Sections of AWS's shared files as text. Only the lines of one section are ever touched, so comments, order, other profiles and
 * indented settings stay byte for byte what they were; no INI library keeps those (docs/decisions/0011).
 */
export type Section = {
  /** The name between the brackets, blanks folded. */
  readonly name: string;
  /** Index of the header line and of the line behind the section's last. */
  readonly begin: number;
  readonly end: number;
};

const HEADER = /^\s*\[\s*([^\]]*?)\s*\]/;

/** The first section of this name; AWS's tools merge sections of one name, and so callers look again after each change. */
export function findSection(lines: readonly string[], name: string): Section | undefined {
  const begin = lines.findIndex((line) => HEADER.exec(line)?.[1]?.replace(/\s+/g, ' ') === name);
  if (begin < 0) return undefined;
  const next = lines.findIndex((line, index) => index > begin && HEADER.test(line));
  return { name, begin, end: next < 0 ? lines.length : next };
}

/** The text with a section's header renamed; all else stays. */
export function renameSection(text: string, name: string, newName: string): string {
  const lines = text.split('\n');
  const section = findSection(lines, name);
  if (section === undefined) return text;
  return lines.with(section.begin, (lines[section.begin] ?? '').replace(/\[[^\]]*\]/, `[${newName}]`)).join('\n');
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

/** A section's settings: each line `key = value` with the indented lines that belong to it. Comments and blanks are not. */
export function settingsOf(text: string, name: string): string[] {
  const lines = text.split('\n');
  const section = findSection(lines, name);
  const settings: string[] = [];
  for (const line of section === undefined ? [] : lines.slice(section.begin + 1, section.end)) {
    if (/^\s*([#;].*)?$/.test(line)) continue;
    if (/^\s/.test(line) && settings.length > 0) settings.push(`${settings.pop()}\n${line}`);
    else settings.push(line);
  }
  return settings;
}

/** The key of a setting. */
export function keyOf(setting: string): string {
  return (setting.split('=')[0] ?? '').trim().toLowerCase();
}

/**
 * The text without those lines of a section that `isOurs` names; without the section when nothing else is in it, and without
 * the `gap` that was put before it when nothing follows.
 */
export function removeLines(
  text: string,
  name: string,
  ours: { isOurs: (line: string) => boolean; gap: string },
): string {
  const lines = text.split('\n');
  const section = findSection(lines, name);
  if (section === undefined) return text;
  const kept = lines.slice(section.begin + 1, section.end).filter((line) => !ours.isOurs(line));
  const before = lines
    .slice(0, section.begin)
    .map((line) => `${line}\n`)
    .join('');
  const behind = lines.slice(section.end);
  if (kept.some((line) => line.trim() !== '')) {
    return `${before}${[lines[section.begin] ?? '', ...kept, ...behind].join('\n')}`;
  }
  if (behind.length > 0) return `${before}${behind.join('\n')}`;
  return before.endsWith(ours.gap) ? before.slice(0, before.length - ours.gap.length) : before;
}
