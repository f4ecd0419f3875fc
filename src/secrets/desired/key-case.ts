/** The ways to rewrite a key. */
export const KEY_CASES = ['none', 'lower', 'upper', 'kebab', 'snake', 'camel', 'pascal'] as const;

/** One of KEY_CASES. */
export type KeyCase = (typeof KEY_CASES)[number];

/** A key in another case: `DB_PASSWORD` as `db_password`, `db-password`, `dbPassword`, `DbPassword`. */
export function inCase(key: string, desired: KeyCase): string {
  switch (desired) {
    case 'none':
      return key;
    case 'lower':
      return key.toLowerCase();
    case 'upper':
      return key.toUpperCase();
    case 'kebab':
      return words(key).join('-');
    case 'snake':
      return words(key).join('_');
    case 'camel':
      return words(key)
        .map((word, index) => (index === 0 ? word : capitalised(word)))
        .join('');
    case 'pascal':
      return words(key).map(capitalised).join('');
  }
}

/** The words of a key in lower case. A word ends at a character that is not a letter or digit, and before a capital that follows a small letter or a digit. */
function words(key: string): string[] {
  return key
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
