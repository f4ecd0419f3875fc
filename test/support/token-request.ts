/** The request for GitHub's token, named beside the actions of AWS: a call like any other. */
export const TOKEN = 'GitHub’s token';
