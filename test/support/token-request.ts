/** The name of the request for GitHub's token, where others are actions of AWS. */
export const TOKEN = 'GitHub’s token';
