import type { AwsError, Call } from './call.ts';

/**
 * What can go wrong with a call:
 * `throttle`, `error-500`, `error-503`, an AWS error: answered so, not applied.
 * `reset`: connection destroyed, not applied. `answer-lost`: applied, then connection destroyed.
 * `hang`: not applied, never answered. `hang-after`: applied, never answered.
 */
export type Fault = 'throttle' | 'error-500' | 'error-503' | 'reset' | 'answer-lost' | 'hang' | 'hang-after' | AwsError;

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
