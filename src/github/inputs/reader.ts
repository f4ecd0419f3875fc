import { getInput } from '@actions/core';

/** Reads inputs one by one and collects all problems, so that the error can list all of them. */
export type InputReader = ReturnType<typeof inputReader>;

const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

/** A duration: its units in this order, each at most once. */
const DURATION = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const UNIT_SECONDS = [86_400, 3_600, 60, 1];

/** A duration (`90s`, `45m`, `1h30m`, `7d`, plain seconds) in seconds; `undefined` when the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const match = DURATION.exec(text);
  if (!match || text === '') return undefined;
  return match.slice(1).reduce((sum, amount, index) => sum + Number(amount ?? 0) * (UNIT_SECONDS[index] ?? 0), 0);
}

/** True for an absolute http or https URL. */
export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

/** Items separated by commas or newlines, trimmed; empty items are dropped. */
export function parseList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** @param read returns the raw text of an input; empty when it is not given */
export function inputReader(read: (name: string) => string = getInput) {
  const problems: string[] = [];
  const names = new Set<string>();
  const text = (name: string): string => {
    names.add(name);
    return read(name);
  };
  const problem = (name: string, sentence: string): void => {
    problems.push(`\`${name}\`${/^[:,]/.test(sentence) ? '' : ' '}${sentence}`);
  };
  const basic = { problems, /** The names of all inputs that were read. */ names, problem, text };
  return { ...basic, ...scalarReaders(basic), ...textReaders(basic) };
}

type Basic = { text: (name: string) => string; problem: (name: string, sentence: string) => void };

function scalarReaders({ text, problem }: Basic) {
  return {
    flag(name: string, fallback: boolean): boolean {
      const value = text(name);
      if (value === '') return fallback;
      if (!TRUE.includes(value) && !FALSE.includes(value)) problem(name, `must be true or false, not "${value}"`);
      return TRUE.includes(value);
    },
    integer(name: string, bounds: { min: number; max: number; fallback: number }): number {
      const value = text(name);
      if (value === '') return bounds.fallback;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= bounds.min && number <= bounds.max) return number;
      problem(name, `must be a whole number from ${bounds.min} to ${bounds.max}, not "${value}"`);
      return bounds.fallback;
    },
    seconds(name: string, fallback: number): number {
      const value = text(name);
      if (value === '') return fallback;
      const parsed = parseDuration(value);
      if (parsed === undefined) {
        problem(name, `must be a duration such as 90s, 45m, 1h30m, 7d or plain seconds, not "${value}"`);
      }
      return parsed ?? fallback;
    },
  };
}

function textReaders({ text, problem }: Basic) {
  return {
    list: (name: string): string[] => parseList(text(name)),
    matching(name: string, pattern: RegExp, sentence: string): string {
      const value = text(name);
      if (value !== '' && !pattern.test(value)) problem(name, sentence);
      return value;
    },
    oneOf<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
      const value = text(name);
      const choice = choices.find((candidate) => candidate === value);
      if (value !== '' && choice === undefined) problem(name, `must be one of ${choices.join(', ')}, not "${value}"`);
      return choice ?? choices[0];
    },
    /** The value of an input that has two names. Two different values are a problem. */
    alias(
      name: string,
      otherName: string,
      same: (a: string, b: string) => boolean = (a, b) => a === b,
    ): { name: string; value: string } {
      const value = text(name);
      const other = text(otherName);
      if (value !== '' && other !== '' && !same(value, other)) {
        problem(name, `and \`${otherName}\` are two names of one input and have different values; give one of them`);
      }
      return value === '' && other !== '' ? { name: otherName, value: other } : { name, value };
    },
    url(name: string): string | undefined {
      const value = text(name);
      if (value === '') return undefined;
      if (isHttpUrl(value)) return value;
      problem(name, 'must be a URL that begins with https:// or http://');
      return undefined;
    },
  };
}
