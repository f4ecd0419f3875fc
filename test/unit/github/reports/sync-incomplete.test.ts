import { describe, expect, it } from '@jest/globals';
import { ADVICE, syncIncomplete } from '../../../../src/github/reports/sync-incomplete.ts';
import { callReason, type ItemReason, REASON_CODES } from '../../../../src/secrets/item-failure.ts';
import { awsError } from '../../../support/fakes/aws-error.ts';
import { reason } from '../../../support/fakes/sync.ts';

const LAST = 'Then run the job again. It does not write again what is written already.';
const error = (...reasons: ItemReason[]) =>
  syncIncomplete(
    'Not synced',
    reasons.map((each, index) => ({ name: `s${index}`, reason: each })),
    100,
  );
const linesOf = (...reasons: ItemReason[]) => error(...reasons).message.split('\n');
const denied = (action: string, name: string, words = 'is not allowed') =>
  callReason(
    action,
    awsError('AccessDeniedException', { message: `${words} on resource: ${name}`, requestId: `id-${name}` }),
  );

describe('the advice', () => {
  it.each(REASON_CODES)('for %s is a line of its own, before the last', (code) => {
    const { remedy } = error(reason('why', code));
    expect(remedy).toBe(`${ADVICE[code]}\n${LAST}`);
    expect(ADVICE[code]).toMatch(/^[A-Z].*\.$/);
  });

  it('differs from code to code', () => {
    expect(new Set(Object.values(ADVICE)).size).toBe(REASON_CODES.length);
  });

  it('stands once for each kind of reason, whatever their sentences', () => {
    const { remedy } = error(reason('b', 'prune-limit'), reason('a', 'foreign'), reason('c', 'foreign'));
    expect(remedy).toBe(`${ADVICE.foreign}\n${ADVICE['prune-limit']}\n${LAST}`);
  });

  it('comes of the code, not of the words', () => {
    expect(error(reason('AccessDenied: `adopt` is `never`', 'conflict')).remedy).toBe(`${ADVICE.conflict}\n${LAST}`);
  });
});

describe('the message', () => {
  it('counts, and has a line for each reason', () => {
    const failure = error(reason('x', 'foreign'), reason('y', 'foreign'), reason('x', 'foreign'));
    expect(failure.code).toBe('sync-incomplete');
    expect(failure.message).toBe('Not synced: 3 of 100 secrets:\n- s0, s2: x\n- s1: y');
  });

  it('keeps apart two reasons of the same words and different codes', () => {
    expect(linesOf(reason('x', 'foreign'), reason('x', 'conflict'))).toHaveLength(3);
  });

  it('has the whole sentence of a call that failed for one secret', () => {
    expect(linesOf(denied('TagResource', 'a'))[1]).toBe(
      '- s0: secretsmanager:TagResource failed: AccessDenied: is not allowed on resource: a (request id-a)',
    );
  });

  it('puts calls that failed in the same way into one line, without resource and request', () => {
    const reasons = [denied('TagResource', 'a'), denied('PutSecretValue', 'b'), denied('TagResource', 'c')];
    expect(linesOf(...reasons)).toEqual([
      'Not synced: 3 of 100 secrets:',
      '- s0, s2: secretsmanager:TagResource failed: AccessDenied: is not allowed on resource: …',
      '- s1: secretsmanager:PutSecretValue failed: AccessDenied: is not allowed on resource: b (request id-b)',
    ]);
  });

  it('keeps apart what AWS explains in different words', () => {
    const reasons = [denied('GetSecretValue', 'a'), denied('GetSecretValue', 'b', 'Access to KMS is not allowed')];
    expect(linesOf(...reasons)).toHaveLength(3);
  });

  it('names ten secrets, and counts the others', () => {
    const [, line] = linesOf(...Array.from({ length: 12 }, () => reason('why')));
    expect(line).toBe('- s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 2 more: why');
  });

  it('has fifty reasons, and counts the others', () => {
    const lines = linesOf(...Array.from({ length: 52 }, (_, index) => reason(`why ${index}`)));
    expect(lines).toHaveLength(52);
    expect(lines.at(-2)).toBe('- s49: why 49');
    expect(lines.at(-1)).toBe('- and 2 more reasons');
    expect(linesOf(...Array.from({ length: 50 }, (_, index) => reason(`why ${index}`)))).toHaveLength(51);
  });

  it('has each reason in one line', () => {
    expect(linesOf(reason('a\n::error::b'))).toEqual(['Not synced: 1 of 100 secrets:', '- s0: a?::error::b']);
  });
});
