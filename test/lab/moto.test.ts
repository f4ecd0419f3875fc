import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, jest, test } from '@jest/globals';
import { LAB_START_MS } from '../support/time-limits.ts';
import type { Moto } from './moto.ts';
import { startMoto } from './moto.ts';

jest.setTimeout(LAB_START_MS);

const MODULE = join(dirname(fileURLToPath(import.meta.url)), 'moto.ts');
const started: Moto[] = [];
afterEach(async () => {
  for (const moto of started.splice(0)) await moto.stop();
});

async function start(): Promise<Moto> {
  const moto = await startMoto();
  started.push(moto);
  return moto;
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/moto-api/`).then(
    (response) => response.ok,
    () => false,
  );
}

test('starts, resets and stops', async () => {
  const moto = await start();
  await moto.reset();
  expect(await answers(moto.url)).toBe(true);
  await moto.stop();
  expect(await answers(moto.url)).toBe(false);
});

test('uses the one at MOTO_URL, and leaves it running', async () => {
  const moto = await start();
  process.env.MOTO_URL = `${moto.url}/`;
  const same = await startMoto();
  delete process.env.MOTO_URL;
  await same.stop();
  expect(same.url).toBe(moto.url);
  expect(await answers(moto.url)).toBe(true);
});

test('dies with the process that started it, even when that is killed', async () => {
  const program = `import(${JSON.stringify(MODULE)}).then(async (m) => { console.log((await m.startMoto()).url); setInterval(() => {}, 1000) })`;
  const parent = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const url = line.toString().trim();
  expect(await answers(url)).toBe(true);
  parent.kill('SIGKILL');
  for (let tries = 0; tries < 40 && (await answers(url)); tries += 1) await pause(50);
  expect(await answers(url)).toBe(false);
});
