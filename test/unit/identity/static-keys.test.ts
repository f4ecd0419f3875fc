import { describe, expect, it } from '@jest/globals';
import type { AwsCredentials } from '../../../src/aws/clients.ts';
import { fingerprint, givenKeys, staticKeysIdentity } from '../../../src/identity/static-keys.ts';

const KEYS = { accessKeyId: 'AKIA1', secretAccessKey: 's3cret' };
const given = (keys: AwsCredentials) => ({ kind: 'given' as const, keys });

describe('static keys', () => {
  it('are handed out as they were given', async () => {
    const base = staticKeysIdentity(KEYS);
    expect(base.kind === 'credentials' && (await base.credentials())).toEqual(KEYS);
  });

  it('are an error when the inputs have none', () => {
    expect(givenKeys(given(KEYS))).toBe(KEYS);
    expect(() => givenKeys({ kind: 'none' })).toThrow(expect.objectContaining({ code: 'no-base-credentials' }));
  });

  it('that are none have an empty fingerprint', () => {
    expect(fingerprint({ kind: 'none' })).toBe('');
  });

  it('have a fingerprint that does not reveal them', () => {
    expect(fingerprint(given(KEYS))).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(given(KEYS))).toBe(fingerprint(given({ ...KEYS })));
  });

  it.each([
    ['key id', { ...KEYS, accessKeyId: 'AKIA2' }],
    ['secret', { ...KEYS, secretAccessKey: 'other' }],
    ['session token', { ...KEYS, sessionToken: 'token' }],
    ['division', { accessKeyId: 'AKIA1s3', secretAccessKey: 'cret' }],
  ])('of another %s have another fingerprint', (_, other) => {
    expect(fingerprint(given(other))).not.toBe(fingerprint(given(KEYS)));
  });
});
