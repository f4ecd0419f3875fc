import { setTimeout as pause } from 'node:timers/promises';
import type { Running } from '../lab/runner/runner.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { TOKEN } from '../support/token-request.ts';
import type { FaultName } from './columns.ts';

/** Where a fault is injected: the first call of this action, in a step that is about to start. */
export type Target = { readonly site: Site; readonly call: string; readonly running: () => Running | undefined };

/** More tries than any step makes. */
const ALWAYS = 1_000;
/** Less than the time-out of a request, 15 s (src/aws/http.ts). */
const SLOW_MS = 10_000;
const DENIED = { code: 'AccessDenied', message: 'The matrix does not authorize this call.' };

/** Kills the step without warning, and waits until it is gone. */
async function kill({ running }: Target): Promise<void> {
  running()?.kill('SIGKILL');
  await running()?.done;
}

/** Cancels the job as the runner does: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL. The call does not wait for that. */
function cancel({ running }: Target): void {
  void running()?.cancel();
}

function expireFirstToken({ site, call }: Target): void {
  const { oidc } = site.lab;
  const usual = oidc.lifetimeSeconds;
  oidc.lifetimeSeconds = -60;
  site.after(call, () => {
    oidc.lifetimeSeconds = usual;
  });
}

const INJECT: Record<FaultName, (target: Target) => void> = {
  'throttled ×3': ({ site, call }) => site.inject(call, 'throttle', 3),
  '500 ×2': ({ site, call }) => site.inject(call, 'error-500', 2),
  '503 ×2': ({ site, call }) => site.inject(call, 'error-503', 2),
  reset: ({ site, call }) => site.inject(call, 'reset'),
  'answer lost': ({ site, call }) => site.inject(call, 'answer-lost'),
  hang: ({ site, call }) => site.inject(call, 'hang'),
  denied: ({ site, call }) => site.inject(call, DENIED, ALWAYS),
  'killed before': (target) => {
    target.site.before(target.call, () => kill(target));
    // Every call of that action: none of several calls that were sent at once may succeed.
    target.site.inject(target.call, 'reset', ALWAYS);
  },
  'killed after': (target) => target.site.after(target.call, () => kill(target)),
  cancelled: (target) => {
    target.site.after(target.call, () => cancel(target));
    target.site.inject(target.call, 'hang-after', ALWAYS);
  },
  slow: ({ site, call }) => site.before(call, () => pause(SLOW_MS)),
  'expired token': expireFirstToken,
  'not AWS’s answer': ({ site, call }) => site.inject(call, 'portal'),
  'cut answer': ({ site, call }) => site.inject(call, 'cut'),
  drip: ({ site, call }) => site.inject(call, 'drip'),
  // The steps reach AWS by plain HTTP: a proxy refuses such a request with an answer of its own.
  'proxy refuses': ({ site, call }) => site.inject(call, call === TOKEN ? 'bad-gateway' : 'blocked'),
  // Set for the whole stage, by `setClock`.
  'clock off': () => undefined,
};

/** Long beyond the 15 minutes by which AWS lets a signature differ. */
const CLOCK_OFF_MS = 3 * 3_600_000;

/** Sets AWS's clock for a cell. Holds until the site's next test; call it again after each `clear`. */
export function setClock({ lab }: Site, fault: FaultName | undefined): void {
  lab.wire.skewMs = fault === 'clock off' ? CLOCK_OFF_MS : 0;
}

/** Injects a fault. */
export function injectFault(fault: FaultName, target: Target): void {
  INJECT[fault](target);
}
