// The workflows that the tests of `act` run, as text.
import { stringify } from 'yaml';

export type Step = Record<string, unknown> & { name: string };

/** An expression of a workflow. */
export function expression(text: string): string {
  return `\${{ ${text} }}`;
}

/** A step that issues a lease, `lease` by name and by id unless these say otherwise. */
export function lease(inputs: Record<string, string> = {}, step: Record<string, unknown> = {}): Step {
  return {
    name: 'lease',
    id: 'lease',
    uses: 'OWNER/aws-ephemeral-credentials@v1',
    with: {
      'aws-region': 'eu-central-1',
      'role-to-assume': 'arn:aws:iam::123456789012:role/github-lease-manager',
      'policy-arns': 'arn:aws:iam::123456789012:policy/app-read',
      'permissions-boundary-arn': 'arn:aws:iam::123456789012:policy/lease-boundary',
      ...inputs,
    },
    ...step,
  };
}

/** A step that prints who the job is. */
export const WHO: Step = { name: 'who', run: 'aws sts get-caller-identity --query Arn --output text' };

/** A step that keeps the job's key for the test, past the log. */
export const KEEP_KEY: Step = { name: 'keep', run: `printenv AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY >"$KEEP/key"` };

/** A workflow of one job. */
export function workflow(steps: readonly Step[], on = 'push'): string {
  return stringify({ on, jobs: { job: { 'runs-on': 'ubuntu-latest', steps } } });
}

/** Where `act` looks for the workflow of a test. */
export const FILE = '.github/workflows/test.yml';

/** The action.yml of a composite action. `inputs`: names, each required. */
export function composite(steps: readonly Step[], inputs: readonly string[] = []): string {
  const definitions = inputs.map((name) => [name, { description: name, required: true }] as const);
  const shelled = steps.map((step) => ('run' in step ? { ...step, shell: 'bash' } : step));
  return stringify({
    name: 'composite',
    description: 'Of a test',
    inputs: Object.fromEntries(definitions),
    runs: { using: 'composite', steps: shelled },
  });
}

/** The files of a local action whose post prints, with its label, which lease and which key the environment holds then. */
export function probe(label: string): Record<string, string> {
  const print = `console.log('${label}: [' + (process.env.AWS_EPHEMERAL_LEASE_ID ?? '') + '] [' + (process.env.AWS_ACCESS_KEY_ID ? 'a key' : '') + ']')`;
  const runs = { using: 'node24', main: 'main.cjs', post: 'post.cjs' };
  return {
    [`${label}/action.yml`]: stringify({ name: label, description: 'Of a test', runs }),
    [`${label}/main.cjs`]: '',
    [`${label}/post.cjs`]: print,
  };
}
