import type { IssueUserDependencies } from '../../../src/lease/issue-user.ts';
import type { LeaseRecord } from '../../../src/lease/lease.ts';
import type { UserPlan } from '../../../src/lease/user-spec.ts';
import { fakeIam } from './iam.ts';
import { jobOf } from './run.ts';
import { fakeClock, fakeWaiting, lifetimeOf } from './time.ts';

/** A plan for a user, with the names `gha-1`, `gha-2`, … */
export function userPlan(about: Partial<UserPlan> = {}): UserPlan {
  let names = 0;
  return {
    userName: () => `gha-${++names}`,
    path: '/ci/',
    boundaryArn: undefined,
    policyArns: [],
    inlinePolicies: [],
    groups: [],
    tags: {},
    run: jobOf(),
    ttlSeconds: 3600,
    maxTtlSeconds: 86_400,
    alphanumericSecret: false,
    outlivesJob: false,
    waitForPropagationSeconds: 0,
    ...about,
  };
}

/** The dependencies of `issueUser`, with a fake IAM. `events`: calls and journal entries, in order. */
export function issuing(
  handlers: Parameters<typeof fakeIam>[0] = {},
  about: {
    secrets?: string[];
    stop?: AbortController;
    retries?: boolean;
    probe?: IssueUserDependencies['probe'];
    meanwhile?: IssueUserDependencies['meanwhile'];
  } = {},
) {
  const { secrets = [], stop = new AbortController() } = about;
  const fake = fakeIam(handlers, { secrets });
  const events: string[] = [];
  const records: LeaseRecord[] = [];
  const masks: string[] = [];
  const clock = fakeClock();
  const deps: IssueUserDependencies = {
    ...fakeWaiting({ clock, lifetime: lifetimeOf(stop.signal), retries: about.retries ?? false }),
    accountId: '123456789012',
    iam: { send: (...call: never[]) => recordAndSend(call, events, fake.iam.send as never) } as never,
    journal: {
      write(record) {
        events.push(`journal ${record.progress}`);
        records.push(record);
      },
    },
    mask: (secret) => masks.push(secret),
    probe: about.probe ?? (async () => async () => undefined),
    meanwhile: about.meanwhile ?? (async () => undefined),
  };
  return { ...fake, deps, events, records, masks, clock, progress: () => records.map(({ progress }) => progress) };
}

function recordAndSend(call: readonly object[], events: string[], send: (...call: never[]) => unknown): unknown {
  events.push((call[0]?.constructor.name ?? '').replace(/Command$/, ''));
  return send(...(call as never[]));
}
