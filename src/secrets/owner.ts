import { MAX_TAG_VALUE_CHARS } from '../aws/tags.ts';

/** The tag that names the sync that owns a secret. */
export const OWNER_TAG = 'sync:owner';
/** The tag that names the mode of the sync that wrote a secret, so that `per-key` never prunes a JSON secret. */
export const MODE_TAG = 'sync:mode';
/** The prefix of tags that are reserved for the sync. */
export const RESERVED_TAG_PREFIX = 'sync:';

/** What identifies an owner: the repository, the job's environment (empty: none), and the sync's `id`. */
export type SyncFacts = { readonly repositoryId: string; readonly jobEnvironment: string; readonly id: string };

/**
 * The value of the owner tag, which is unique for each owner. Characters of the environment's name that a tag or a filter of
 * ListSecrets does not allow, or that would make the parts ambiguous, are written as `=` and their bytes in hexadecimal.
 */
export function ownerOf({ repositoryId, jobEnvironment, id }: SyncFacts): string {
  return `repo:${repositoryId}/env:${jobEnvironment === '' ? '-' : escaped(jobEnvironment)}/id:${id}`;
}

/** True if the value is short enough for a tag. */
export function fitsTag(owner: string): boolean {
  return owner.length <= MAX_TAG_VALUE_CHARS;
}

function escaped(jobEnvironment: string): string {
  if (jobEnvironment === '-') return '=2D';
  return jobEnvironment.replaceAll(/[^A-Za-z0-9_.:/+\-@]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
