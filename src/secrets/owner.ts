import { MAX_TAG_VALUE_CHARS } from '../aws/tags.ts';

/** Tag by which a secret is known as one sync's own. */
export const OWNER_TAG = 'sync:owner';
/** Tag that tells which shape made a secret, so that a sync with one secret per key never prunes another's JSON secret. */
export const MODE_TAG = 'sync:mode';
/** The prefix of tags that are ours alone. */
export const RESERVED_TAG_PREFIX = 'sync:';

/** Who syncs: one repository, one of its environments (empty: none), one sync among several there. */
export type SyncFacts = { readonly repositoryId: string; readonly jobEnvironment: string; readonly id: string };

/**
 * The owner's mark. No two owners share one, whatever their environment is called: characters that a tag or a filter of ListSecrets
 * cannot have, and those that would make the parts ambiguous, are written as `=` and their bytes.
 */
export function ownerOf({ repositoryId, jobEnvironment, id }: SyncFacts): string {
  return `repo:${repositoryId}/env:${jobEnvironment === '' ? '-' : escaped(jobEnvironment)}/id:${id}`;
}

/** Whether the mark fits a tag. */
export function fitsTag(owner: string): boolean {
  return owner.length <= MAX_TAG_VALUE_CHARS;
}

function escaped(jobEnvironment: string): string {
  if (jobEnvironment === '-') return '=2D';
  return jobEnvironment.replaceAll(/[^A-Za-z0-9_.:/+\-@]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
