// The requests of the action, as the laboratory's wire has evaluated them.
import type { IamRequest } from '../lab/iam/iam-request.ts';
import type { Lab } from '../lab/lab.ts';

/** One call of the action, and the requests that IAM evaluated for it. */
export type Recorded = { readonly action: string; readonly asked: readonly IamRequest[] };

/** Runs `work`. @returns the calls of the action meanwhile; the tests' own calls do not count */
export async function recording(lab: Lab, work: () => Promise<void>): Promise<Recorded[]> {
  lab.wire.calls.length = 0;
  await work();
  const ours = lab.wire.calls.filter(({ accessKeyId }) => accessKeyId !== lab.administrator.accessKeyId);
  return ours.filter(({ asked }) => asked.length > 0);
}
