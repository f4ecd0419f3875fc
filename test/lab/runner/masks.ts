/** The value in one of the encodings that the runner hides too: base64 from an offset of `shift` bytes (`HostContext.cs`). */
function base64From(value: string, shift: number): string {
  const bytes = Buffer.from(value).subarray(shift);
  return bytes.length < 3 ? '' : bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
}

/** A masked value and the forms of it that the runner hides as well: base64 at three offsets, URI, JSON and XML escapes. */
export function maskedForms(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const xml = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const forms = [
    value,
    encodeURIComponent(value),
    json,
    xml,
    base64From(value, 0),
    base64From(value, 1),
    base64From(value, 2),
  ];
  return [...new Set(forms)].filter((form) => form.trim() !== '');
}

/** What `add-mask` makes of its value: itself and each of its lines (`AddMaskCommandExtension`); nothing when it is blank. */
export function masksFrom(value: string): string[] {
  if (value.trim() === '') return [];
  return [value, ...value.split(/[\r\n]+/).filter((line) => line !== '')];
}

const knownForms = new Map<string, string[]>();

/** A job may have a thousand masks and print a thousand lines: the forms of each are made once. */
function formsOf(mask: string): string[] {
  const forms = knownForms.get(mask) ?? maskedForms(mask);
  knownForms.set(mask, forms);
  return forms;
}

/** Replaces all masked values by `***`, the longest first. */
export function hide(text: string, masks: ReadonlySet<string>): string {
  const present = [...masks].flatMap(formsOf).filter((form) => form.length <= text.length && text.includes(form));
  return present.sort((a, b) => b.length - a.length).reduce((hidden, form) => hidden.replaceAll(form, '***'), text);
}
