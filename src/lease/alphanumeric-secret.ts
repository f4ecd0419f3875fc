import { ActionError } from '../errors.ts';

/** A secret's 40 characters are drawn from base 64: seven in ten have a `+` or `/`, so ten tries fail for 4 jobs in 100. */
export const MAX_TRIES = 10;

/** True when tools that choke on special characters can take the secret (`special-characters-workaround`). */
export function isAlphanumeric(secret: string): boolean {
  return /^[A-Za-z0-9]+$/.test(secret);
}

/** The error when none of the tries gave a plain secret. */
export function specialCharactersRemain(): ActionError {
  return new ActionError(
    'special-characters-remain',
    `AWS gave ${MAX_TRIES} secrets in a row with special characters`,
    { remedy: 'Run the job again, or do without `special-characters-workaround`.' },
  );
}
