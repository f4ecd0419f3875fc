// Checks that every package in the bundle has a permissive licence, and is in its list of licences.

/** Licences that require only their notice: SPDX identifiers. */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** What of webpack's statistics is read: modules, and those merged into one. */
export type Stats = { modules?: readonly Module[] };
type Module = { nameForCondition?: string | null; orphan?: boolean; modules?: readonly Module[] };

function filesOf({ modules = [] }: Stats): string[] {
  return modules.flatMap((module) => [module.nameForCondition ?? '', ...filesOf(module)]);
}

/** The modules in the bundle, without those that were left out since nothing uses them. Merged modules stay one. */
function bundled({ modules = [] }: Stats): Stats {
  return { modules: modules.filter(({ orphan }) => orphan !== true) };
}

/** The packages that a bundle has modules of, by the folder each lies in. */
export function packagesIn(stats: Stats): ReadonlyMap<string, string> {
  const found = filesOf(bundled(stats)).flatMap((file) => {
    const [folder, name] = /^.*[\\/]node_modules[\\/]((?:@[\w.-]+[\\/])?[\w.-]+)(?=[\\/])/.exec(file) ?? [];
    return folder === undefined || name === undefined ? [] : [[folder, name.replaceAll('\\', '/')] as const];
  });
  return new Map(found);
}

/**
 * The packages that a list as ncc writes it names, with their licences; only those that `isPackage` knows, since texts look alike.
 * The text follows where the package ships one: some ship none and name their licence in package.json alone.
 */
export function listedIn(list: string, isPackage: (name: string) => boolean): ReadonlyMap<string, string> {
  const entries = list.matchAll(/(?<=^|\n\n)(\S+)\n(\S+)\n/g);
  return new Map([...entries].flatMap(([, name = '', licence = '']) => (isPackage(name) ? [[name, licence]] : [])));
}

/** The problems of a bundle: packages that its list lacks, or whose licence is not permissive. `licenceOf` reads a package's package.json. */
export function licenceProblems(
  stats: Stats,
  list: string,
  licenceOf: (folder: string) => string | undefined,
): readonly string[] {
  const packages = packagesIn(stats);
  const names = new Set(packages.values());
  const listed = listedIn(list, (name) => names.has(name));
  return [...packages].flatMap(([folder, name]) => {
    const licence = licenceOf(folder) ?? 'none';
    return [
      ...(PERMISSIVE.has(licence) ? [] : [`${name}: its licence is ${licence}`]),
      ...(listed.get(name) === licence ? [] : [`${name}: not in the list with its licence`]),
    ];
  });
}
