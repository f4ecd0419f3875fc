import { ListAccessKeysCommand } from '@aws-sdk/client-iam';
import type { Call } from '../lab/wire/wire.ts';
import type { Site } from '../support/scenarios/sites.ts';

/** The access keys of a user just after one was created. */
type Moment = { readonly call: Call; readonly ids: readonly string[] };

/** Observes the creation of access keys. */
export type KeyWatch = {
  /** The most keys that one user had at any time. */
  most(): number;
  /** The most keys of one user whose secret has reached the step. */
  mostUsable(): number;
  /** Whether AWS made a key and its answer did not arrive. */
  lostAny(): boolean;
};

async function keysOf({ lab }: Site, UserName: string): Promise<string[]> {
  try {
    const { AccessKeyMetadata = [] } = await lab.iam.send(new ListAccessKeysCommand({ UserName }));
    return AccessKeyMetadata.map(({ AccessKeyId = '' }) => AccessKeyId);
  } catch {
    return [];
  }
}

/** Watches from now on; a `clear` of the site ends it. */
export function watchKeys(site: Site): KeyWatch {
  const moments: Moment[] = [];
  site.lab.wire.afterEvery(async (call) => {
    if (call.action !== 'CreateAccessKey' || !call.applied) return;
    moments.push({ call, ids: await keysOf(site, call.params.UserName ?? '') });
  });
  /** Keys whose CreateAccessKey was not answered: they appear for the first time after that call. */
  const unanswered = () => {
    const known = new Set<string>();
    return new Set(
      moments.flatMap(({ call, ids }) => {
        const made = ids.filter((id) => !known.has(id));
        for (const id of ids) known.add(id);
        return call.status === undefined ? made : [];
      }),
    );
  };
  const highest = (counts: readonly number[]) => Math.max(0, ...counts);
  return {
    most: () => highest(moments.map(({ ids }) => ids.length)),
    mostUsable: () => {
      const lost = unanswered();
      return highest(moments.map(({ ids }) => ids.filter((id) => !lost.has(id)).length));
    },
    lostAny: () => unanswered().size > 0,
  };
}
