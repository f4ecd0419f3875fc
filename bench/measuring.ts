/** The middle of measured values; milliseconds here. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[middle]];
  return (low + high) / 2;
}

/** Measures candidates in turn, `runs` times each, so that a busy moment of the machine strikes them all. The first round warms up. */
export async function interleaved<Name extends string>(
  candidates: Record<Name, () => Promise<number>>,
  runs: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(candidates) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const name of names) {
      const milliseconds = await candidates[name]();
      if (round > 0) measured.get(name)?.push(milliseconds);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<Name, number>;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
