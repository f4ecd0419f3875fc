import { type Shape, wantedSecrets } from './desired/desired.ts';
import { uses } from './desired/secret-name.ts';
import type { Chosen } from './desired/selection.ts';
import { fitsTag, ownerOf } from './owner.ts';
import type { SyncPolicy } from './plan/change.ts';
import type { SyncWish } from './plan/plan.ts';

/** All that the inputs say of a sync. What it owns and how its secrets are named depends on the job too (`syncWish`). */
export type SyncRequest = {
  readonly chosen: readonly Chosen[];
  readonly shape: Shape;
  /** Tells apart several syncs of one repository and environment. */
  readonly id: string;
  readonly policy: Omit<SyncPolicy, 'owner' | 'mode'>;
  readonly prune: SyncWish['prune'];
  readonly writers: number;
};

/** The job that syncs. `environment`: its `environment:`, empty where there is none. */
export type SyncJob = { readonly repository: string; readonly repositoryId: string; readonly environment: string };

/** Puts a request and its job together; `problems`, all at once, are what AWS would refuse of it. */
export function syncWish(request: SyncRequest, job: SyncJob): { wish: SyncWish; problems: string[] } {
  const { chosen, shape, id, policy, prune, writers } = request;
  const { environment, repositoryId } = job;
  const [owner = '', repo = ''] = job.repository.split('/');
  const { wanted, problems } = wantedSecrets(chosen, shape, { owner, repo, environment });
  const mark = ownerOf({ repositoryId, environment, id });
  if (!fitsTag(mark))
    problems.push(`the environment’s name is too long for the tag that marks a secret’s owner: ${mark}`);
  if (environment === '' && needsEnvironment(request)) {
    problems.push('a secret’s name is made with {{environment}}, and this job has no `environment:`');
  }
  return {
    wish: { wanted, policy: { ...policy, owner: mark, mode: shape.mode }, prune, writers },
    problems,
  };
}

/** True when a name cannot be made without the job's `environment:`. */
export function needsEnvironment({ chosen, shape }: Pick<SyncRequest, 'chosen' | 'shape'>): boolean {
  return chosen.some(({ mapping }) => uses(mapping?.name ?? shape.name, 'environment'));
}
