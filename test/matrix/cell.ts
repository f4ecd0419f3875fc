import { findSecret, type Job, type Running, type StepResult } from '../lab/runner/runner.ts';
import { dress, useKitPolicies, WHOLE_KIT } from '../setup/kit-roles.ts';
import { furnish } from '../setup/runs.ts';
import { type Site, type Sites, settled } from '../support/scenarios/sites.ts';
import { TOKEN } from '../support/token-request.ts';
import { useSites } from '../support/use-lab.ts';
import { injectFault } from './faults.ts';
import { type KeyWatch, watchKeys } from './keys.ts';
import type { Ended, LaterResults, Scene, SetScene } from './scene.ts';
import type { FaultName } from './table.ts';
import { startTap, type Tap } from './tap.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** What came of one cell, or of a run without a fault. */
export type Outcome = Verdict & {
  /** The distinct calls that the step made. */
  readonly calls: readonly string[];
  /** Users that should be gone, and those that should not and are. */
  readonly left: readonly string[];
  readonly missing: readonly string[];
  /** How many secrets were looked for, and the places where one shows. */
  readonly searched: number;
  readonly shown: readonly string[];
  readonly mostKeys: number;
  readonly mostUsableKeys: number;
  readonly lostKey: boolean;
  /** What did not hold of what the step left, or went wrong in cleaning up after it. */
  readonly problem: unknown;
};

/** Laboratories for the cells of one file, which mostly wait; jest runs no more at once (`maxConcurrency` in its configuration). */
export function matrixSites(): Pick<Sites, 'use'> {
  return useSites(Number(process.env.MATRIX_SITES ?? 7));
}

function callsOf(site: Site): string[] {
  const token = site.count(TOKEN) > 0 ? [TOKEN] : [];
  return [...new Set([...token, ...site.lab.wire.actions()])];
}

type Played = { readonly result: StepResult; readonly calls: string[]; readonly keys: KeyWatch };

/** Starts the step with the fault lying in wait, and sees it to its end. */
async function play(
  site: Site,
  scene: Scene,
  injected: { call: string; fault: FaultName } | undefined,
): Promise<Played> {
  site.clear();
  const keys = watchKeys(site);
  scene.beforeStart?.();
  let running: Running | undefined;
  if (injected !== undefined) injectFault(injected.fault, { site, call: injected.call, running: () => running });
  running = scene.start();
  const result = await running.done;
  if (injected === undefined || injected.fault.startsWith('killed')) await settled(site.lab);
  return { result, calls: callsOf(site), keys };
}

/** Looks in the scene's job with all that was played there, and in each job that came after it. */
async function shownIn(
  scene: Scene,
  { results, later }: { results: readonly StepResult[]; later: LaterResults },
  secrets: readonly string[],
): Promise<string[]> {
  const played = new Map<Job, StepResult[]>([[scene.job, [...(scene.earlier ?? []), ...results]]]);
  for (const { job, result } of later) played.set(job, [...(played.get(job) ?? []), result]);
  const finds = secrets.flatMap((secret) => [...played].map(([job, all]) => findSecret(job, all, secret)));
  return (await Promise.all(finds)).flat();
}

/** Looks at what the step has left, and cleans up whatever that look says. */
async function cleanUp(scene: Scene, ended: Ended): Promise<{ later: LaterResults; problem: unknown }> {
  const checked = scene.check(ended).catch((problem: unknown) => problem);
  const problem = await checked;
  try {
    return { later: await scene.afterwards(ended), problem };
  } catch (error) {
    return { later: [], problem: problem ?? error };
  }
}

/** Whoever manages leases and secrets has what setup/ gives, and nothing else. */
async function useWholeKit({ lab }: Site): Promise<void> {
  await furnish(lab);
  await useKitPolicies(lab, WHOLE_KIT);
  await dress(lab.iam, 'second-hop', { policies: WHOLE_KIT });
}

async function onTap(
  site: Site,
  tap: Tap,
  setScene: SetScene,
  injected?: { call: string; fault: FaultName },
): Promise<Outcome> {
  await useWholeKit(site);
  const endpoints = Object.fromEntries(
    ['sts', 'iam', 'secretsmanager'].map((service) => [`${service}-endpoint`, tap.url]),
  );
  const scene = await setScene({ site, inputs: (given = {}) => site.lab.inputs({ ...endpoints, ...given }) });
  const tokens = [...site.tokens()];
  const { result, calls, keys } = await play(site, scene, injected);
  if (injected !== undefined && !calls.includes(injected.call))
    throw new Error(`${injected.call} was never called:\n${result.log}`);
  tokens.push(...site.tokens());
  const verdict = verdictOn(result, injected?.fault, scene);
  site.clear();
  const ended = { result, ending: verdict.ending, fault: injected?.fault };
  const { later, problem } = await cleanUp(scene, ended);
  const users = await site.lab.users();
  const { expectedUsers = [], secrets: own = [] } = scene;
  const { requestToken } = site.lab.oidc;
  const secrets = [...new Set([...own, ...tap.secrets(), ...tokens, ...site.tokens(), requestToken])];
  return {
    ...verdict,
    calls,
    left: users.filter((name) => !expectedUsers.includes(name)),
    missing: expectedUsers.filter((name) => !users.includes(name)),
    searched: secrets.length,
    shown: await shownIn(scene, { results: [result], later }, secrets),
    mostKeys: keys.most(),
    mostUsableKeys: keys.mostUsable(),
    lostKey: keys.lostAny(),
    problem,
  };
}

/** Plays one cell; without `injected`, the stage as it goes when nothing is amiss. */
export async function playCell(
  site: Site,
  setScene: SetScene,
  injected?: { call: string; fault: FaultName },
): Promise<Outcome> {
  const tap = await startTap(site.lab.wire.url);
  try {
    return await onTap(site, tap, setScene, injected);
  } finally {
    await tap.close();
  }
}
