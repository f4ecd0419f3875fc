// Builds dist/: one bundle of shared chunks in dist/action, and a one-line entry per stage (docs/decisions/0002).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { preparePackages, removePackages } from './build-packages.ts';
import { licenceProblems, type Stats } from './licences.ts';

const STAGES = ['main', 'post', 'sync', 'renew', 'revoke', 'sweep'];
const TSC = 'node_modules/typescript/bin/tsc';
const NCC = 'node_modules/@vercel/ncc/dist/ncc/cli.js';

const run = (file: string, ...args: string[]) => {
  execFileSync(process.execPath, [file, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
};

rmSync('build', { recursive: true, force: true });
run(TSC, '-p', 'tsconfig.build.json');
preparePackages();
run(
  NCC,
  'build',
  'build/action.js',
  '-o',
  'build/dist/action',
  '-C',
  '--license',
  'licenses.txt',
  '--stats-out',
  'build/stats.json',
);
for (const stage of STAGES) {
  mkdirSync(`build/dist/${stage}`, { recursive: true });
  writeFileSync(
    `build/dist/${stage}/index.js`,
    `import { stages } from '../action/index.js';\n\nawait stages.${stage}();\n`,
  );
  writeFileSync(`build/dist/${stage}/package.json`, '{ "type": "module" }\n');
}

const licenceOf = (folder: string) =>
  (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { license?: string }).license;
const stats = JSON.parse(readFileSync('build/stats.json', 'utf8')) as Stats;
const problems = licenceProblems(stats, readFileSync('build/dist/action/licenses.txt', 'utf8'), licenceOf);
removePackages();
if (problems.length > 0) throw new Error(`The bundle may not be published:\n${problems.join('\n')}`);

rmSync('dist', { recursive: true, force: true });
renameSync('build/dist', 'dist');
