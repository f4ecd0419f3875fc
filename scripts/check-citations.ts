// Fails when a file cites a document that is not in the repository: its reader cannot look there. Prints file:line of each.
// `node scripts/check-citations.ts [folder]`; without a folder, the current one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFiles } from './repository-files.ts';

/** Between the words of a citation: space, or the end of a line and the start of the next comment line. */
const GAP = '(?:\\s|[*#/])+';
/** The project's own working papers, by the ways in which text cites them. */
const CITATION = new RegExp(
  [
    `\\b(?:SPEC|DESIGN)(?:\\.md)?,?${GAP}§`,
    '\\b(?:SPEC|DESIGN)\\.md\\b',
    `\\b(?:SPEC|DESIGN)${GAP}(?:says|asks|wants|requires)\\b`,
    `\\breference${GAP}[\\w-]+\\.md\\b`,
    // As a source, only an address or a page counts: a reader cannot look up a name.
    `\\breference:${GAP}(?!https://|docs/)`,
    `\\b[\\w-]+\\.md,?${GAP}§`,
  ].join('|'),
  'g',
);

/** The lines of a text, counted from 1, on which a citation begins. */
function citedOn(text: string): number[] {
  return [...text.matchAll(CITATION)].map(({ index }) => text.slice(0, index).split('\n').length);
}

const folder = process.argv[2] ?? '.';
const found = repositoryFiles(folder).flatMap((path) =>
  citedOn(readFileSync(join(folder, path), 'utf8')).map((line) => `${path}:${line}`),
);
if (found.length > 0) {
  console.error(
    `These lines cite a document that is not in the repository. Give the URL of a public page, or a page of docs/:\n${found.join('\n')}`,
  );
  process.exitCode = 1;
}
