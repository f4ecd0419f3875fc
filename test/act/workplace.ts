// A repository, a home and a copy of the action, in which `act` runs workflows on this machine against the laboratory.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { awsCli } from '../clients/programs.ts';
import type { Lab } from '../lab/lab.ts';
import { ROOT } from '../support/workflow-steps.ts';
import { type ActStage, printedIn, stagesIn } from './log.ts';
import { actProgram } from './program.ts';

type Texts = Record<string, string>;

/** What is run: the files of the repository (workflows among them), and what starts them. */
export type Work = {
  files: Texts;
  /** Default `push`. */
  event?: string;
  payload?: object;
  secrets?: Texts;
  /** Variables that every step sees, over those that lead to the laboratory. */
  env?: Texts;
  /** When it resolves, `act` is interrupted as by Ctrl-C. */
  interrupted?: Promise<unknown>;
};

/** The result of a run. */
export type ActRun = {
  code: number | null;
  /** Both streams, in the order of their output. */
  log: string;
  stages: ActStage[];
  printed: string[];
};

export type Workplace = {
  /** A folder, `$KEEP` of every step, for what must not pass through the log; each run finds it empty. */
  readonly keep: string;
  /** The home directory of the steps. */
  readonly home: string;
  run(work: Work): Promise<ActRun>;
  /** The files of the action itself, for a repository that has it in its root. */
  action(): Texts;
  /** What a step has put into a file of `keep`, without the white space around it. */
  kept(name: string): string;
  remove(): void;
};

const ACTIONS = ['action.yml', 'sync', 'renew', 'revoke', 'sweep', 'dist'];
/** What the published action is called in the examples. */
const PUBLISHED = 'OWNER/aws-ephemeral-credentials@v1';
const LABELS = ['ubuntu-latest', 'self-hosted', 'eks'];

function git(cwd: string, ...args: string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const { status, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}

/** Creates a repository that looks to a workflow like a new clone of the laboratory's. */
function createRepository(folder: string, files: Texts): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'remote', 'add', 'origin', 'https://github.com/octo-org/shop.git');
  git(folder, 'add', '.');
  const author = ['-c', 'user.name=mona', '-c', 'user.email=mona@example.com'];
  git(folder, ...author, 'commit', '--quiet', '--message', 'All there is');
}

/** The text files at or below a path, by their paths from the folder. */
function textsBelow(folder: string, path: string): [string, string][] {
  if (statSync(join(folder, path)).isFile()) return [[path, readFileSync(join(folder, path), 'utf8')]];
  return readdirSync(join(folder, path)).flatMap((name) => textsBelow(folder, join(path, name)));
}

/** A folder for the PATH: the AWS CLI where this machine has none. */
async function createPrograms(folder: string): Promise<void> {
  mkdirSync(folder);
  const command = await awsCli();
  if (command.length === 1) return;
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nexec ${command.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  chmodSync(join(folder, 'aws'), 0o755);
}

/**
 * Variables that point to the laboratory. GitHub's runner sets the token's variables and the repository's number; `act` does not, and is given
 * both, as its users must.
 */
function leads(lab: Lab): Texts {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: lab.oidc.requestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: lab.oidc.requestToken,
    GITHUB_REPOSITORY_ID: '714613905',
    AWS_ENDPOINT_URL: lab.wire.url,
    AWS_ENDPOINT_URL_S3: lab.moto.url,
  };
}

/** The command line of act: no Docker, no downloads. Secrets are passed in the environment. */
function argumentsOf({ event = 'push', secrets = {} }: Work, env: Texts, paths: Record<'action' | 'event', string>) {
  return [
    ...[event, '--eventpath', paths.event, '--no-cache-server', '--action-offline-mode', '--pull=false'],
    ...LABELS.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...['--local-repository', `${PUBLISHED}=${paths.action}`],
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...Object.keys(secrets).flatMap((name) => ['--secret', name]),
  ];
}

/** How a command is run: where, with what, and when it gets SIGINT if ever. */
type Setting = { cwd: string; env: Texts; interrupted?: Promise<unknown> | undefined };

/** Runs a command to its end. @returns its exit code, and what it printed on both streams */
async function finished(command: readonly string[], setting: Setting): Promise<{ code: number | null; log: string }> {
  const [program = '', ...args] = command;
  const { interrupted, ...options } = setting;
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  void interrupted?.then(() => child.kill('SIGINT'));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, log };
}

/** Makes a place to work. `act` itself is built on first use, which takes some minutes. */
export async function createWorkplace(lab: Lab): Promise<Workplace> {
  const act = await actProgram();
  const root = mkdtempSync(join(tmpdir(), 'act-'));
  const at = (name: string) => join(root, name);
  for (const name of ACTIONS) cpSync(join(ROOT, name), join(at('action'), name), { recursive: true });
  await createPrograms(at('bin'));
  for (const name of ['home', 'keep']) mkdirSync(at(name));
  const path = [dirname(process.execPath), at('bin'), process.env.PATH].join(delimiter);
  const own = { HOME: at('home'), XDG_CACHE_HOME: join(at('home'), 'cache'), PATH: path, LANG: 'C.UTF-8' };
  return {
    keep: at('keep'),
    home: at('home'),
    kept: (name) => readFileSync(join(at('keep'), name), 'utf8').trim(),
    action: () => Object.fromEntries(ACTIONS.flatMap((name) => textsBelow(at('action'), name))),
    run: async (work) => {
      for (const name of readdirSync(at('keep'))) rmSync(join(at('keep'), name));
      createRepository(at('shop'), work.files);
      writeFileSync(at('event.json'), JSON.stringify(work.payload ?? {}));
      const env = { ...leads(lab), KEEP: at('keep'), ...work.env };
      const args = argumentsOf(work, env, { action: at('action'), event: at('event.json') });
      const { code, log } = await finished([act, ...args], {
        cwd: at('shop'),
        env: { ...own, ...work.secrets },
        interrupted: work.interrupted,
      });
      return { code, log, stages: stagesIn(log), printed: printedIn(log) };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
