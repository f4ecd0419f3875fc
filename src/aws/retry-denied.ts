import { isDenied, isFailure } from './failures.ts';

/** How refusals are waited out. */
export type Patience = {
  /** Resolves after `milliseconds`; rejects when the step has to end. */
  sleep: (milliseconds: number) => Promise<void>;
  /** A number in [0, 1), for jitter. */
  fraction: () => number;
  /** False: take the first refusal for an answer. */
  patient: boolean;
};

/** A new role, or a change to its policies, takes seconds to be seen: refusals are asked again, three tries within 15 s. */
const PAUSES_MS = [1_000, 4_000];

/** Calls again while AWS refuses, for as long as the refusal may only mean that a change has not arrived yet. */
export async function retryDenied<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  const pauses = patience.patient ? [...PAUSES_MS] : [];
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const pause = isDenied(error) || isFailure(error, 'InvalidIdentityToken') ? pauses.shift() : undefined;
      if (pause === undefined) throw error;
      await patience.sleep(pause * (0.5 + patience.fraction() / 2));
    }
  }
}
