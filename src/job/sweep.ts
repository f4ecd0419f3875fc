import { GetAccountSummaryCommand } from '@aws-sdk/client-iam';
import { adaptiveLimit } from '../aws/adaptive-limit.ts';
import { type AwsCredentials, type Iam, iamClient } from '../aws/clients.ts';
import { awsFailure, describeFailure, isDenied } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import { readSweepInputs, type SweepInputs } from '../github/inputs/lease-actions.ts';
import { count, newTally, type SweepTally, setSweepOutputs } from '../github/reports/lease-actions.ts';
import { summariseSweep } from '../github/reports/summary.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import type { WorkflowRuns } from '../github/workflow-runs.ts';
import type { Principal } from '../identity/identity.ts';
import { sweep } from '../lease/sweep.ts';
import { type Manager, runAsManager } from './manager.ts';
import { warnLeftovers } from './tell-revocation.ts';

const PROGRESS_MS = 5_000;
/** Share of the account's 5,000 users (not to be raised: reference aws-iam-sts.md §5.2) from which on there is a warning. */
const WARN_FROM_SHARE = 0.8;
/** Failures told one by one. */
const MAX_TOLD = 50;

/** `/sweep`: tells of every lease under a path, and deletes those that have ended. */
export async function sweepForSchedule(step: Step): Promise<void> {
  const env = { ...process.env };
  const run = runFacts(env);
  const inputs = readSweepInputs(run, env);
  await runAsManager(inputs, { step, env }, (manager) =>
    sweepAs(manager, inputs, { step, repository: run.repository }),
  );
}

type SweepContext = {
  readonly step: Step;
  /** The sweeping job's own. */
  readonly repository: string;
};

async function sweepAs(manager: Manager, inputs: SweepInputs, { step, repository }: SweepContext): Promise<void> {
  const tally = newTally();
  const runs = await runsFor(inputs, repository, step);
  const { lifetime, log } = step;
  const { context } = manager;
  const client = await iamClient(context, renewing(manager), { throttledByCaller: true });
  const iam = limited(client, adaptiveLimit(inputs.concurrency, context));
  const progress = setInterval(
    () => log.info(`… ${tally.seen} users looked at, ${tally.counts.revoked} deleted.`),
    PROGRESS_MS,
  );
  const quota = warnOfQuota(iam, step);
  try {
    await sweep(inputs, {
      ...context,
      iam,
      accountId: manager.principal.accountId,
      isRunOver: async (lease) => (await runs?.isOver(lease)) ?? false,
      report: (swept) => {
        count(tally, swept);
        if (swept.failure !== undefined) log.info(`${swept.userName}: ${swept.failure}`);
        else if (swept.revoked) log.info(`${swept.userName} is deleted (${swept.state}).`);
        warnLeftovers(swept.userName, swept.leftovers, log);
      },
    });
    tally.whole = true;
  } catch (cause) {
    lifetime.soft.throwIfAborted();
    throw awsFailure('sweep-failed', `Listing the users under ${inputs.pathPrefix}`, {
      remedy: 'Give the role iam:ListUsers and iam:GetUser (docs/permissions.md), and check `iam-path`.',
      cause,
    });
  } finally {
    clearInterval(progress);
    await quota;
    await publish(tally, inputs, step);
  }
  tellUnanswered(runs, step);
  const failed = tally.rows.filter(({ failure }) => failure !== undefined);
  if (failed.length > 0)
    throw sweepIncomplete(
      failed.map(({ userName, failure }) => `${userName}: ${failure}`),
      tally.seen,
    );
}

/** Thousands of users may take longer than a session lasts: the SDK asks again when it nears its end. */
function renewing({ principal, again }: Manager): () => Promise<AwsCredentials> {
  let first: Principal | undefined = principal;
  return async () => {
    const { credentials } = first ?? (await again());
    first = undefined;
    return credentials;
  };
}

async function runsFor(
  { githubToken }: SweepInputs,
  ownRepository: string,
  step: Step,
): Promise<WorkflowRuns | undefined> {
  if (githubToken === '') return undefined;
  const { workflowRuns } = await import('../github/workflow-runs.ts');
  return workflowRuns(githubToken, ownRepository, step);
}

/** The same client, with no more calls at a time than AWS takes. */
function limited(iam: Iam, limit: ReturnType<typeof adaptiveLimit>): Iam {
  const send = (...call: never[]) => limit(() => (iam.send as (...call: never[]) => Promise<unknown>)(...call));
  return { send: send as Iam['send'] };
}

/** A courtesy: a role that may not look at the account's numbers sweeps all the same. */
async function warnOfQuota(iam: Iam, { log }: Step): Promise<void> {
  try {
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
    const [users = 0, quota = 0] = [SummaryMap?.Users, SummaryMap?.UsersQuota];
    if (quota > 0 && users >= quota * WARN_FROM_SHARE) {
      log.warning(`The account has ${users} of at most ${quota} IAM users, a limit that AWS does not raise.`);
    }
  } catch (error) {
    const why = isDenied(error) ? 'the role may not call iam:GetAccountSummary' : describeFailure(error);
    log.info(`How near the account is to its limit of users is not known: ${why}.`);
  }
}

async function publish(tally: SweepTally, { dryRun, pathPrefix }: SweepInputs, { log }: Step): Promise<void> {
  const cut = setSweepOutputs(tally);
  if (cut > 0) log.notice(`The output \`leases\` has no room for ${cut} of ${tally.rows.length} leases.`);
  const { active, expired, orphaned, revoked, failed, foreign } = tally.counts;
  log.info(
    `Under ${pathPrefix}: ${active} active, ${expired} expired, ${orphaned} orphaned, ${foreign} no leases of ours; ${
      dryRun ? 'only looked (`dry-run`)' : `${revoked} deleted`
    }, ${failed} failed.`,
  );
  const whole = tally.whole ? '' : ', as far as this run came';
  await summariseSweep(`${dryRun ? 'Leases' : 'Leases swept'}${whole}`, tally.rows);
}

function tellUnanswered(runs: WorkflowRuns | undefined, { log }: Step): void {
  const { spared, failed, refusal } = runs?.unanswered() ?? { spared: 0, failed: 0, refusal: undefined };
  if (refusal !== undefined) {
    log.warning(`${refusal}: ${failed + spared} runs are not known to be over; their leases end by their guards.`);
  } else {
    if (spared > 0)
      log.notice(
        `GitHub’s rate limit is used up: ${spared} runs were not asked about; their leases end by their guards.`,
      );
    if (failed > 0)
      log.notice(`GitHub did not say of ${failed} runs whether they are over; their leases were left alone.`);
  }
}

function sweepIncomplete(failures: readonly string[], all: number): ActionError {
  const more = failures.length > MAX_TOLD ? [`- and ${failures.length - MAX_TOLD} more`] : [];
  const lines = failures.slice(0, MAX_TOLD).map((failure) => `- ${failure}`);
  return new ActionError(
    'sweep-incomplete',
    [`Not swept, though they should be, or not looked at: ${failures.length} of ${all} users:`, ...lines, ...more].join(
      '\n',
    ),
    {
      remedy: 'All others were seen to. Mend what AWS names; the next sweep tries them again.',
    },
  );
}
