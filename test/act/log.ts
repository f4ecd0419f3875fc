// Parses the output of `act`. Its `--json` is not usable here: it prints masked values in clear text. Its masks hide the exact
// text in a line, where GitHub's runner hides encodings of it, and each line of several, as well (v0.2.89, `valueMasker`).

/** A step's stage that has ended, such as `Main lease`. */
export type ActStage = { stage: 'Main' | 'Post'; name: string; succeeded: boolean };

/** The stages that have ended, in order; those of act's own are left out. */
export function stagesIn(log: string): ActStage[] {
  const ends = log.matchAll(/^\[[^\]]*\]\s+(?:✅|❌) {2}(Success|Failure) - (Main|Post) (.*?)(?: \[[^[\]]+\])?$/gm);
  return [...ends].map(([, result, stage, name = '']) => ({
    stage: stage as 'Main' | 'Post',
    name,
    succeeded: result === 'Success',
  }));
}

/** The lines that steps have printed, in order. */
export function printedIn(log: string): string[] {
  return [...log.matchAll(/^\[[^\]]*\] {3}\| (.*)$/gm)].map(([, line = '']) => line);
}

/** The stages as text, such as `Main lease`, or `Main lease FAILED`. */
export function outcomes(stages: readonly ActStage[]): string[] {
  return stages.map(({ stage, name, succeeded }) => `${stage} ${name}${succeeded ? '' : ' FAILED'}`);
}
