import pLimit from 'p-limit';
import type { Lab } from '../../lab/lab.ts';
import { startLab } from '../../lab/lab.ts';
import type { Job, JobOptions } from '../../lab/runner/runner.ts';
import { startJob } from '../../lab/runner/runner.ts';
import type { Call, Fault } from '../../lab/wire/wire.ts';
import type { TokenGate } from '../token-gate.ts';
import { startTokenGate } from '../token-gate.ts';
import { TOKEN } from '../token-request.ts';

/** A laboratory with a gate before its token service: every request of a step can fail, be held, or be counted. */
export type Site = {
  readonly lab: Lab;
  /** Applies a fault to the next `times` calls of this action, or requests for a token. */
  inject(action: string, fault: Fault, times?: number): void;
  /** Runs once, before the next call of this action is checked or applied; the call waits for it. */
  before(action: string, hook: () => unknown): void;
  /** Runs once, after the next call of this action, also a refused one; the answer waits for it. */
  after(action: string, hook: () => unknown): void;
  /** The number of calls of this action, retries included. */
  count(action: string): number;
  /** GitHub's tokens that were issued since the last `clear`. */
  tokens(): readonly string[];
  /** Forgets faults, hooks, calls and tokens. */
  clear(): void;
  job(options?: Omit<JobOptions, 'lab'>): Promise<Job>;
};

function once(hook: () => unknown): () => unknown {
  let done = false;
  return () => {
    if (done) return undefined;
    done = true;
    return hook();
  };
}

function siteOf(lab: Lab, gate: TokenGate, jobs: Job[]): Site {
  const { wire } = lab;
  return {
    lab,
    inject: (action, fault, times = 1) => {
      if (action === TOKEN) gate.inject(fault, times);
      else wire.inject({ action, times }, fault);
    },
    before: (action, hook) => {
      const first = once(hook);
      if (action === TOKEN) gate.before(first);
      else wire.before(action, first);
    },
    after: (action, hook) => {
      const first = once(hook);
      if (action === TOKEN) gate.after(first);
      else wire.afterEvery((call: Call) => (call.action === action ? first() : undefined));
    },
    count: (action) => (action === TOKEN ? gate.requests() : wire.actions().filter((each) => each === action).length),
    tokens: () => gate.tokens(),
    clear: () => {
      wire.clear();
      gate.reset();
    },
    job: async (options) => {
      const job = await startJob({ ...options, lab: { oidc: gate.oidc } });
      jobs.push(job);
      return job;
    },
  };
}

export type Sites = {
  open(): Promise<void>;
  close(): Promise<void>;
  /** Runs a test alone on a site, with an empty account, and removes its jobs. */
  use<T>(test: (site: Site) => Promise<T>): Promise<T>;
};

const SETTLE_DEADLINE_MS = 30_000;

/** Waits until the wire has finished every call: those of a killed process may still be running. Calls that hang never end, and do nothing. */
export async function settled({ wire }: Lab): Promise<void> {
  const deadline = performance.now() + SETTLE_DEADLINE_MS;
  const isOpen = () => wire.calls.some(({ endedAt }) => endedAt === undefined);
  while (isOpen() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Laboratories that start at the same time. More, on a busy machine, would all miss their deadline. */
const STARTING = 2;

type Owned = { lab: Lab; gate: TokenGate };

async function runOn<T>({ lab, gate }: Owned, test: (site: Site) => Promise<T>): Promise<T> {
  const jobs: Job[] = [];
  await lab.reset();
  gate.reset();
  try {
    return await test(siteOf(lab, gate, jobs));
  } finally {
    await Promise.all(jobs.map((job) => job.remove()));
  }
}

/** Creates several laboratories, one for each concurrent test. */
export function createSites(size: number): Sites {
  const all: Owned[] = [];
  const free: Owned[] = [];
  const waiting: ((owned: Owned) => void)[] = [];
  const release = (owned: Owned) => {
    const next = waiting.shift();
    if (next) next(owned);
    else free.push(owned);
  };
  const open = async () => {
    const lab = await startLab();
    const owned = { lab, gate: await startTokenGate(lab.oidc) };
    all.push(owned);
    release(owned);
  };
  return {
    open: async () => {
      const starting = pLimit(STARTING);
      await Promise.all(Array.from({ length: size }, () => starting(open)));
    },
    close: async () => {
      await Promise.all(all.map(({ lab, gate }) => Promise.all([lab.close(), gate.close()])));
    },
    use: async (test) => {
      const owned = free.pop() ?? (await new Promise<Owned>((resolve) => waiting.push(resolve)));
      return runOn(owned, test).finally(() => release(owned));
    },
  };
}
