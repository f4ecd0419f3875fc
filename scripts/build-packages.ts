// Changed copies of packages, for the build; see docs/decisions/0002.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Manifest = { main?: string; module?: string; exports?: Record<string, unknown>; sideEffects?: unknown };

/** The build looks here before it looks into the root's `node_modules`. */
const COPIES = 'build/node_modules';
/** Each package of these comes as CommonJS and as ES modules. */
const SCOPES = ['@aws-sdk', '@smithy'];
/** Folders that a build with ES modules does not read. */
const UNREAD = /[/\\](?:dist-cjs|dist-types)$/;

/**
 * ncc asks a manifest for `main` alone and so gets the AWS SDK as CommonJS, of which nothing can be left out. Here `main` and
 * `exports` lead to the ES modules.
 */
function asModules({ exports, ...manifest }: Manifest): Manifest {
  const entries = Object.entries(exports ?? {}).map(([path, target]) => [path, moduleOf(target)]);
  return {
    ...manifest,
    ...(manifest.module === undefined ? {} : { main: manifest.module }),
    ...(exports === undefined ? {} : { exports: Object.fromEntries(entries) }),
  };
}

function moduleOf(target: unknown): unknown {
  const conditions = Object(target) as { module?: unknown };
  return conditions.module ?? target;
}

/** No module of `@actions/core` does anything when it is imported; so its OIDC client, and undici with it, can be left out. */
function withoutSideEffects(manifest: Manifest): Manifest {
  return { ...manifest, sideEffects: false };
}

function copy(name: string, change: (manifest: Manifest) => Manifest): void {
  const [from, to] = [join('node_modules', name), join(COPIES, name)];
  cpSync(from, to, { recursive: true, filter: (path) => !UNREAD.test(path) });
  const file = join(to, 'package.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Manifest)));
}

/** Puts changed copies of some packages where the build finds them first. They are the same code, with less of it unused. */
export function preparePackages(): void {
  for (const scope of SCOPES) {
    for (const name of readdirSync(join('node_modules', scope))) copy(`${scope}/${name}`, asModules);
  }
  copy('@actions/core', withoutSideEffects);
}

/** Removes the copies. */
export function removePackages(): void {
  rmSync(COPIES, { recursive: true });
}
