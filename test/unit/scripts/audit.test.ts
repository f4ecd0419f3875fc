import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { listen } from '../../support/loopback.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/audit.ts', import.meta.url));
const ADVISORY = {
  id: 1,
  url: 'https://github.com/advisories/GHSA-test',
  title: 'A hole',
  severity: 'high',
  vulnerable_versions: '*',
};

/** Runs the script against a registry that answers the question for advisories with this, and nothing else. */
async function audit(status: number, advisories: object, ...args: string[]): Promise<{ code: number; output: string }> {
  const registry = createServer((request, response) => {
    const asked = request.url?.endsWith('/advisories/bulk') === true;
    response.writeHead(asked ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(asked ? advisories : {}));
  });
  const url = `${await listen(registry)}/`;
  const env = { ...process.env, npm_config_registry: url, npm_config_fetch_retries: '0' };
  try {
    return await new Promise((resolve) => {
      execFile(process.execPath, [SCRIPT, ...args], { env }, (error, stdout) =>
        resolve({ code: Number(error?.code ?? 0), output: stdout }),
      );
    });
  } finally {
    registry.close();
  }
}

describe('the audit of what npm installs', () => {
  it('passes when the registry knows of no vulnerability', async () => {
    expect(await audit(200, {}, '--required')).toEqual({ code: 0, output: 'No known vulnerabilities.\n' });
  }, 30_000);

  it('fails with the name of a package that has one', async () => {
    const { code, output } = await audit(200, { picomatch: [ADVISORY] });
    expect(code).toBe(1);
    expect(output).toMatch(/^picomatch: high: A hole https:\/\/github\.com\/advisories\/GHSA-test$/m);
  }, 30_000);

  it('reports that nothing was audited when the registry cannot answer, and fails with --required', async () => {
    const output = expect.stringMatching(/^NOT AUDITED: .*\n405 Method Not Allowed/);
    const [asked, required] = await Promise.all([audit(405, {}), audit(405, {}, '--required')]);
    expect([asked, required]).toEqual([
      { code: 0, output },
      { code: 1, output },
    ]);
  }, 30_000);
});
