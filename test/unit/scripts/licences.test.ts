import { describe, expect, it } from '@jest/globals';
import { licenceProblems, listedIn, PERMISSIVE } from '../../../scripts/licences.ts';
import { filesIn, textOf } from '../../support/workflow-steps.ts';

const LIST = 'one\nMIT\nThe text\n\nof one\n\n@scope/two\nISC\nThe text\n\nthree\n\n';
const at = (...paths: string[]) => paths.map((path) => ({ nameForCondition: `/x/node_modules/${path}/index.js` }));
const licences: Record<string, string> = { '@scope/two': 'ISC', four: 'GPL-3.0-only' };
const licenceOf = (folder: string) => licences[folder.replace(/^.*node_modules\//, '')] ?? 'MIT';

describe('the licences of a bundle', () => {
  it('are in order when each package is in the list, with a permissive licence', () => {
    const stats = { modules: [{ modules: at('one', '@scope/two') }, { nameForCondition: '/x/build/main.js' }, {}] };
    expect(licenceProblems(stats, LIST, licenceOf)).toEqual([]);
  });

  it.each([
    ['that the list lacks', 'five', ['five: not in the list with its licence']],
    ['that the list has no licence of', 'three', ['three: not in the list with its licence']],
    ['inside another, that the list lacks', 'one/node_modules/five', ['five: not in the list with its licence']],
    [
      'whose licence is not permissive',
      'four',
      ['four: its licence is GPL-3.0-only', 'four: not in the list with its licence'],
    ],
  ])('are not when there is a package %s', (_, path, problems) => {
    expect(licenceProblems({ modules: at('one', path) }, LIST, licenceOf)).toEqual(problems);
  });

  it('ignore a package that was left out of the bundle, and check one that was merged into another', () => {
    const modules = at('five').map((module) => ({ ...module, orphan: true }));
    expect(licenceProblems({ modules }, LIST, licenceOf)).toEqual([]);
    const merged = { modules: [...modules, { modules }] };
    expect(licenceProblems(merged, LIST, licenceOf)).toEqual(['five: not in the list with its licence']);
  });

  it('are not when a package says nothing about its own', () => {
    expect(licenceProblems({ modules: at('one') }, LIST, () => undefined)).toContain('one: its licence is none');
  });
});

describe('dist/action/licenses.txt', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { license?: string }> };
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
  const installed = Object.entries(packages).map(([path, { license }]) => [
    path.replace(/^.*node_modules\//, ''),
    license,
  ]);
  const known = new Map(installed as [string, string | undefined][]);
  const listed = listedIn(textOf('dist/action/licenses.txt'), (name) => known.has(name));

  it('names only permissive licences, those of the lock', () => {
    expect(listed.size).toBeGreaterThan(50);
    expect([...listed].filter(([name, licence]) => !PERMISSIVE.has(licence) || licence !== known.get(name))).toEqual(
      [],
    );
  });

  it('names our dependencies, and each package in the bundle', () => {
    const bundle = filesIn('dist/action', /\.js$/).map(textOf).join('\n');
    const bundled = [...bundle.matchAll(/\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name = '']) => name);
    expect(new Set(bundled).size).toBeGreaterThan(20);
    const missing = [...Object.keys(dependencies), ...bundled].filter((name) => !listed.has(name));
    expect(missing).toEqual([]);
  });
});
