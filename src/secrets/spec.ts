import { desiredSecrets, type SecretLayout } from './desired/desired.ts';
import { uses } from './desired/secret-name.ts';
import type { SelectedKey } from './desired/selection.ts';
import { fitsTag, ownerOf } from './owner.ts';
import type { SyncPolicy } from './plan/change.ts';
import type { SyncSpec } from './plan/plan.ts';

/** All that the inputs say of a sync. What it owns and how its secrets are named depends on the job too (`syncWish`). */
export type SyncRequest = {
  readonly selected: readonly SelectedKey[];
  readonly layout: SecretLayout;
  /** Tells apart several syncs of one repository and environment. */
  readonly id: string;
  readonly policy: Omit<SyncPolicy, 'owner' | 'mode'>;
  readonly prune: SyncSpec['prune'];
  readonly writers: number;
};

/** The job that syncs. `jobEnvironment`: its `environment:`, empty where there is none. */
export type SyncJob = { readonly repository: string; readonly repositoryId: string; readonly jobEnvironment: string };

/** Puts a request and its job together; `problems`, all at once, are what AWS would refuse of it. */
export function syncSpec(request: SyncRequest, job: SyncJob): { spec: SyncSpec; problems: string[] } {
  const { selected, layout, id, policy, prune, writers } = request;
  const { jobEnvironment, repositoryId } = job;
  const [owner = '', repo = ''] = job.repository.split('/');
  const { desired, problems } = desiredSecrets(selected, layout, { owner, repo, environment: jobEnvironment });
  const mark = ownerOf({ repositoryId, jobEnvironment, id });
  if (!fitsTag(mark))
    problems.push(`the environment’s name is too long for the tag that marks a secret’s owner: ${mark}`);
  if (jobEnvironment === '' && needsJobEnvironment(request)) {
    problems.push('a secret’s name is made with {{environment}}, and this job has no `environment:`');
  }
  return {
    spec: { desired, policy: { ...policy, owner: mark, mode: layout.mode }, prune, writers },
    problems,
  };
}

/** True when a name cannot be made without the job's `environment:`. */
export function needsJobEnvironment({ selected, layout }: Pick<SyncRequest, 'selected' | 'layout'>): boolean {
  return selected.some(({ mapping }) => uses(mapping?.name ?? layout.name, 'environment'));
}
