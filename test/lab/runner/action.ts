import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** What the runner takes from an action.yml. `main` and `post` are absolute paths. */
export type ActionDefinition = {
  readonly inputs: Record<string, { default?: unknown; deprecationMessage?: string }>;
  readonly main: string;
  readonly post: string | undefined;
};

/** The values behind `${{ github.x }}` and `${{ runner.x }}` in defaults. */
export type Contexts = Record<string, string>;

/** Reads an action's definition; only JavaScript actions whose post always runs (actions/runner, `ActionManifestManager.cs`). */
export function loadAction(actionPath: string): ActionDefinition {
  const text = readFileSync(join(actionPath, 'action.yml'), 'utf8');
  const { inputs, runs } = parse(text) as { inputs?: ActionDefinition['inputs']; runs: Record<string, string> };
  if (!runs.using?.startsWith('node')) throw new Error(`This runner cannot run “using: ${runs.using}”.`);
  if (runs.pre !== undefined) throw new Error('This runner knows no pre; the real one skips it for local actions.');
  if ((runs['post-if'] ?? 'always()') !== 'always()')
    throw new Error(`This runner cannot evaluate “post-if: ${runs['post-if']}”.`);
  const absolute = (file: string) => resolve(actionPath, file);
  return {
    inputs: inputs ?? {},
    main: absolute(runs.main ?? ''),
    post: runs.post === undefined ? undefined : absolute(runs.post),
  };
}

/** Fills in the expressions that may stand in a default: plain properties of `github` and `runner`, unknown ones empty. */
function evaluate(template: string, contexts: Contexts): string {
  return template.replace(/\$\{\{\s*(.+?)\s*\}\}/g, (whole, expression: string) => {
    if (!/^(github|runner)\.\w+$/.test(expression))
      throw new Error(`This runner cannot evaluate the default ${whole}.`);
    return contexts[expression] ?? '';
  });
}

/** `INPUT_…` of every input, given or not, as `Handler.AddInputsToEnvironment` makes them: spaces to `_`, dashes stay. */
export function inputEnvironment(
  definition: ActionDefinition,
  given: Record<string, string>,
  contexts: Contexts,
): Record<string, string> {
  const environment: Record<string, string> = {};
  const set = (name: string, value: string) => {
    environment[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] = value;
  };
  for (const [name, input] of Object.entries(definition.inputs))
    set(name, evaluate(String(input?.default ?? ''), contexts));
  for (const [name, value] of Object.entries(given)) set(name, value);
  return environment;
}

/** The runner's warnings about the given inputs (`ActionRunner.RunAsync`): unknown and deprecated ones. */
export function inputWarnings(definition: ActionDefinition, given: Record<string, string>): string[] {
  const known = new Map(Object.entries(definition.inputs).map(([name, input]) => [name.toLowerCase(), input]));
  const names = Object.keys(given);
  const warnings = names.flatMap((name) => {
    const message = known.get(name.toLowerCase())?.deprecationMessage;
    return message === undefined ? [] : [`Input '${name}' has been deprecated with message: ${message}`];
  });
  const unknown = names.filter((name) => !known.has(name.toLowerCase()));
  if (unknown.length === 0) return warnings;
  const valid = Object.keys(definition.inputs).map((name) => `'${name}'`);
  return [
    ...warnings,
    `Unexpected input(s) ${unknown.map((name) => `'${name}'`).join(', ')}, valid inputs are [${valid.join(', ')}]`,
  ];
}
