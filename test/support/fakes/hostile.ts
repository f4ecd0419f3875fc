import fc from 'fast-check';

/** The seed of the examples. When a property fails, fast-check prints it, and the path to the smallest failing example. */
export const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);

/** `FUZZ_RUNS=50` tries fifty times as many examples. */
export const TIMES = Number(process.env.FUZZ_RUNS ?? 1);

/** The number of examples, with a fixed seed. */
export function examples(numRuns = 300) {
  return { seed: SEED, numRuns: numRuns * TIMES };
}

/** Texts that have broken parsers: of the runner's commands, of JSON, of INI files, of templates, of JavaScript itself. */
const PIECES = [
  ...[
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\t',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\0',
    '\u001b',
    '%0A',
    '%0D',
    '%25',
    '%',
    '::',
    '##[',
  ],
  ...[
    '::add-mask::x',
    '::set-env name=A::b',
    '##[set-env name=A]b',
    '::stop-commands::x',
    'ghadelimiter_',
    'EOF',
    '<<',
    'A<<EOF',
  ],
  ...[
    '{{',
    '}}',
    '{{random 8}}',
    '{{key}}',
    '{{repo}}',
    '"',
    "'",
    '`',
    `$${'{{'} github.token }}`,
    '$(id)',
    '$&',
    '\\',
    '/',
    '..',
    '//',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '-0',
    '1e999',
    '9'.repeat(30),
    '=',
    '==',
    ',',
    ';',
    '#',
    '---',
    '--',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '{"a":1}',
    '*',
    '**',
    '?',
    '!(a)',
    '+(a)',
    '@',
    ':',
    'aws:',
    'lease:',
    'sync:',
    'arn:aws:iam::',
    '123456789012',
  ],
  ...['é', 'ß', 'İ', 'ﬁ', '😀', 'e\u0301', 'true', 'false', 'a', 'B', '0', '-', '_', '.', '+'],
];

/** Any text, unpaired surrogates included; texts that break parsers are frequent. */
export function anyText(maxLength = 12): fc.Arbitrary<string> {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 3, arbitrary: fc.string({ maxLength: 6 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    { weight: 1, arbitrary: unit },
  );
  return fc.array(piece, { maxLength }).map((pieces) => pieces.join(''));
}

/** Text that an environment variable can hold: valid Unicode without U+0000. */
export function variableText(maxLength = 12): fc.Arbitrary<string> {
  return anyText(maxLength).map((text) => text.toWellFormed().replaceAll('\0', ''));
}

/** One visible character of any language, but no backslash. */
const unit = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((text) => text !== '\\');

/**
 * Keys of JSON objects, without backslashes: V8 13.6 (Node.js 24) takes `"x\n"` for `"x\\"` once it has parsed an object that had that key in the
 * same place, in any caller of `JSON.parse` (nodejs/node#63785).
 */
export function anyKey(maxLength = 2): fc.Arbitrary<string> {
  return anyText(maxLength).map((text) => text.replaceAll('\\', ''));
}

/** A value of JSON, its keys as those of `anyKey`. */
export function anyJson(maxDepth: number): fc.Arbitrary<fc.JsonValue> {
  return fc.jsonValue({ maxDepth, stringUnit: unit });
}
