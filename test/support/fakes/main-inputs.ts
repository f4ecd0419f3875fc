import { expect } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { type Inputs, readInputs } from '../../../src/github/inputs/main.ts';
import { readerOf } from './inputs.ts';
import { runOf } from './run.ts';

export const ROLE = 'arn:aws:iam::123456789012:role/manager';
/** The inputs without which main does not begin. */
export const LEAST = { 'aws-region': 'eu-central-1', 'role-to-assume': ROLE };
export type Env = Record<string, string | undefined>;

/** Main’s inputs, the least that it needs and these. */
export function read(inputs: Record<string, string> = {}, env: Env = {}): Inputs {
  return readInputs({ run: runOf(), env, reader: readerOf({ ...LEAST, ...inputs }) });
}

/** The lines of the one error that these inputs end in. */
export function problems(inputs: Record<string, string>, env: Env = {}): string[] {
  try {
    read(inputs, env);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    expect(error).toMatchObject({ code: 'invalid-inputs', remedy: expect.stringContaining('Nothing was created') });
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^- /, ''));
  }
  return [];
}

/** The inputs of a user lease. */
export const userLease = (inputs: Inputs) => {
  if (inputs.lease.kind !== 'iam-user') throw new Error('Not a user');
  return inputs.lease;
};
