import type { Randomness } from '../../../src/waiting/clock.ts';

/** Fixed randomness: texts run through the alphabet, each beginning one letter later; fractions are always the same. */
export function fakeRandomness(fraction = 0): Randomness & { asked: { alphabet: string; length: number }[] } {
  const asked: { alphabet: string; length: number }[] = [];
  return {
    asked,
    fraction: () => fraction,
    text(alphabet, length) {
      const start = asked.push({ alphabet, length }) - 1;
      return Array.from({ length }, (_, index) => alphabet[(start + index) % alphabet.length]).join('');
    },
  };
}
