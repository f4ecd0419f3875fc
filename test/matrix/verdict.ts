import { readFileSync } from 'node:fs';
import type { StepResult } from '../lab/runner/runner.ts';
import type { FaultName } from './columns.ts';
import type { Scene } from './scene.ts';

/** How a step ended. `killed`: by the matrix, or by the runner when a post outlived the cancellation. `neither`: a failure of the matrix. */
export type Ending = 'survived' | 'failed clearly' | 'killed' | 'neither';

export type Verdict = { readonly ending: Ending; readonly why: string };

const PAGE = new URL('../../docs/troubleshooting.md', import.meta.url);
const CODES = new Set([...readFileSync(PAGE, 'utf8').matchAll(/^## ([a-z-]+)$/gm)].map(([, code]) => code));
/** Transient faults: they end within the tries of a step. */
const SURVIVABLE: readonly FaultName[] = [
  'throttled ×3',
  '500 ×2',
  '503 ×2',
  'reset',
  'answer lost',
  'hang',
  'slow',
  'expired token',
  'not AWS’s answer',
  'cut answer',
  'drip',
  'proxy refuses',
  'clock off',
];
const KILLED: readonly FaultName[] = ['killed before', 'killed after'];

/** Whether a step must succeed in spite of this fault; also true without a fault. */
export function isSurvivable(fault: FaultName | undefined): boolean {
  return fault === undefined || SURVIVABLE.includes(fault);
}

/** What the error must name, by fault. */
const NAMES: Record<FaultName, RegExp> = {
  'throttled ×3': /Throttl|answered 429/,
  '500 ×2': /InternalFailure|InternalServiceError|answered 500/,
  '503 ×2': /ServiceUnavailable|answered 503/,
  reset: /ECONNRESET|socket hang up/,
  'answer lost': /ECONNRESET|socket hang up/,
  hang: /gave no whole answer within 20 s|TimeoutError/,
  denied: /AccessDenied|answered 403/,
  'killed before': /(?!)/,
  'killed after': /(?!)/,
  cancelled: /The runner stopped this step \(SIGINT\)/,
  slow: /gave no whole answer within 20 s|TimeoutError/,
  'expired token': /Expired/,
  'not AWS’s answer': /It was not AWS that answered|answered without a token/,
  'cut answer': /was cut off/,
  drip: /gave no whole answer within 20 s/,
  'proxy refuses': /It was not AWS that answered|answered 502/,
  'clock off': /SignatureDoesNotMatch|RequestExpired/,
};

/** The parts of a complete error that this one lacks. */
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

/** Judges a step that ended by itself with a failure. `names`: the causes of which its errors must name one. */
function verdictOnFailure(result: StepResult, names: readonly RegExp[]): Verdict {
  const errors = result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  const problems = errors.flatMap(lacking);
  if (errors.length === 0) problems.push('an error');
  if (!names.some((name) => errors.some((message) => name.test(message)))) problems.push('the cause');
  if (problems.length === 0) return { ending: 'failed clearly', why: '' };
  return { ending: 'neither', why: `its message lacks ${problems.join(', ')}:\n${result.log}` };
}

/** The causes that the error may name: that of the fault, if it is a lasting one, and what fails even without it. */
function causes(fault: FaultName | undefined, fails: RegExp | undefined): RegExp[] {
  const injected = fault === undefined || isSurvivable(fault) ? [] : [NAMES[fault]];
  return fails === undefined ? injected : [...injected, fails];
}

function verdictOnKilled(result: StepResult, mayBeKilled: boolean): Verdict {
  if (mayBeKilled) return { ending: 'killed', why: '' };
  return { ending: 'neither', why: `it was ended by ${result.signal}:\n${result.log}` };
}

/**
 * Judges how a step ended.
 * @param expected `fails`: what the error must name of a step that fails even without a fault; `mayOutliveCancel`: as in `Scene`
 */
export function verdictOn(
  result: StepResult,
  fault: FaultName | undefined,
  { fails, mayOutliveCancel }: Pick<Scene, 'fails' | 'mayOutliveCancel'>,
): Verdict {
  const isKill = fault !== undefined && KILLED.includes(fault);
  if (result.signal !== null)
    return verdictOnKilled(result, isKill || (fault === 'cancelled' && mayOutliveCancel === true));
  if (isKill) return { ending: 'neither', why: `it ended by itself before it was killed:\n${result.log}` };
  if (result.conclusion === 'failure') {
    if (fault !== undefined && isSurvivable(fault) && fails === undefined)
      return { ending: 'neither', why: `it should have survived:\n${result.log}` };
    return verdictOnFailure(result, causes(fault, fails));
  }
  if (fails !== undefined) return { ending: 'neither', why: `it succeeded:\n${result.log}` };
  const isSilent = result.annotations.every(({ level }) => level !== 'error');
  return isSilent
    ? { ending: 'survived', why: '' }
    : { ending: 'neither', why: `it succeeded with an error:\n${result.log}` };
}
