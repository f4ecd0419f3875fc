import { type AccessInputs, assertNoProblems, readAccess } from '../../../src/github/inputs/access.ts';
import { readerOf } from './inputs.ts';
import { runOf } from './run.ts';

type Env = Readonly<Record<string, string | undefined>>;

export const ROLE = 'arn:aws:iam::123456789012:role/manager';
/** The inputs that no action can do without. */
export const LEAST = { 'aws-region': 'eu-central-1', 'role-to-assume': ROLE };

/** What is read from `LEAST` and these inputs. @throws ActionError `invalid-inputs` */
export function read(inputs: Record<string, string> = {}, env: Env = {}): AccessInputs {
  const reader = readerOf({ ...LEAST, ...inputs });
  const access = readAccess(reader, runOf(), env);
  assertNoProblems(reader);
  return access;
}

/** All that the reader finds wrong with these inputs. */
export function problems(inputs: Record<string, string>, env: Env = {}): string[] {
  const reader = readerOf({ ...LEAST, ...inputs });
  readAccess(reader, runOf(), env);
  return reader.problems;
}
