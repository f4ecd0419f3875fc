/** IAM's limit for a path (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html, Path). */
export const MAX_PATH_CHARS = 512;

/** The path of all leases that have no `iam-path` of their own. */
export const DEFAULT_ROOT = '/github-actions/';

/** A text as one segment of a path: any character other than letters, digits and `._-` becomes `-`. */
export function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
}

/** A text as a path that IAM accepts: one slash at the start, at the end and between segments; `/` when it has no segment. */
export function iamPath(text: string): string {
  const segments = text
    .split('/')
    .map(slug)
    .filter((segment) => segment !== '');
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

/** The default path of a job's users: `/github-actions/<owner>/<repo>/[<environment>/]`. */
export function defaultPath(repository: string, environment: string): string {
  // The environment is one segment: that of `prod/x` must not be under the path of `prod`.
  return iamPath(`${DEFAULT_ROOT}${repository}/${slug(environment)}`);
}
