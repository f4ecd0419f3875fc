import { desiredSecrets, type SecretLayout } from './desired/desired.ts';
import { usesVariable } from './desired/secret-name.ts';
import type { SelectedKey } from './desired/selection.ts';
import { fitsTag, ownerOf } from './owner.ts';
import type { SyncPolicy } from './plan/change.ts';
import type { SyncSpec } from './plan/plan.ts';

/** What the inputs say about a sync. The owner and the names of secrets depend on the job too: see `syncSpec`. */
export type SyncRequest = {
  readonly selected: readonly SelectedKey[];
  readonly layout: SecretLayout;
  /** Identifies one of several syncs in the same repository and environment. */
  readonly id: string;
  readonly policy: Omit<SyncPolicy, 'owner' | 'mode'>;
  readonly prune: SyncSpec['prune'];
  readonly writers: number;
};

/** The job that syncs. `jobEnvironment`: its `environment:`, empty where there is none. */
export type SyncJob = { readonly repository: string; readonly repositoryId: string; readonly jobEnvironment: string };

/** The whole sync, from the request and the job. `problems`: one sentence for each thing that AWS would refuse. */
export function syncSpec(request: SyncRequest, job: SyncJob): { spec: SyncSpec; problems: string[] } {
  const { selected, layout, id, policy, prune, writers } = request;
  const { jobEnvironment, repositoryId } = job;
  const [owner = '', repo = ''] = job.repository.split('/');
  const { desired, problems } = desiredSecrets(selected, layout, { owner, repo, environment: jobEnvironment });
  const ownerTag = ownerOf({ repositoryId, jobEnvironment, id });
  if (!fitsTag(ownerTag))
    problems.push(`the environment’s name is too long for the tag that marks a secret’s owner: ${ownerTag}`);
  if (jobEnvironment === '' && needsJobEnvironment(request)) {
    problems.push('a secret’s name uses {{environment}}, and this job has no `environment:`');
  }
  return {
    spec: { desired, policy: { ...policy, owner: ownerTag, mode: layout.mode }, prune, writers },
    problems,
  };
}

/** True if a name uses {{environment}}. */
export function needsJobEnvironment({ selected, layout }: Pick<SyncRequest, 'selected' | 'layout'>): boolean {
  return selected.some(({ mapping }) => usesVariable(mapping?.name ?? layout.name, 'environment'));
}
