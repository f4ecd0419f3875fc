/** IAM's limit on a path (AWS: IAM and STS quotas). */
export const MAX_PATH_CHARS = 512;

/** Under this path all leases live that are not told otherwise. */
export const DEFAULT_ROOT = '/github-actions/';

/** A text as one segment of a path: what is not a letter, digit or one of `._-` becomes `-`. */
export function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
}

/** A path IAM accepts: begins and ends with one slash, doubled slashes folded, segments slugged; `/` when nothing is left. */
export function iamPath(text: string): string {
  const segments = text
    .split('/')
    .map(slug)
    .filter((segment) => segment !== '');
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

/** Where a job's users live when it does not say: `/github-actions/<owner>/<repo>/[<environment>/]`. */
export function defaultPath(repository: string, environment: string): string {
  // One segment each: an environment named `prod/x` must not lie below that of `prod`.
  return iamPath(`${DEFAULT_ROOT}${repository}/${slug(environment)}`);
}
