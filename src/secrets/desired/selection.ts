import { globMatcher, isGlob } from './globs.ts';
import { inCase, type KeyCase } from './key-case.ts';
import type { Source } from './source.ts';

/** A line of `map`: where one key goes, in place of where `name` would put it. */
export type Mapping = {
  readonly key: string;
  /** Template of the secret's name. */
  readonly name: string;
  /** The key inside a JSON secret, taken as it stands; `undefined`: the secret holds the value alone. */
  readonly jsonKey: string | undefined;
};

/** Which keys are taken, and as what. */
export type Selection = {
  /** Globs; empty = all. Case does not count, as in GitHub's names of secrets. */
  readonly include: readonly string[];
  /** Globs; stronger than `include`. */
  readonly exclude: readonly string[];
  readonly stripPrefix: string;
  readonly keyCase: KeyCase;
  readonly map: readonly Mapping[];
};

/** A key that is taken: under its own new name, or to where a line of `map` says. */
export type SelectedKey = {
  /** GitHub's name. */
  readonly key: string;
  readonly value: string;
  readonly renamed: string;
  readonly mapping: Mapping | undefined;
};

/** Names that stand in `secrets` without being secrets of the application: left out unless mapped. */
const NEVER_UNLESS_MAPPED = [
  'github_token',
  'actions_step_debug',
  'actions_runner_debug',
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
];

/** Takes and renames keys. Problems are sentences for the user that name keys only; so are notices. */
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
  const idle = selection.exclude.filter((glob) => ![...source.keys()].some(globMatcher(glob, { ignoreCase: true })));
  const notices = [
    ...unused.map((glob) => `\`${glob}\` in \`include\` matches no key of the source.`),
    ...idle.map((glob) => `\`${glob}\` in \`exclude\` matches no key of the source.`),
  ];
  return { selected: [...unmapped, ...mapped], problems, notices };
}

function unmappedKeys(source: Source, selection: Selection): { selected: SelectedKey[]; unused: string[] } {
  const isMapped = new Set(selection.map.map(({ key }) => key));
  const included = selection.include.map((glob) => ({ glob, matches: globMatcher(glob, { ignoreCase: true }) }));
  const used = new Set<string>();
  const selected: SelectedKey[] = [];
  for (const [key, value] of source) {
    const by = included.filter(({ matches }) => matches(key));
    for (const { glob } of by) used.add(glob);
    const desired = included.length === 0 || by.length > 0;
    if (!desired || isMapped.has(key) || isExcluded(key, selection)) continue;
    if (NEVER_UNLESS_MAPPED.includes(key.toLowerCase())) continue;
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

/** Anything else is more likely a secret in the wrong place than a name, and is not repeated. */
const NAME_OR_GLOB = /^[\w*?!()|[\]{},.+@^-]+$/;

/** Variables of the runner's own, which a glob over the environment does not mean. */
const RUNNERS_OWN = /^(INPUT|STATE|ACTIONS|GITHUB|RUNNER|AWS)_/;

/**
 * Variables of the environment as a source, by names (which must be there) and by globs (which may match nothing, and never
 * match the runner's own variables or AWS's). Case counts, as it does in the environment.
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
      problems.push(`has as item ${index + 1} what is no variable’s name, and no glob of one`);
      continue;
    }
    const matches = isGlob(name) ? globMatcher(name, { ignoreCase: false }) : undefined;
    const actual =
      matches === undefined
        ? [name].filter((each) => Object.hasOwn(env, each) && env[each] !== undefined)
        : Object.keys(env).filter((each) => matches(each) && !RUNNERS_OWN.test(each) && env[each] !== undefined);
    if (actual.length === 0 && matches === undefined)
      problems.push(`names ${name}, which the environment does not have`);
    if (actual.length === 0 && matches !== undefined) notices.push(`\`${name}\` in \`from-env\` matches no variable.`);
    for (const each of actual) source.set(each, env[each] ?? '');
  }
  return { source, problems, notices };
}
