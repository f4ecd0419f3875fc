import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../lab/iam/decision.ts';
import { decide } from '../lab/iam/decision.ts';
import type { IamRequest } from '../lab/iam/iam-request.ts';
import type { Lab } from '../lab/lab.ts';
import { useLab } from '../support/use-lab.ts';
import type { KitPolicy } from './kit.ts';
import { ACCOUNT_ID, grants, kitPolicy, withoutAction } from './kit.ts';
import { useKitPolicies } from './kit-roles.ts';
import type { Recorded } from './recording.ts';
import { recording } from './recording.ts';
import type { Run } from './runs.ts';
import { createKitResources, LEASES, lastAnswerLost, OPTIONAL_SYNCS, RARE, SESSIONS, SWEEPS, SYNCS } from './runs.ts';

const principal = `arn:aws:sts::${ACCOUNT_ID}:assumed-role/github-lease-manager/gha-shop-19280374655-1`;

const lab = useLab({ reset: false });

/** Different requests of a recording, each with the call it was made by. */
function distinct(recorded: readonly Recorded[]): IamRequest[] {
  const all = recorded.flatMap(({ asked }) => asked);
  return [...new Map(all.map((asked) => [JSON.stringify(asked), asked])).values()];
}

/** The requests that the policies refuse, as `action on resource`. */
async function refusals(asked: readonly IamRequest[], policies: readonly Policy[]): Promise<string[]> {
  const decided = asked.map(async (each) => ({ each, decision: await decide(each, { principal, policies }) }));
  const refused = (await Promise.all(decided)).filter(({ decision }) => decision !== 'Allowed');
  return refused.map(({ each }) => `${each.action} on ${each.resource}`);
}

type Preparation = (lab: Lab) => Promise<unknown>;

/** Runs with only these policies of the kit: a request that they refuse fails the run. */
async function recorded(
  run: Run,
  policies: readonly string[],
  prepare: Preparation = async () => {},
): Promise<IamRequest[]> {
  await lab.reset();
  await createKitResources(lab);
  await prepare(lab);
  await useKitPolicies(lab, policies);
  return distinct(await recording(lab, () => run(lab)));
}

/** Runs whose requests the policies must allow. At least one of them must need each permission of `policy`. */
type Case = {
  role: string;
  policy: string;
  further: string[];
  runs: Record<string, { prepare?: Preparation; run: Run }>;
};

function unprepared(runs: Record<string, Run>): Case['runs'] {
  return Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, { run }]));
}

const CASES: Case[] = [
  { role: 'The managing role', policy: 'manager-iam-user', further: [], runs: unprepared(LEASES) },
  {
    role: 'The managing role with the optional permissions',
    policy: 'manager-iam-user-optional',
    further: ['manager-iam-user'],
    runs: unprepared(RARE),
  },
  { role: 'The role that issues sessions', policy: 'manager-session', further: [], runs: SESSIONS },
  { role: 'The sweeper', policy: 'manager-sweep', further: [], runs: SWEEPS },
  {
    role: 'The managing role that syncs one JSON secret',
    policy: 'manager-secrets-json',
    further: [],
    runs: unprepared(SYNCS.json),
  },
  {
    role: 'The managing role that syncs a secret for each key',
    policy: 'manager-secrets-per-key',
    further: [],
    runs: unprepared(SYNCS['per-key']),
  },
  {
    role: 'The managing role with the optional permissions on secrets',
    policy: 'manager-secrets-optional',
    further: ['manager-secrets-per-key'],
    runs: unprepared({ ...OPTIONAL_SYNCS.json, ...OPTIONAL_SYNCS['per-key'] }),
  },
];

describe.each(CASES)('$role', ({ policy, further, runs }) => {
  const seen: IamRequest[] = [];
  const policies = [policy, ...further].map((name) => kitPolicy(name));
  const [kit] = policies as [KitPolicy, ...KitPolicy[]];

  it.each(Object.entries(runs))('may do all that it does: %s', async (_, { run, prepare }) => {
    const asked = await recorded(run, [policy, ...further], prepare);
    seen.push(...asked);
    expect(asked.length).toBeGreaterThan(0);
    expect(await refusals(asked, policies)).toEqual([]);
  });

  it.each(grants(kit))('needs what %s allows: %s', async (sid, action) => {
    const leaner = [withoutAction(kit, sid, action), ...policies.slice(1)];
    const concerned = seen.filter((asked) => asked.action.toLowerCase() === action.toLowerCase());
    expect(await refusals(concerned, leaner)).not.toEqual([]);
  });
});

describe('The one request that the policies refuse', () => {
  it('is a DeleteUser repeated after its answer was lost: IAM no longer knows the path. GetUser then shows that the user is gone', async () => {
    await lab.reset();
    await createKitResources(lab);
    await useKitPolicies(lab, ['manager-iam-user']);
    const all = await recording(lab, () => lastAnswerLost(lab));
    const policies = [kitPolicy('manager-iam-user')];
    const last = all.slice(all.findIndex(({ action }) => action === 'DeleteUser'));
    expect(last.map(({ action }) => action).slice(0, 2)).toEqual(['DeleteUser', 'DeleteUser']);
    const [first, repeated] = last.map(({ asked }) => asked);
    expect(await refusals(first ?? [], policies)).toEqual([]);
    expect(await refusals(repeated ?? [], policies)).toEqual([
      expect.stringMatching(/^iam:DeleteUser on arn:aws:iam::\d+:user\/gha-/),
    ]);
    expect(await refusals(distinct(all), policies)).toHaveLength(1);
    const look = { action: 'iam:GetUser', resource: repeated?.[0]?.resource ?? '', context: {} };
    expect(await refusals([look], policies)).toEqual([]);
  });
});
