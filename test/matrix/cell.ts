import { findSecret, type Job, type Running, type StepResult } from '../lab/runner/runner.ts';
import { setRolePolicies, useKitPolicies, WHOLE_KIT } from '../setup/kit-roles.ts';
import { createKitResources } from '../setup/runs.ts';
import { type Site, type Sites, settled } from '../support/scenarios/sites.ts';
import { TOKEN } from '../support/token-request.ts';
import { useSites } from '../support/use-lab.ts';
import type { FaultName } from './columns.ts';
import { injectFault, setClock } from './faults.ts';
import { type KeyWatch, watchKeys } from './keys.ts';
import type { Ended, LaterResults, Scene, SetScene } from './scene.ts';
import { EVERY_CALL } from './table.ts';
import { startTap, type Tap } from './tap.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** The result of one cell, or of a run without a fault. */
export type Outcome = Verdict & {
  /** The distinct calls that the step made. */
  readonly calls: readonly string[];
  /** Users that should be deleted and are not; users that should exist and do not. */
  readonly left: readonly string[];
  readonly missing: readonly string[];
  /** The number of secrets that were searched for, and the places where one shows. */
  readonly searched: number;
  readonly shown: readonly string[];
  readonly mostKeys: number;
  readonly mostUsableKeys: number;
  readonly lostKey: boolean;
  /** The first error of the checks after the step, or of the clean-up. */
  readonly problem: unknown;
};

/** Laboratories for the concurrent cells of one file; jest runs no more at once (`maxConcurrency` in its configuration). */
export function matrixSites(): Pick<Sites, 'use'> {
  return useSites(Number(process.env.MATRIX_SITES ?? 7));
}

function callsOf(site: Site): string[] {
  const token = site.count(TOKEN) > 0 ? [TOKEN] : [];
  return [...new Set([...token, ...site.lab.wire.actions()])];
}

type Played = { readonly result: StepResult; readonly calls: string[]; readonly keys: KeyWatch };

/** Forgets faults, hooks and calls; AWS's clock stays as the cell has it. */
function clear(site: Site, fault: FaultName | undefined): void {
  site.clear();
  setClock(site, fault);
}

/** Injects the fault, runs the step, and waits for its end. */
async function play(
  site: Site,
  scene: Scene,
  injected: { call: string; fault: FaultName } | undefined,
): Promise<Played> {
  clear(site, injected?.fault);
  const keys = watchKeys(site);
  scene.beforeStart?.();
  let running: Running | undefined;
  if (injected !== undefined) injectFault(injected.fault, { site, call: injected.call, running: () => running });
  running = scene.start();
  const result = await running.done;
  if (injected === undefined || injected.fault.startsWith('killed')) await settled(site.lab);
  return { result, calls: callsOf(site), keys };
}

/** The places where a secret shows: in the scene's job and in each later job. */
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

/** Checks what the step has left, then cleans up even where the check failed. */
async function cleanUp(scene: Scene, ended: Ended): Promise<{ later: LaterResults; problem: unknown }> {
  const checked = scene.check(ended).catch((problem: unknown) => problem);
  const problem = await checked;
  try {
    return { later: await scene.afterwards(ended), problem };
  } catch (error) {
    return { later: [], problem: problem ?? error };
  }
}

/** Gives the managing roles the policies of setup/, and no others. */
async function useWholeKit({ lab }: Site): Promise<void> {
  await createKitResources(lab);
  await useKitPolicies(lab, WHOLE_KIT);
  await setRolePolicies(lab.iam, 'second-hop', { policies: WHOLE_KIT });
}

async function onTap(
  site: Site,
  tap: Tap,
  setScene: SetScene,
  injected?: { call: string; fault: FaultName },
): Promise<Outcome> {
  await useWholeKit(site);
  setClock(site, injected?.fault);
  const endpoints = Object.fromEntries(
    ['sts', 'iam', 'secretsmanager'].map((service) => [`${service}-endpoint`, tap.url]),
  );
  const scene = await setScene({ site, inputs: (given = {}) => site.lab.inputs({ ...endpoints, ...given }) });
  const tokens = [...site.tokens()];
  const { result, calls, keys } = await play(site, scene, injected);
  if (injected !== undefined && ![...calls, EVERY_CALL].includes(injected.call))
    throw new Error(`${injected.call} was never called:\n${result.log}`);
  tokens.push(...site.tokens());
  const verdict = verdictOn(result, injected?.fault, scene);
  clear(site, injected?.fault);
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

/** Runs one cell; without `injected`, the stage without a fault. */
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
