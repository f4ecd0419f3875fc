import { globMatcher, isGlob } from './globs.ts';
import { inCase, type KeyCase } from './key-case.ts';
import type { Source } from './source.ts';

/** A line of `map`: where one key goes instead of the secret that `name` gives. */
export type Mapping = {
  readonly key: string;
  /** Template of the secret's name. */
  readonly name: string;
  /** The key inside a JSON secret, taken literally; `undefined`: the value alone is the secret. */
  readonly jsonKey: string | undefined;
};

/** Which keys are selected, and how they are renamed. */
export type Selection = {
  /** Globs; empty: all keys. Case does not count, as in GitHub's names of secrets. */
  readonly include: readonly string[];
  /** Globs; they win over `include`. */
  readonly exclude: readonly string[];
  readonly stripPrefix: string;
  readonly keyCase: KeyCase;
  readonly map: readonly Mapping[];
};

/** A selected key with its new name, or with its line of `map`. */
export type SelectedKey = {
  /** GitHub's name. */
  readonly key: string;
  readonly value: string;
  readonly renamed: string;
  readonly mapping: Mapping | undefined;
};

/** Keys in `secrets` that are not the application's secrets: excluded unless mapped. */
const EXCLUDED_UNLESS_MAPPED = [
  'github_token',
  'actions_step_debug',
  'actions_runner_debug',
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
];

/** Selects and renames keys. Problems and notices are sentences for the user, with names of keys only. */
export function select(
  source: Source,
  selection: Selection,
): { selected: SelectedKey[]; problems: string[]; notices: string[] } {
  const { selected: unmapped, unused } = unmappedKeys(source, selection);
  const problems: string[] = [];
  const mapped = selection.map.flatMap((mapping) => {
    const value = source.get(mapping.key);
    if (value === undefined) problems.push(`names \`${mapping.key}\`, which the source does not have`);
    else if (isExcluded(mapping.key, selection)) problems.push(`names \`${mapping.key}\`, which is also excluded`);
    else return [{ key: mapping.key, value, renamed: renamed(mapping.key, selection), mapping }];
    return [];
  });
  const unmatched = selection.exclude.filter(
    (glob) => ![...source.keys()].some(globMatcher(glob, { ignoreCase: true })),
  );
  const notices = [
    ...unused.map((glob) => `\`${glob}\` in \`include\` matches no key of the source.`),
    ...unmatched.map((glob) => `\`${glob}\` in \`exclude\` matches no key of the source.`),
  ];
  return { selected: [...unmapped, ...mapped], problems, notices };
}

function unmappedKeys(source: Source, selection: Selection): { selected: SelectedKey[]; unused: string[] } {
  const isMapped = new Set(selection.map.map(({ key }) => key));
  const included = selection.include.map((glob) => ({ glob, matches: globMatcher(glob, { ignoreCase: true }) }));
  const used = new Set<string>();
  const selected: SelectedKey[] = [];
  for (const [key, value] of source) {
    const matching = included.filter(({ matches }) => matches(key));
    for (const { glob } of matching) used.add(glob);
    const isIncluded = included.length === 0 || matching.length > 0;
    if (!isIncluded || isMapped.has(key) || isExcluded(key, selection)) continue;
    if (EXCLUDED_UNLESS_MAPPED.includes(key.toLowerCase())) continue;
    selected.push({ key, value, renamed: renamed(key, selection), mapping: undefined });
  }
  return { selected, unused: selection.include.filter((glob) => !used.has(glob)) };
}

function isExcluded(key: string, { exclude }: Selection): boolean {
  return exclude.some((glob) => globMatcher(glob, { ignoreCase: true })(key));
}

function renamed(key: string, { stripPrefix, keyCase }: Selection): string {
  const bare = key.startsWith(stripPrefix) ? key.slice(stripPrefix.length) : key;
  return inCase(bare, keyCase);
}

/** Any other text may be a secret in the wrong input, and is not printed. */
const NAME_OR_GLOB = /^[\w*?!()|[\]{},.+@^-]+$/;

/** Variables of the runner and of AWS, which globs do not match. */
const RESERVED_VARIABLE = /^(INPUT|STATE|ACTIONS|GITHUB|RUNNER|AWS)_/;

/**
 * Variables of the environment as a source: by name (the variable must exist) and by glob (which may match nothing, and never matches
 * variables of the runner or of AWS). Case counts.
 */
export function sourceFromEnvironment(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { source: Source; problems: string[]; notices: string[] } {
  const source = new Map<string, string>();
  const problems: string[] = [];
  const notices: string[] = [];
  for (const [index, name] of names.entries()) {
    if (!NAME_OR_GLOB.test(name)) {
      problems.push(`: item ${index + 1} is neither a variable’s name nor a glob`);
      continue;
    }
    const matches = isGlob(name) ? globMatcher(name, { ignoreCase: false }) : undefined;
    const actual =
      matches === undefined
        ? [name].filter((each) => Object.hasOwn(env, each) && env[each] !== undefined)
        : Object.keys(env).filter((each) => matches(each) && !RESERVED_VARIABLE.test(each) && env[each] !== undefined);
    if (actual.length === 0 && matches === undefined)
      problems.push(`names ${name}, which the environment does not have`);
    if (actual.length === 0 && matches !== undefined) notices.push(`\`${name}\` in \`from-env\` matches no variable.`);
    for (const each of actual) source.set(each, env[each] ?? '');
  }
  return { source, problems, notices };
}
