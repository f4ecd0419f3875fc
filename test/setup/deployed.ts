// Normal forms of policies, to compare what a setup has created with the plain policies.
import type { Policy } from '../lab/iam/decision.ts';
import type { Statement } from './kit.ts';
import { kitPolicy } from './kit.ts';

/** Statements by Sid, in a normal form: a list of one is its item, and lists are sorted. */
export function bySid(...policies: readonly Policy[]): Record<string, Omit<Statement, 'Sid'>> {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length === 1 ? value[0] : [...value].sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sorted(each)]));
  };
  const statements = policies.flatMap(({ Statement }) => Statement as readonly Statement[]);
  return Object.fromEntries(statements.map(({ Sid, ...rest }) => [Sid, sorted(rest)])) as ReturnType<typeof bySid>;
}

/** The named plain policies' statements, for comparison. */
export function plain(...names: readonly string[]): ReturnType<typeof bySid> {
  return bySid(...names.map((name) => kitPolicy(name)));
}
