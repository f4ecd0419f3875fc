import type { Answer, Call } from './call.ts';

/** A function that a test runs during a call; the call waits for it. */
export type Hook = (call: Call) => unknown;

/** Changes the body of an answer. */
export type Amendment = (body: string, call: Call) => string;

export type Hooks = {
  before(action: string, hook: Hook): void;
  after(action: string, hook: Hook): void;
  afterEvery(hook: Hook): void;
  /** Changes the body of the next `times` answers to this action, without any effect on what the call does. */
  amend(action: string, change: Amendment, times?: number): void;
  /** The answer with what `amend` changes. */
  amended(call: Call, answer: Answer): Answer;
  runBefore(call: Call): Promise<void>;
  /** Hooks of the action when it was applied, and those for every call in any case. */
  runAfter(call: Call): Promise<void>;
  clear(): void;
};

type Registered = { action: string; hook: Hook };

async function run(list: readonly Registered[], call: Call): Promise<void> {
  for (const { action, hook } of list) if (action === call.action) await hook(call);
}

/** Amendments of answers, each for a number of calls. */
function createAmendments() {
  let pending: { action: string; change: Amendment; left: number }[] = [];
  return {
    amend: (action: string, change: Amendment, times = 1) => {
      pending.push({ action, change, left: times });
    },
    amended: (call: Call, answer: Answer): Answer => {
      const entry = pending.find(({ action, left }) => action === call.action && left > 0);
      if (entry === undefined) return answer;
      entry.left -= 1;
      return { ...answer, body: entry.change(answer.body, call) };
    },
    clear: () => {
      pending = [];
    },
  };
}

/** No hooks yet. They run in the order of their registration. */
export function createHooks(): Hooks {
  let before: Registered[] = [];
  let after: Registered[] = [];
  let every: Hook[] = [];
  const amendments = createAmendments();
  return {
    amend: amendments.amend,
    amended: amendments.amended,
    before: (action, hook) => {
      before.push({ action, hook });
    },
    after: (action, hook) => {
      after.push({ action, hook });
    },
    afterEvery: (hook) => {
      every.push(hook);
    },
    runBefore: (call) => run(before, call),
    runAfter: async (call) => {
      if (call.applied) await run(after, call);
      for (const hook of every) await hook(call);
    },
    clear: () => {
      before = [];
      after = [];
      every = [];
      amendments.clear();
    },
  };
}

/** Runs tasks with the same name one after the other, tasks without a name or with different ones at the same time. */
export function createTurns(): <T>(name: string | undefined, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, task) => {
    if (name === undefined) return task();
    const turn = (last.get(name) ?? Promise.resolve()).then(task, task);
    last.set(name, turn);
    return turn;
  };
}
