// Preloaded into a measured process: writes down, when it ends, what it has used. README.md says how this is used.
const { readFileSync, writeFileSync } = require('node:fs');

const file = process.env.BENCH_REPORT;

/** Of this very program; what `getrusage` says would include the process that started it. */
function peakKilobytes() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(file, JSON.stringify({ peakMb: peakKilobytes() / 1_000, cpuMs: (user + system) / 1_000 }));
});
