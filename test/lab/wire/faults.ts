import type { Answer, AwsError, Call } from './call.ts';

/**
 * What can go wrong with a call:
 * `throttle`, `error-500`, `error-503`, an AWS error: answered so, not applied.
 * `reset`: connection destroyed, not applied. `answer-lost`: applied, then connection destroyed.
 * `hang`: not applied, never answered. `hang-after`: applied, never answered.
 * `portal`, `empty`, `redirect`, `blocked`: not applied; something else answers in AWS's name: a page with status 200, nothing with
 * status 200, a redirect to a login page, a page with status 403. `bad-gateway`: the same with 502. `portal-after`: as `portal`, but
 * applied.
 * `cut`: applied; the answer's body ends in the middle. `drip`: applied; the body comes at one byte in five seconds.
 * `429`, `408`: not applied; that status, and no code of AWS's.
 */
export type Fault = NamedFault | AwsError;

export type NamedFault =
  | 'throttle'
  | 'error-500'
  | 'error-503'
  | 'reset'
  | 'answer-lost'
  | 'hang'
  | 'hang-after'
  | ForeignFault
  | 'portal-after'
  | 'cut'
  | 'drip';

/** Faults that are answered by something that is not AWS. */
export type ForeignFault = 'portal' | 'empty' | 'redirect' | 'blocked' | 'bad-gateway' | '429' | '408';

const PAGE =
  '<!doctype html><html><head><title>Sign in to Guest Wi-Fi</title></head><body>Please accept the terms.</body></html>';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** What something that is not AWS answers. */
const FOREIGN: Readonly<Record<ForeignFault, Answer>> = {
  portal: { status: 200, headers: HTML, body: PAGE },
  empty: { status: 200, headers: {}, body: '' },
  redirect: { status: 302, headers: { ...HTML, location: 'http://login.example.test/' }, body: PAGE },
  blocked: { status: 403, headers: HTML, body: PAGE },
  'bad-gateway': { status: 502, headers: HTML, body: PAGE },
  '429': { status: 429, headers: {}, body: '' },
  '408': { status: 408, headers: {}, body: '' },
};

/** The answer of something that is not AWS; undefined for all other faults. */
export function foreignAnswer(fault: Fault | undefined): Answer | undefined {
  if (fault === 'portal-after') return FOREIGN.portal;
  return typeof fault === 'string' && fault in FOREIGN ? FOREIGN[fault as ForeignFault] : undefined;
}

/** Which calls a fault applies to: by default the next one of that action. `skip` lets the first n pass. */
export type FaultTarget = {
  action: string;
  service?: string;
  times?: number;
  skip?: number;
  match?: (call: Call) => boolean;
};

export type Faults = {
  inject(target: FaultTarget, fault: Fault): void;
  /** The fault for this call, counted as used. */
  take(call: Call): Fault | undefined;
  clear(): void;
};

type Pending = { target: FaultTarget; fault: Fault; toSkip: number; left: number };

function appliesTo({ target }: Pending, call: Call): boolean {
  if (target.action !== call.action) return false;
  if (target.service !== undefined && target.service !== call.service) return false;
  return target.match?.(call) ?? true;
}

/** An empty list of faults. They apply in the order of their injection. */
export function createFaults(): Faults {
  let pending: Pending[] = [];
  return {
    inject: (target, fault) => {
      pending.push({ target, fault, toSkip: target.skip ?? 0, left: target.times ?? 1 });
    },
    take: (call) => {
      for (const entry of pending) {
        if (entry.left <= 0 || !appliesTo(entry, call)) continue;
        if (entry.toSkip > 0) {
          entry.toSkip -= 1;
          continue;
        }
        entry.left -= 1;
        return entry.fault;
      }
      return undefined;
    },
    clear: () => {
      pending = [];
    },
  };
}

/** The error of a fault; undefined for a fault of the network. */
export function errorOf(fault: Fault | undefined): AwsError | undefined {
  switch (fault) {
    case 'throttle':
      return { code: 'Throttling', message: 'Rate exceeded', status: 400 };
    case 'error-500':
      return {
        code: 'InternalFailure',
        message: 'The request processing has failed because of an unknown error.',
        status: 500,
      };
    case 'error-503':
      return { code: 'ServiceUnavailable', message: 'Service is unavailable.', status: 503 };
    default:
      return typeof fault === 'object' ? fault : undefined;
  }
}
