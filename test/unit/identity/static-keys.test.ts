import { describe, expect, it } from '@jest/globals';
import { fingerprint, staticKeysIdentity } from '../../../src/identity/static-keys.ts';

const KEYS = { accessKeyId: 'AKIA1', secretAccessKey: 's3cret' };

describe('static keys', () => {
  it('are handed out as they were given', async () => {
    const base = staticKeysIdentity(KEYS);
    expect(base.kind === 'credentials' && (await base.credentials())).toEqual(KEYS);
  });

  it('have a fingerprint that tells nothing of them', () => {
    expect(fingerprint(KEYS)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(KEYS)).toBe(fingerprint({ ...KEYS }));
  });

  it.each([
    ['key id', { ...KEYS, accessKeyId: 'AKIA2' }],
    ['secret', { ...KEYS, secretAccessKey: 'other' }],
    ['session token', { ...KEYS, sessionToken: 'token' }],
    ['division', { accessKeyId: 'AKIA1s3', secretAccessKey: 'cret' }],
  ])('of another %s have another fingerprint', (_, other) => {
    expect(fingerprint(other)).not.toBe(fingerprint(KEYS));
  });
});
