import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

function system(): string {
  try {
    const [, name] = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
    return name === undefined ? `${type()} ${release()}` : `${name}, ${type()} ${release()}`;
  } catch {
    return `${type()} ${release()}`;
  }
}

/** What this was measured on, in one line. */
export function machine(): string {
  const model = cpus()[0]?.model ?? 'processor unknown';
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const today = new Date().toISOString().slice(0, 10);
  return `${availableParallelism()} cores (${model}), ${memory} of memory, ${system()}, Node ${process.version}, ${today}`;
}
