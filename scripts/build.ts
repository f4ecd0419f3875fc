// Builds dist/: one bundle of shared chunks in dist/action, and a one-line entry per stage.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const STAGES = ['main', 'post'];

const run = (file: string, ...args: string[]) =>
  execFileSync(process.execPath, [file, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

for (const folder of ['build', 'dist']) rmSync(folder, { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
run(
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  'build/action.js',
  '-o',
  'dist/action',
  '-C',
  '--license',
  'licenses.txt',
);
for (const stage of STAGES) {
  mkdirSync(`dist/${stage}`, { recursive: true });
  writeFileSync(`dist/${stage}/index.js`, `import { stages } from '../action/index.js';\n\nawait stages.${stage}();\n`);
  writeFileSync(`dist/${stage}/package.json`, '{ "type": "module" }\n');
}
