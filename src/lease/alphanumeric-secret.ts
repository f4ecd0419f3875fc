import { ActionError } from '../errors.ts';

/**
 * A secret has 40 characters of base64, so about 70 % of all secrets have a `+` or `/`. Ten tries in a row fail for about 4 % of jobs.
 */
export const MAX_TRIES = 10;

/** True when the secret has only letters and digits (`special-characters-workaround`). */
export function isAlphanumeric(secret: string): boolean {
  return /^[A-Za-z0-9]+$/.test(secret);
}

/** The error after `MAX_TRIES` secrets that all had a special character. */
export function specialCharactersRemain(): ActionError {
  return new ActionError(
    'special-characters-remain',
    `AWS returned ${MAX_TRIES} secrets in a row with special characters`,
    { remedy: 'Run the job again, or remove `special-characters-workaround`.' },
  );
}
