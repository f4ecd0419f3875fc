// Lints all workflows: those of this repository, its examples, its actions, and those in the documentation. Pinned zizmor (offline)
// and actionlint, installed below node_modules/.cache on first use.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeBlocks, filesIn, ROOT, textOf } from '../test/support/workflow-steps.ts';
import { goTool } from './go-tool.ts';
import { pythonOf } from './python-venv.ts';
import { asWorkflow } from './workflow-blocks.ts';

const ACTIONLINT = { package: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12' } as const;
const LINT = { name: 'lint-venv', requirements: fileURLToPath(new URL('lint-requirements.txt', import.meta.url)) };
const YAML = /\.ya?ml$/;
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...filesIn('docs', /\.md$/)];
const ACTIONS = ['action.yml', ...['sync', 'renew', 'revoke', 'sweep'].map((folder) => `${folder}/action.yml`)];

/** Writes the documentation's workflows into a folder. @returns their paths, named for where they come from */
function writeBlocks(folder: string): string[] {
  return DOCUMENTS.flatMap((document) =>
    codeBlocks(textOf(document), 'ya?ml').flatMap((code, index) => {
      const workflow = asWorkflow(code);
      if (workflow === undefined) return [];
      const file = join(folder, `${document.replaceAll('/', '-')}-block-${index + 1}.yml`);
      writeFileSync(file, workflow);
      return [file];
    }),
  );
}

/** Runs a linter in the repository's root with its output shown. @returns whether it found nothing */
function passes(command: readonly string[], path: string): boolean {
  const [program = '', ...args] = command;
  const env = { ...process.env, PATH: `${path}${delimiter}${process.env.PATH}` };
  const { status, error } = spawnSync(program, args, { cwd: ROOT, env, stdio: 'inherit' });
  if (error !== undefined) throw error;
  return status === 0;
}

async function lint(folder: string): Promise<boolean> {
  const bin = dirname(await pythonOf(LINT));
  const actionlint = [await goTool(ACTIONLINT), '-no-color', '-config-file', '.github/actionlint.yaml', '-pyflakes='];
  const zizmor = [join(bin, 'zizmor'), '--offline', '--no-progress', '--color=never', '--quiet', '--config'];
  const blocks = writeBlocks(folder);
  const examples = filesIn('examples', YAML);
  const workflows = filesIn('.github/workflows', YAML);
  const results = [
    passes([...actionlint, ...workflows, ...examples, ...blocks], bin),
    passes([...zizmor, '.github/zizmor.yml', '.github', ...ACTIONS, ...examples], bin),
    passes([...zizmor, 'scripts/zizmor-documentation.yml', ...blocks], bin),
  ];
  const counts = `${workflows.length} workflows, ${examples.length} examples, ${ACTIONS.length} actions, ${blocks.length} in the documentation`;
  console.log(`${counts}: ${results.includes(false) ? 'findings, see above' : 'no findings'}.`);
  return !results.includes(false);
}

const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
try {
  if (!(await lint(folder))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
