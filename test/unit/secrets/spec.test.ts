import { describe, expect, it } from '@jest/globals';
import type { SelectedKey } from '../../../src/secrets/desired/selection.ts';
import { needsJobEnvironment, type SyncRequest, syncSpec } from '../../../src/secrets/spec.ts';
import { plain, policy } from '../../support/fakes/sync.ts';

const { owner: _, mode: __, ...POLICY } = policy();
const KEY: SelectedKey = { key: 'A', value: '1', renamed: 'A', mapping: undefined };
const MAPPED: SelectedKey = { ...KEY, mapping: { key: 'A', name: 'm/{{environment}}', jsonKey: undefined } };

const request = (about: Partial<SyncRequest> = {}): SyncRequest => ({
  selected: [KEY],
  layout: { mode: 'per-key', name: '{{owner}}/{{repo}}/{{key}}', empty: 'skip' },
  id: 'two',
  policy: POLICY,
  prune: { limit: 5, deletion: { force: true } },
  writers: 3,
  ...about,
});
const job = { repository: 'octo-org/octo_repo', repositoryId: '42', jobEnvironment: '' };

describe('a request and its job', () => {
  it('make a sync', () => {
    expect(syncSpec(request(), { ...job, jobEnvironment: 'prod' })).toEqual({
      spec: {
        desired: [plain('octo-org/octo_repo/A', '1')],
        policy: { ...POLICY, owner: 'repo:42/env:prod/id:two', mode: 'per-key' },
        prune: { limit: 5, deletion: { force: true } },
        writers: 3,
      },
      problems: [],
    });
  });

  it('have all their problems reported at once', () => {
    const layout = { mode: 'per-key', name: '{{environment}}/{{key}}', empty: 'error' } as const;
    const { problems } = syncSpec(request({ layout, selected: [{ ...KEY, value: '' }] }), job);
    expect(problems).toEqual([
      '`A` is empty, and `empty` is `error`',
      'a secret’s name uses {{environment}}, and this job has no `environment:`',
    ]);
  });

  it('are a problem where the environment’s name does not fit the owner’s mark', () => {
    const { problems } = syncSpec(request(), { ...job, jobEnvironment: 'é'.repeat(60) });
    expect(problems).toEqual([
      expect.stringContaining('too long for the tag that marks a secret’s owner: repo:42/env:=C3'),
    ]);
  });

  it('are a problem where the environment’s name cannot stand in a secret’s', () => {
    const layout = { mode: 'per-key', name: '{{environment}}/{{key}}', empty: 'skip' } as const;
    const { problems } = syncSpec(request({ layout }), { ...job, jobEnvironment: 'a b' });
    expect(problems).toEqual([expect.stringContaining('`A` would get the name "a b/A"')]);
  });

  it('of which nothing is known make names that are reported, and no crash', () => {
    const { problems } = syncSpec(request(), { repository: '', repositoryId: '', jobEnvironment: '' });
    expect(problems).toEqual([]);
    const layout = { mode: 'json', name: '{{owner}}{{repo}}', empty: 'skip' } as const;
    expect(syncSpec(request({ layout }), { ...job, repository: '' }).problems).toEqual([
      expect.stringContaining('`A` would get the name ""'),
    ]);
  });
});

describe('the job’s environment', () => {
  it.each<[string, string, SelectedKey[], boolean]>([
    ['the template uses it', '{{environment}}/{{key}}', [KEY], true],
    ['a line of map uses it', '{{key}}', [KEY, MAPPED], true],
    ['nothing uses it', '{{key}}', [KEY], false],
    [
      'the template uses it and every key is mapped elsewhere',
      '{{environment}}',
      [{ ...KEY, mapping: { key: 'A', name: 'x', jsonKey: 'j' } }],
      false,
    ],
    ['there is no key', '{{environment}}', [], false],
  ])('is needed or not where %s', (_case, name, selected, needed) => {
    expect(needsJobEnvironment({ selected, layout: { mode: 'per-key', name, empty: 'skip' } })).toBe(needed);
  });
});
