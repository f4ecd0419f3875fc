// Runs each example with `act`, unchanged except for what this machine lacks: a second account, the kubelet's token file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Lab, startLab } from '../lab/lab.ts';
import { fetchToken } from '../support/oidc-token.ts';
import { filesIn, textOf, usesThisAction, type WorkflowStep, yaml } from '../support/workflow-steps.ts';
import { createWhatItNames, inThisAccount, usersLeft } from './account.ts';
import { type ActRun, createWorkplace, type Workplace } from './workplace.ts';

const LIMIT = 180_000;
const BUCKET = 'my-site';
const TOKEN_FILE = '/var/run/secrets/eks.amazonaws.com/serviceaccount/token';
const KEY = `-----BEGIN KEY-----\n$(id) "quoted" 'END_OF_SECRETS'\n-----END KEY-----\n`;
const DATABASE = 'postgres://shop:correct-horse@db.example/shop';

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

type Job = { environment?: string; strategy?: { matrix: { region: string[] } }; steps: WorkflowStep[] };
type Workflow = { on: object; jobs: Record<string, Job> };

/** What a repository that copies the examples has in its secrets. */
const secrets = () => ({
  APP_KEY: KEY,
  CI_TOKEN: 'only-for-the-pipeline',
  CUSTOMER_EXTERNAL_ID: 'external-id-of-the-customer',
  DATABASE_URL: DATABASE,
  LEASE_MANAGER_ACCESS_KEY_ID: lab.longLived.accessKeyId,
  LEASE_MANAGER_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
  SIGNING_KEY: 'END_OF_SECRETS\nsecond line',
  GITHUB_TOKEN: 'ghs_of_the_job_of_the_examples',
});

async function createBucket(): Promise<void> {
  const scope = 'Credential=laboratory/20260101/us-east-1/s3/aws4_request';
  const headers = { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=none` };
  await fetch(`${lab.moto.url}/${BUCKET}`, { method: 'PUT', headers });
}

/** Runs an example by the first event that starts it. A pull request is one of the repository's own branches. */
async function runExample(file: string): Promise<{ ran: ActRun; jobs: Job[] }> {
  const text = await inThisAccount(lab, textOf(file));
  const { on, jobs } = yaml(text) as Workflow;
  const { environment } = Object.values(jobs)[0] ?? {};
  if (environment !== undefined) lab.oidc.claims.environment = environment;
  await createWhatItNames(lab, text);
  await createBucket();
  const token = join(place.home, 'token');
  if (text.includes(TOKEN_FILE)) writeFileSync(token, await fetchToken(lab.oidc));
  const ran = await place.run({
    files: { '.github/workflows/example.yml': text.replaceAll(TOKEN_FILE, token), 'site/index.html': '<p>Hello</p>' },
    event: Object.keys(on)[0] ?? 'push',
    payload: {
      pull_request: { number: 7, head: { ref: 'topic', repo: { full_name: 'octo-org/shop' } }, base: { ref: 'main' } },
    },
    secrets: secrets(),
  });
  return { ran, jobs: Object.values(jobs) };
}

/** How many mains and posts an example has when all its steps run, in each job of its matrix. */
function expected(jobs: readonly Job[]): { mains: number; posts: number } {
  const counts = jobs.map(({ steps, strategy }) => {
    const times = strategy?.matrix.region.length ?? 1;
    const issues = steps.filter((step) => usesThisAction(step) && step.uses?.includes('/aws-ephemeral-credentials@'));
    return { mains: steps.length * times, posts: issues.length * times };
  });
  return counts.reduce((one, other) => ({ mains: one.mains + other.mains, posts: one.posts + other.posts }));
}

describe('act runs', () => {
  it.each(filesIn('examples', /\.ya?ml$/))(
    '%s, all its steps and posts, and nothing is left',
    async (file) => {
      const { ran, jobs } = await runExample(file);
      expect({ code: ran.code, log: ran.log }).toEqual({ code: 0, log: expect.any(String) });
      const mains = ran.stages.filter(({ stage }) => stage === 'Main').length;
      const posts = ran.stages.filter(({ stage }) => stage === 'Post').length;
      expect({ mains, posts }).toEqual(expected(jobs));
      expect(await usersLeft(lab)).toEqual([]);
      for (const secret of [DATABASE, lab.longLived.secretAccessKey, '$(id) "quoted"']) {
        expect(ran.log).not.toContain(secret);
      }
    },
    LIMIT,
  );
});

describe('what examples do is done under act', () => {
  it(
    'the site is in the bucket',
    async () => {
      await runExample('examples/deploy-with-iam-user.yml');
      expect(await (await fetch(`${lab.moto.url}/${BUCKET}`)).text()).toContain('<Key>index.html</Key>');
    },
    LIMIT,
  );

  it(
    'the secrets are in Secrets Manager',
    async () => {
      await runExample('examples/secret-sync-json.yml');
      const { 'github/octo-org/shop/production': secret } = await lab.secrets();
      expect(JSON.parse(secret?.value ?? '')).toEqual({ app_key: KEY, database_url: DATABASE });
    },
    LIMIT,
  );
});
