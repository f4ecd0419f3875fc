import { afterEach, describe, expect, it } from '@jest/globals';
import { inputReader, parseDuration, parseList } from '../../../../src/github/inputs/reader.ts';
import { readerOf } from '../../../support/fakes/inputs.ts';

afterEach(() => {
  delete process.env['INPUT_AWS-REGION'];
});

describe('a duration', () => {
  it.each([
    ['90s', 90],
    ['45m', 2_700],
    ['1h30m', 5_400],
    ['7d', 604_800],
    ['1d2h3m4s', 93_784],
    ['3600', 3_600],
    ['0', 0],
    ['0s', 0],
    ['90m', 5_400],
  ])('%s is %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(
    ['', ' ', 'h', '1', '1x', '1.5h', '-1h', '1h 30m', '30m1h', '1H', '1e3', '1h1h', '∞', '1234567890'].filter(
      (text) => text !== '1',
    ),
  )('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('a list', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' a , b \n c\r\n', ['a', 'b', 'c']],
    [',,\n\n,a,', ['a']],
    ['a b', ['a b']],
  ])('%j has the items %j', (text, items) => {
    expect(parseList(text)).toEqual(items);
  });
});

describe('a boolean', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('of YAML 1.2 is taken: %s', (text, expected) => {
    const reader = readerOf({ flag: text });
    expect(reader.flag('flag', !expected)).toBe(expected);
    expect(reader.problems).toEqual([]);
  });

  it.each(['yes', 'no', 'on', 'off', '1', '0', 'y', 'tRUE', 'null', '~'])(
    'of anything else is a problem: %s',
    (text) => {
      const reader = readerOf({ flag: text });
      reader.flag('flag', false);
      expect(reader.problems).toEqual([`\`flag\` must be true or false, not "${text}"`]);
    },
  );

  it('that is not given is what stands for it', () => {
    expect([readerOf().flag('flag', true), readerOf().flag('flag', false)]).toEqual([true, false]);
  });
});

describe('a number', () => {
  const bounds = { min: 1, max: 20, fallback: 8 };

  it.each([
    ['', 8],
    ['1', 1],
    ['20', 20],
    ['007', 7],
  ])('"%s" is %i', (text, expected) => {
    expect(readerOf({ n: text }).integer('n', bounds)).toBe(expected);
  });

  it.each(['0', '21', '-1', '1.5', '1e1', 'x', '0x5', '99999999999'])('%s is a problem', (text) => {
    const reader = readerOf({ n: text });
    reader.integer('n', bounds);
    expect(reader.problems).toEqual([`\`n\` must be a whole number from 1 to 20, not "${text}"`]);
  });
});

describe('an input', () => {
  it('is read as the runner hands it over', () => {
    process.env['INPUT_AWS-REGION'] = ' eu-central-1 ';
    expect(inputReader().text('aws-region')).toBe('eu-central-1');
  });

  it('of seconds that is none is a problem that shows how to write one', () => {
    const reader = readerOf({ ttl: 'long' });
    expect(reader.seconds('ttl', 60)).toBe(60);
    expect(reader.problems[0]).toContain('90s, 45m, 1h30m, 7d or plain seconds, not "long"');
  });

  it('of a few choices is the first when none is given, and a problem when it is none of them', () => {
    expect(readerOf().oneOf('revoke', ['always', 'never'])).toBe('always');
    expect(readerOf({ revoke: 'never' }).oneOf('revoke', ['always', 'never'])).toBe('never');
    const reader = readerOf({ revoke: 'Never' });
    reader.oneOf('revoke', ['always', 'never']);
    expect(reader.problems).toEqual(['`revoke` must be one of always, never, not "Never"']);
  });

  it.each([
    [{ a: '1' }, 'a', '1'],
    [{ b: '2' }, 'b', '2'],
    [{ a: '1', b: '1' }, 'a', '1'],
    [{}, 'a', ''],
  ])('with two names may be given by either: %j', (inputs, name, value) => {
    const reader = readerOf(inputs as Record<string, string>);
    expect(reader.alias('a', 'b')).toEqual({ name, value });
    expect(reader.problems).toEqual([]);
  });

  it('with two names may not be given two values', () => {
    const reader = readerOf({ a: '1', b: '2' });
    reader.alias('a', 'b');
    expect(reader.problems).toEqual([
      '`a` and `b` are two names of one input and have different values; give one of them',
    ]);
  });

  it.each([
    ['https://sts.example.com', 'https://sts.example.com'],
    ['http://127.0.0.1:5000', 'http://127.0.0.1:5000'],
    ['', undefined],
  ])('of a URL is taken: "%s"', (text, expected) => {
    const reader = readerOf({ url: text });
    expect(reader.url('url')).toBe(expected);
    expect(reader.problems).toEqual([]);
  });

  it.each(['sts.example.com', 'ftp://x', 'file:///x', 'https://', '//x', 'user:pass@proxy:1'])(
    'of no URL is a problem that does not repeat it: %s',
    (text) => {
      const reader = readerOf({ url: text });
      expect(reader.url('url')).toBeUndefined();
      expect(reader.problems).toEqual(['`url` must be a URL that begins with https:// or http://']);
    },
  );

  it('of a pattern is checked unless it is empty', () => {
    expect(readerOf().matching('x', /^a$/, 'must be a')).toBe('');
    const reader = readerOf({ x: 'b' });
    reader.matching('x', /^a$/, 'must be a');
    expect(reader.problems).toEqual(['`x` must be a']);
  });
});
