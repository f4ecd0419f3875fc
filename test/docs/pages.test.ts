import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TABLED, withTables } from '../../scripts/readme.ts';
import { ERROR_CODES } from '../../src/errors.ts';
import {
  actionUsedBy,
  codeBlocks,
  filesIn,
  ROOT,
  stepsIn,
  textOf,
  unknownInputs,
  usesThisAction,
  yaml,
} from '../support/workflow-steps.ts';

const PAGES = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'test/README.md'];
const DOCUMENTS = [...PAGES, ...filesIn('docs', /\.md$/)];
const WORKFLOWS = [...filesIn('.github/workflows', /\.ya?ml$/), ...filesIn('examples', /\.ya?ml$/)];

const withoutCode = (markdown: string) =>
  markdown.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** The headings of a Markdown text as GitHub makes anchors of them. */
function anchorsOf(markdown: string): string[] {
  const text = markdown.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
  const slugs = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
  return slugs.map((slug, index) => {
    const earlier = slugs.slice(0, index).filter((each) => each === slug).length;
    return earlier === 0 ? slug : `${slug}-${earlier}`;
  });
}

/** What is wrong with a relative link; nothing when its file, and its heading if it names one, exist. */
function brokenLink(from: string, link: string): string[] {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : join(dirname(from), path);
  if (!existsSync(`${ROOT}${target}`)) return [`${from}: ${link}: no such file`];
  if (anchor === undefined || statSync(`${ROOT}${target}`).isDirectory()) return [];
  return anchorsOf(textOf(target)).includes(anchor) ? [] : [`${from}: ${link}: no such heading`];
}

describe('the tables of inputs and outputs', () => {
  it.each(TABLED)('of %s are what the action.yml files make', (document) => {
    expect(withTables(document, textOf)).toBe(textOf(document));
  });

  it('show each input and output of the root action, of the sync in a page of its own', () => {
    const { inputs, outputs } = yaml(textOf('action.yml')) as Record<string, Record<string, unknown>>;
    const names = [...Object.keys(inputs ?? {}), ...Object.keys(outputs ?? {})];
    const pages = { own: textOf('README.md'), sync: textOf('docs/secret-sync.md') };
    const missing = names.filter((name) => {
      const isOfSync = name.startsWith('sync-');
      return !(isOfSync ? pages.sync : pages.own).includes(`\n| \`${isOfSync ? name.slice('sync-'.length) : name}\` |`);
    });
    expect(names.length).toBeGreaterThan(80);
    expect(missing).toEqual([]);
  });
});

describe('a step that uses an action of this repository', () => {
  it.each([
    ['OWNER/aws-ephemeral-credentials@v1', '.', ['secrets']],
    ['OWNER/aws-ephemeral-credentials/sync@v1', './sync', ['ttl']],
    ['actions/checkout@v7', undefined, []],
  ])('%s is known by its folder, and by inputs that it lacks', (uses, folder, unknown) => {
    const step = { uses, with: { 'aws-region': 'eu-central-1', ttl: '1h', secrets: '{}' } };
    expect(actionUsedBy(step)).toBe(folder);
    expect(folder === undefined ? [] : unknownInputs(step)).toEqual(unknown);
  });
});

describe('docs/troubleshooting.md', () => {
  it('has one heading for each error code', () => {
    const headings = [...textOf('docs/troubleshooting.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const codes = headings.filter((heading) => /^[a-z]+(-[a-z]+)*$/.test(heading ?? ''));
    expect(codes.sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe('links', () => {
  it('to a file or a heading that is missing are found', () => {
    const links = ['SECURITY.md', 'setup', '#inputs', 'docs/permissions.md#session-leases', 'missing.md', '#missing'];
    expect(links.flatMap((link) => brokenLink('README.md', link))).toEqual([
      'README.md: missing.md: no such file',
      'README.md: #missing: no such heading',
    ]);
  });

  it.each(DOCUMENTS)('of %s lead to files and headings that exist', (document) => {
    const links = [...withoutCode(textOf(document)).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const relative = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(relative.flatMap((link) => brokenLink(document, link))).toEqual([]);
  });
});

describe('YAML in the documentation', () => {
  const blocks = DOCUMENTS.flatMap((document) =>
    codeBlocks(textOf(document), 'ya?ml').map((code, index) => [document, index + 1, code] as const),
  );

  it('is there', () => {
    expect(blocks.length).toBeGreaterThan(5);
  });

  it.each(blocks)(
    '%s, block %i parses, and gives our actions only inputs that they have',
    (_document, _index, code) => {
      expect(stepsIn(yaml(code)).filter(usesThisAction).flatMap(unknownInputs)).toEqual([]);
    },
  );
});

describe('workflows and examples', () => {
  const pins = WORKFLOWS.flatMap((file) =>
    [...textOf(file).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, uses = '']) => ({ file, uses })),
  );

  it.each(WORKFLOWS)('%s parses and grants no permission to jobs that do not ask', (file) => {
    expect(yaml(textOf(file))).toHaveProperty('permissions', {});
  });

  it('pin every action by commit, with its version beside', () => {
    const others = pins.filter(({ uses }) => !/^(\.\/|OWNER\/aws-ephemeral-credentials(\/[\w-]+)?@v1$)/.test(uses));
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter(({ uses }) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
  });

  it('pin the same commit of an action everywhere', () => {
    const commits = new Map<string, Set<string>>();
    for (const { uses } of pins.filter((pin) => pin.uses.includes(' # '))) {
      const [name = '', commit = ''] = uses.split('@');
      commits.set(name, (commits.get(name) ?? new Set()).add(commit));
    }
    expect([...commits].filter(([, each]) => each.size > 1)).toEqual([]);
  });

  it.each(filesIn('examples', /\.ya?ml$/))('%s uses an action of ours, with inputs that it has', (file) => {
    const steps = stepsIn(yaml(textOf(file))).filter(usesThisAction);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.flatMap(unknownInputs)).toEqual([]);
  });
});
