import { describe, expect, it } from '@jest/globals';
import { IncompleteAnswer } from '../../../src/aws/faults.ts';
import { allPages, type Page, pagesOf } from '../../../src/aws/pages.ts';
import { rejection } from '../../support/fakes/aws-error.ts';

/** Reads these pages one after another. `markers`: what each call got. */
function setUp(pages: readonly Page<number>[]) {
  const markers: (string | undefined)[] = [];
  const read = async (marker: string | undefined): Promise<Page<number>> => {
    const page = pages[markers.push(marker) - 1];
    if (page === undefined) throw new Error('There are no more pages');
    return page;
  };
  return { markers, read };
}

describe('a list', () => {
  it.each<[string, Page<number>[], number[]]>([
    ['one page', [{ items: [1, 2], next: undefined }], [1, 2]],
    ['one empty page', [{ items: [], next: undefined }], []],
    [
      'several pages, in their order',
      [
        { items: [3, 1], next: 'a' },
        { items: [2], next: 'b' },
        { items: [0], next: undefined },
      ],
      [3, 1, 2, 0],
    ],
    [
      'empty pages in between, which do not end it',
      [
        { items: [], next: 'a' },
        { items: [], next: 'b' },
        { items: [7], next: undefined },
      ],
      [7],
    ],
  ])('may have %s', async (_, pages, items) => {
    const { read, markers } = setUp(pages);
    expect(await allPages('ListUsers', read)).toEqual(items);
    expect(markers).toEqual([undefined, ...pages.slice(0, -1).map(({ next }) => next)]);
  });

  it.each<[string, string[]]>([
    ['the last one', ['a', 'a']],
    ['an earlier one', ['a', 'b', 'a']],
  ])('ends with an error where its next marker is %s again', async (_, nexts) => {
    const { read, markers } = setUp(nexts.map((next, index) => ({ items: [index], next })));
    const error = await rejection(allPages('ListUsers', read));
    expect(error).toBeInstanceOf(IncompleteAnswer);
    expect(error).toMatchObject({
      message: 'the answer to ListUsers has no usable next page: its marker was used before',
    });
    expect(markers).toHaveLength(nexts.length);
  });

  it('gives each page before it asks for the next', async () => {
    const { read, markers } = setUp([
      { items: [1], next: 'a' },
      { items: [2], next: undefined },
    ]);
    const seen: [number, number][] = [];
    for await (const [item = 0] of pagesOf('ListUsers', read)) seen.push([item, markers.length]);
    expect(seen).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('that fails at a later page fails as a whole', async () => {
    const { read } = setUp([{ items: [1], next: 'a' }]);
    expect(await rejection(allPages('ListUsers', read))).toMatchObject({ message: 'There are no more pages' });
  });
});
