// A lease from issue to revoke on `act`, in host mode: main, later steps and post are started by it as GitHub's runner starts them.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Lab, startLab } from '../lab/lab.ts';
import { callerOf } from '../support/scenarios/scenario.ts';
import { outcomes } from './log.ts';
import { composite, expression, FILE, KEEP_KEY, lease, probe, type Step, WHO, workflow } from './workflows.ts';
import { type ActRun, createWorkplace, type Work, type Workplace } from './workplace.ts';

const LIMIT = 120_000;
const USER = /^arn:aws:iam::123456789012:user\/github-actions\/octo-org\/shop\/gha-shop-/;
const CHECKOUT: Step = { name: 'checkout', uses: 'actions/checkout@v7' };
const ALL_WELL = ['Main lease', 'Main who', 'Main keep', 'Post lease'];

let lab: Lab;
let place: Workplace;
beforeAll(async () => {
  lab = await startLab();
  place = await createWorkplace(lab);
}, 900_000);
beforeEach(() => lab.reset());
afterAll(async () => {
  place?.remove();
  await lab?.close();
});

/** Runs a workflow, and checks what must hold for every result: no user is left, the kept key is dead, and its secret was not shown. */
async function run(work: Work): Promise<ActRun> {
  const ran = await place.run(work);
  const [accessKeyId = '', secret = ''] = place.kept('key').split('\n');
  const caller = await callerOf(lab, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secret });
  expect({ caller, log: ran.log }).toEqual({ caller: 'InvalidClientTokenId', log: ran.log });
  expect(await lab.users()).toEqual([]);
  expect(secret).toHaveLength(40);
  expect(ran.log).not.toContain(secret);
  return ran;
}

const useOf = (name: string): Step => ({ name, uses: `./${name}` });
const steps = (...all: Step[]): Work => ({ files: { [FILE]: workflow(all) } });

describe('a lease on act', () => {
  it(
    'is there for later steps, and gone after post',
    async () => {
      const ran = await run(steps(lease(), WHO, KEEP_KEY));
      expect(outcomes(ran.stages)).toEqual(ALL_WELL);
      expect(ran.printed).toContainEqual(expect.stringMatching(USER));
      expect(ran.code).toBe(0);
    },
    LIMIT,
  );

  it(
    'is gone, too, when a later step fails',
    async () => {
      const ran = await run(steps(lease(), KEEP_KEY, { name: 'broken', run: 'exit 3' }, WHO));
      expect(outcomes(ran.stages)).toEqual(['Main lease', 'Main keep', 'Main broken FAILED', 'Post lease']);
      expect(ran.code).toBe(1);
    },
    LIMIT,
  );

  it(
    'is gone, too, when a step has set variables of AWS that lead elsewhere',
    async () => {
      const astray = 'echo AWS_ENDPOINT_URL=http://127.0.0.1:1 >>"$GITHUB_ENV"; echo AWS_PROFILE=none >>"$GITHUB_ENV"';
      const ran = await run(steps(lease(), KEEP_KEY, { name: 'astray', run: astray }));
      expect(outcomes(ran.stages)).toEqual(['Main lease', 'Main keep', 'Main astray', 'Post lease']);
    },
    LIMIT,
  );

  it(
    'is masked where steps print it, by way of the environment and of outputs',
    async () => {
      const show = {
        name: 'show',
        env: { OUTPUT: expression('steps.lease.outputs.aws-secret-access-key') },
        run: 'echo "from the environment: $AWS_SECRET_ACCESS_KEY"; echo "from an output: $OUTPUT"',
      };
      const ran = await run(steps(lease({ 'output-credentials': 'true' }), KEEP_KEY, show));
      expect(ran.printed).toEqual(expect.arrayContaining(['from the environment: ***', 'from an output: ***']));
    },
    LIMIT,
  );

  it(
    'is one of the action in the checked-out repository, by `uses: ./`',
    async () => {
      const { [FILE]: text = '' } = steps(CHECKOUT, lease(), WHO, KEEP_KEY).files;
      const files = { ...place.action(), [FILE]: text.replace('OWNER/aws-ephemeral-credentials@v1', './') };
      expect(outcomes((await run({ files })).stages)).toEqual(['Main checkout', ...ALL_WELL]);
    },
    LIMIT,
  );
});

describe('a lease on act, nested', () => {
  it(
    'in a composite action is there for the steps after that, and gone after post',
    async () => {
      const files = {
        'outer/action.yml': composite(
          [{ name: 'inner', uses: './inner', with: { policy: expression('inputs.policy') } }],
          ['policy'],
        ),
        'inner/action.yml': composite([lease({ 'policy-arns': expression('inputs.policy') }), KEEP_KEY], ['policy']),
      };
      const policy = 'arn:aws:iam::123456789012:policy/app-write';
      const outer = { name: 'outer', uses: './outer', with: { policy } };
      const ran = await run({ files: { ...files, [FILE]: workflow([CHECKOUT, outer, WHO]) } });
      expect(ran.stages.filter(({ succeeded }) => !succeeded)).toEqual([]);
      expect(outcomes(ran.stages)).toEqual(
        expect.arrayContaining(['Main lease', 'Main keep', 'Main outer', 'Main who', 'Post lease']),
      );
      expect(ran.printed).toContainEqual(expect.stringMatching(USER));
      const attached = lab.wire.calls.find(({ action }) => action === 'AttachUserPolicy');
      expect(attached?.params.PolicyArn).toBe(policy);
    },
    LIMIT,
  );

  it(
    'in a reusable workflow is there for its steps, and gone after its job',
    async () => {
      const caller = 'on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n';
      const called = workflow([lease(), WHO, KEEP_KEY], 'workflow_call');
      const ran = await run({ files: { [FILE]: caller, '.github/workflows/called.yml': called } });
      expect(outcomes(ran.stages)).toEqual(ALL_WELL);
      expect(ran.printed).toContainEqual(expect.stringMatching(USER));
    },
    LIMIT,
  );

  it(
    'in another lease’s job gives back what that one had set, last in first out',
    async () => {
      const second = lease({ 'user-name-template': 'second-{{random 8}}' }, { name: 'second', id: 'second' });
      const ids = {
        name: 'ids',
        run: 'echo "$FIRST $SECOND" >"$KEEP/ids"',
        env: {
          FIRST: expression('steps.lease.outputs.lease-id'),
          SECOND: expression('steps.second.outputs.lease-id'),
        },
      };
      const [outside, between] = [useOf('outside'), useOf('between')];
      const all = workflow([CHECKOUT, outside, lease(), between, second, KEEP_KEY, ids]);
      const ran = await run({ files: { ...probe('outside'), ...probe('between'), [FILE]: all } });
      const [first = '', last = ''] = place.kept('ids').split(' ');
      expect([first, last]).toEqual([expect.stringMatching(/^gha-shop-/), expect.stringMatching(/^second-/)]);
      const posts = outcomes(ran.stages).filter((stage) => stage.startsWith('Post'));
      expect(posts).toEqual(['Post second', 'Post between', 'Post lease', 'Post outside']);
      expect(ran.printed).toEqual(expect.arrayContaining([`between: [${first}] [a key]`, 'outside: [] []']));
    },
    LIMIT,
  );
});

// act sends no SIGINT to the step: on Ctrl-C it kills the step at once, and then runs the posts.
describe('a lease on act, interrupted by Ctrl-C', () => {
  it(
    'while a later step runs is gone after post',
    async () => {
      const asleep = Promise.withResolvers<void>();
      lab.wire.before('GetUser', () => asleep.resolve());
      const sleep = { name: 'sleep', run: 'aws iam get-user; sleep 20' };
      const ran = await run({ ...steps(lease(), KEEP_KEY, sleep), interrupted: asleep.promise });
      expect(outcomes(ran.stages)).toEqual(['Main lease', 'Main keep', 'Main sleep FAILED', 'Post lease']);
    },
    LIMIT,
  );

  it(
    'in the middle of main, which is killed without a chance to roll back, is gone after post',
    async () => {
      const keyMade = Promise.withResolvers<void>();
      lab.wire.after('CreateAccessKey', async () => {
        keyMade.resolve();
        await pause(2_000);
      });
      const ran = await place.run({ ...steps(lease(), WHO), interrupted: keyMade.promise });
      expect(outcomes(ran.stages)).toEqual(['Main lease FAILED', 'Post lease']);
      expect(await lab.users()).toEqual([]);
      expect(lab.wire.actions()).toEqual(expect.arrayContaining(['CreateUser', 'CreateAccessKey', 'DeleteUser']));
    },
    LIMIT,
  );
});
