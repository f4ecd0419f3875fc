import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A step of a workflow as its YAML has it. */
export type WorkflowStep = {
  id?: string;
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
  env?: Record<string, unknown>;
};

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the repository. */
export function textOf(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8');
}

/** The files below a folder of the repository with one of these endings, as paths from the root. */
export function filesIn(folder: string, ending: RegExp): string[] {
  const entries = readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && ending.test(entry.name));
  return files.map(({ parentPath, name }) => `${parentPath}/${name}`.slice(ROOT.length)).sort();
}

/** Code blocks of one language in a Markdown text, without the indentation of the list they may stand in. */
export function codeBlocks(markdown: string, language: string): string[] {
  const fence = '`'.repeat(3);
  const blocks = markdown.matchAll(new RegExp(`^( *)${fence}${language}\\n(.*?)^\\1${fence}$`, 'gms'));
  return [...blocks].map(([, indent = '', code = '']) => code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

/** All steps in a YAML document: a workflow, a job, or a list of steps. */
export function stepsIn(document: unknown): WorkflowStep[] {
  if (typeof document !== 'object' || document === null) return [];
  if ('uses' in document || 'run' in document) return [document as WorkflowStep];
  return Object.values(document).flatMap(stepsIn);
}

/** The folder of this repository whose action a step uses, such as `.` or `./sync`; `undefined` when it uses none of ours. */
export function actionUsedBy(step: WorkflowStep): string | undefined {
  const [, folder] = /^OWNER\/aws-ephemeral-credentials((?:\/[\w-]+)*)@/.exec(step.uses ?? '') ?? [];
  return folder === undefined ? undefined : `.${folder}`;
}

/** Whether a step uses an action of this repository. */
export function usesThisAction(step: WorkflowStep): boolean {
  return actionUsedBy(step) !== undefined;
}

/** The inputs that a step gives an action of ours and that the action does not have. */
export function unknownInputs(step: WorkflowStep): string[] {
  const { inputs } = yaml(textOf(`${actionUsedBy(step)}/action.yml`)) as { inputs: Record<string, unknown> };
  return Object.keys(step.with ?? {}).filter((name) => !Object.hasOwn(inputs, name));
}

/** A YAML text as data. */
export function yaml(text: string): unknown {
  return parse(text) as unknown;
}
