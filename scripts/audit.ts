// `npm audit` that reports when the registry cannot answer it (many mirrors cannot). With `--required` that is a failure.
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
    `NOT AUDITED: npm audit got no report, so there was no check for known vulnerabilities.\n${message ?? ''}`,
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
