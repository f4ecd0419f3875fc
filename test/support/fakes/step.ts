import type { Step } from '../../../src/github/step.ts';
import { fakeWaiting } from './time.ts';

/** A running step for tests. `lines`: what it logged, each with its kind. */
export function fakeStep() {
  const lines: string[] = [];
  const write = (kind: string) => (line: string) => void lines.push(`${kind} ${line}`);
  const { clock, randomness, lifetime } = fakeWaiting();
  const step: Step = {
    clock,
    randomness,
    lifetime,
    stopping: lifetime.soft,
    mask: () => undefined,
    log: { info: write('info'), notice: write('notice'), warning: write('warning'), debug: write('debug') },
    endAfter: () => undefined,
  };
  return { step, lines };
}
