// `npm audit`, honest about a registry that cannot answer it (many mirrors cannot): then it says so, and fails with `--required`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Report = {
  message?: string;
  vulnerabilities?: Record<string, { severity: string; via: readonly (string | { title: string; url: string })[] }>;
};

const cwd = fileURLToPath(new URL('..', import.meta.url));
const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], { cwd, encoding: 'utf8' });

function reportIn(text: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return { message: stderr.trim() };
  }
}

const { vulnerabilities, message } = reportIn(stdout);
if (vulnerabilities === undefined) {
  console.log(
    `NOT AUDITED: nobody has looked for known vulnerabilities, since npm audit got no report.\n${message ?? ''}`,
  );
  if (process.argv.includes('--required')) process.exitCode = 1;
} else {
  const lines = Object.entries(vulnerabilities).map(([name, { severity, via }]) => {
    const why = via.map((each) => (typeof each === 'string' ? `by ${each}` : `${each.title} ${each.url}`));
    return `${name}: ${severity}: ${why.join('; ')}`;
  });
  console.log(lines.length === 0 ? 'No known vulnerabilities.' : lines.join('\n'));
  if (lines.length > 0) process.exitCode = 1;
}
