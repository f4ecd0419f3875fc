import { describe, expect, it } from '@jest/globals';
import { retryDenied } from '../../../src/aws/retry-denied.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';

function setUp(about: { patient?: boolean; fraction?: number } = {}) {
  const slept: number[] = [];
  const { patient = true, fraction = 0 } = about;
  return {
    slept,
    patience: { patient, fraction: () => fraction, sleep: async (pause: number) => void slept.push(pause) },
  };
}

/** Fails with these, one after the other, then answers. */
function failing(...errors: Error[]) {
  let calls = 0;
  const call = async () => {
    const error = errors[calls++];
    if (error !== undefined) throw error;
    return 'done';
  };
  return { call, count: () => calls };
}

const denied = () => awsError('AccessDenied', { status: 403 });

describe('a refusal', () => {
  it.each(['AccessDenied', 'InvalidIdentityTokenException'])(
    '%s may only mean that a change has not arrived: asked again',
    async (name) => {
      const { patience } = setUp();
      expect(await retryDenied(failing(awsError(name), awsError(name)).call, patience)).toBe('done');
    },
  );

  it.each([0, 0.999_999])('is believed after three tries within 15 s (chance %d)', async (fraction) => {
    const { patience, slept } = setUp({ fraction });
    const { call, count } = failing(denied(), denied(), denied(), denied());
    expect(await rejection(retryDenied(call, patience))).toMatchObject({ name: 'AccessDenied' });
    expect(count()).toBe(3);
    expect(slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(15_000);
  });

  it('is believed at once by who is not patient', async () => {
    const { patience } = setUp({ patient: false });
    const { call, count } = failing(denied());
    await rejection(retryDenied(call, patience));
    expect(count()).toBe(1);
  });

  it('of another kind is believed at once', async () => {
    const { patience } = setUp();
    const { call, count } = failing(awsError('ValidationError'));
    await rejection(retryDenied(call, patience));
    expect(count()).toBe(1);
  });
});
