import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const MODULE = new URL('../../../scripts/go-tool.ts', import.meta.url).href;
const PLACE = fileURLToPath(new URL('../../../node_modules/.cache/no-such-tool-v1.2.3', import.meta.url));
const TOOL = { package: 'example.com/no-such-tool', version: 'v1.2.3' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'go-'));
});
afterEach(() => {
  for (const made of [folder, PLACE]) rmSync(made, { recursive: true, force: true });
});

/** A `go` whose `install` makes a tool that says this when asked for its version. */
function fakeGo(says: string): void {
  const tool = `printf '%s\\n' '#!/bin/sh' 'echo ${says}' >"$GOBIN/no-such-tool"; chmod +x "$GOBIN/no-such-tool"`;
  writeFileSync(join(folder, 'go'), `#!/bin/sh\n[ "$1" != install ] || { ${tool}; }\n`);
  chmodSync(join(folder, 'go'), 0o755);
}

/** Asks for the tool where the PATH has this folder first. @returns its path, or what was thrown */
function ask(path = `${folder}:/usr/bin:/bin`): Promise<string> {
  const program = `import(${JSON.stringify(MODULE)}).then(async (m) => console.log(await m.goTool(${JSON.stringify(TOOL)})))`;
  return new Promise((resolve) => {
    execFile(process.execPath, ['-e', program], { env: { PATH: path } }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

describe('a tool written in Go', () => {
  it('is built once, and found the next time where there is no Go', async () => {
    fakeGo('no-such-tool version 1.2.3');
    const path = `${join(PLACE, 'no-such-tool')}\n`;
    expect(await ask()).toBe(path);
    rmSync(join(folder, 'go'));
    expect(await ask('/usr/bin:/bin')).toBe(path);
  });

  it('fails with the way to install Go, when there is none', async () => {
    expect(await ask(folder)).toMatch(
      /no-such-tool v1\.2\.3, [^\n]*go could not be run\.\n *Get Go .*https:\/\/go\.dev\/doc\/install/,
    );
  });

  it('is refused and removed, when it has another version', async () => {
    fakeGo('v1.2.30');
    expect(await ask()).toContain('should be v1.2.3, and reports:\nv1.2.30');
    expect(existsSync(PLACE)).toBe(false);
  });
});
