import { readFileSync } from 'node:fs';
import type { StepResult } from '../lab/runner.ts';
import type { FaultName } from './table.ts';

/** How a step ended. `killed`: by the matrix, or by the runner when a cancelled step took too long. `neither`: as none should. */
export type Ending = 'survived' | 'failed clearly' | 'killed' | 'neither';

export type Verdict = { readonly ending: Ending; readonly why: string };

const PAGE = new URL('../../docs/troubleshooting.md', import.meta.url);
const CODES = new Set([...readFileSync(PAGE, 'utf8').matchAll(/^## ([a-z-]+)$/gm)].map(([, code]) => code));
/** What passes within the tries that a step has. */
const SURVIVABLE: readonly FaultName[] = [
  'throttled ×3',
  '500 ×2',
  '503 ×2',
  'reset',
  'answer lost',
  'slow',
  'expired token',
];
const KILLED: readonly FaultName[] = ['killed before', 'killed after'];

/** What a step that fails of a fault must name. */
const NAMES: Record<FaultName, RegExp> = {
  'throttled ×3': /Throttl|answered 429/,
  '500 ×2': /InternalFailure|InternalServiceError|answered 500/,
  '503 ×2': /ServiceUnavailable|answered 503/,
  reset: /ECONNRESET|socket hang up/,
  'answer lost': /ECONNRESET|socket hang up/,
  hang: /Timeout|timed out/,
  denied: /AccessDenied|answered 403/,
  'killed before': /(?!)/,
  'killed after': /(?!)/,
  cancelled: /The runner stopped this step \(SIGINT\)/,
  slow: /Timeout|timed out/,
  'expired token': /Expired/,
};

/** What is missing from an error that a person shall act upon; nothing when it is all there. */
function lacking(message: string): string[] {
  const [what = '', rest = ''] = message.split('\n\nWhat to do: ');
  const [remedy = '', more = ''] = rest.split('\nMore: ');
  const code = /docs\/troubleshooting\.md#([a-z-]+)$/.exec(more.trim())?.[1];
  return [
    ...(what.trim() === '' ? ['what failed'] : []),
    ...(remedy.trim() === '' ? ['a remedy'] : []),
    ...(code === undefined || !CODES.has(code) ? ['a heading of docs/troubleshooting.md'] : []),
    ...(code === 'unexpected' ? ['an error that we expect'] : []),
  ];
}

/** Judges a step that ended by itself with a failure. `own`: what else it may name, where it fails without any fault. */
function verdictOnFailure(result: StepResult, names: readonly RegExp[]): Verdict {
  const errors = result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  const problems = errors.flatMap(lacking);
  if (errors.length === 0) problems.push('an error');
  if (!names.some((name) => errors.some((message) => name.test(message)))) problems.push('the cause');
  if (problems.length === 0) return { ending: 'failed clearly', why: '' };
  return { ending: 'neither', why: `its message lacks ${problems.join(', ')}:\n${result.log}` };
}

/** Judges how a step ended. @param fails what a step names that fails without any fault, as a roll-back does */
export function verdictOn(result: StepResult, fault: FaultName | undefined, fails: RegExp | undefined): Verdict {
  if (result.signal !== null) {
    const mayBeKilled = fault !== undefined && (KILLED.includes(fault) || fault === 'cancelled');
    return mayBeKilled
      ? { ending: 'killed', why: '' }
      : { ending: 'neither', why: `it was ended by ${result.signal}:\n${result.log}` };
  }
  if (fault !== undefined && KILLED.includes(fault)) {
    return { ending: 'neither', why: `it ended by itself before it was killed:\n${result.log}` };
  }
  if (result.conclusion === 'failure') {
    if (fault !== undefined && SURVIVABLE.includes(fault) && fails === undefined)
      return { ending: 'neither', why: `it should have survived:\n${result.log}` };
    return verdictOnFailure(result, [fault === undefined ? /(?!)/ : NAMES[fault], fails ?? /(?!)/]);
  }
  if (fails !== undefined) return { ending: 'neither', why: `it succeeded:\n${result.log}` };
  const isSilent = result.annotations.every(({ level }) => level !== 'error');
  return isSilent
    ? { ending: 'survived', why: '' }
    : { ending: 'neither', why: `it succeeded with an error:\n${result.log}` };
}
