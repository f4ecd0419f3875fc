// Workflows in the documentation's YAML, made whole so that linters of workflows can read them.
import { parse } from 'yaml';

type Mapping = Record<string, unknown>;

/** The parts of a workflow that a block may leave out. */
const REST = { on: 'on: push\n', permissions: 'permissions: {}\n' };

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isStep = (value: unknown) => isMapping(value) && ('uses' in value || 'run' in value);
const isJob = (value: unknown): value is Mapping => isMapping(value) && ('steps' in value || 'uses' in value);
const areJobs = (value: unknown): value is Mapping =>
  isMapping(value) && Object.keys(value).length > 0 && Object.values(value).every(isJob);

function indented(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}

/** The block as jobs, its text unchanged but for indentation: comments count, linters read them. */
function jobsOf(text: string, block: unknown): string | undefined {
  const runner = isMapping(block) && 'runs-on' in block ? '' : 'runs-on: ubuntu-latest\n';
  const job = (body: string) => `jobs:\n  job:\n${indented(runner + body, 4)}`;
  if (Array.isArray(block)) return block.every(isStep) ? job(`steps:\n${indented(text, 2)}`) : undefined;
  if (isMapping(block) && Array.isArray(block.steps)) return job(text);
  return areJobs(block) ? `jobs:\n${indented(text, 2)}` : undefined;
}

/** The whole workflow that a block of YAML is a part of; `undefined` when it is not part of a workflow, such as a single `if:` or a job without steps. */
export function asWorkflow(text: string): string | undefined {
  const block = parse(text) as unknown;
  if (!isMapping(block) || !('jobs' in block)) {
    const jobs = jobsOf(text, block);
    return jobs === undefined ? undefined : `${REST.on}${REST.permissions}${jobs}`;
  }
  if (!areJobs(block.jobs)) return undefined;
  const missing = Object.entries(REST).filter(([key]) => !Object.hasOwn(block, key));
  return `${missing.map(([, line]) => line).join('')}${text}`;
}
