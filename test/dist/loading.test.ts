// What a stage reads of `dist/`: each job waits for that, so it is what this stage uses and no more (docs/decisions/0002).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { JobOptions, Use } from '../lab/runner/runner.ts';
import { withLoaded } from '../support/loaded-files.ts';
import { useOf } from '../support/scenarios/leases.ts';
import { inJob, leaseInputs } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const BUILD = fileURLToPath(new URL('../../dist/action', import.meta.url));
const SYNC_ACTION = fileURLToPath(new URL('../../sync', import.meta.url));

/** Text that only the code of such a part holds. */
const PARTS = {
  STS: 'class STSClient extends',
  IAM: 'class IAMClient extends',
  'Secrets Manager': 'class SecretsManagerClient extends',
  'SSO, for ambient credentials': 'class SSOClient extends',
  undici: 'UND_ERR_',
};
type Part = keyof typeof PARTS;

const lab = useLab({ reset: false });

function partsIn(files: readonly string[]): Part[] {
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  return (Object.keys(PARTS) as Part[]).filter((part) => texts.some((text) => text.includes(PARTS[part])));
}

/** The parts that a stage of one step loads, and how it ended. */
async function partsOf(
  use: (job: Parameters<Parameters<typeof inJob>[1]>[0]) => Use,
  stage: 'main' | 'post' = 'main',
  options: Omit<Partial<JobOptions>, 'lab'> = {},
) {
  const work = async (job: Parameters<Parameters<typeof inJob>[1]>[0]) => {
    const step = use(job);
    if (stage === 'post') await step.main();
    const { result, loaded } = await withLoaded(job, () => step[stage]());
    return { parts: partsIn(loaded), conclusion: result.conclusion };
  };
  return inJob(lab, work, options);
}

it('the build holds all the parts that these tests look for', () => {
  const names = readdirSync(BUILD).filter((name) => name.endsWith('.js'));
  expect(partsIn(names.map((name) => join(BUILD, name)))).toEqual(Object.keys(PARTS));
});

describe('a job waits for the load of nothing but', () => {
  it('the STS client, for a session', async () => {
    const found = await partsOf((job) => job.use(lab.inputs({ 'credential-type': 'session' })));
    expect(found).toEqual({ parts: ['STS'], conclusion: 'success' });
  });

  it('no client at all, in the post of a session', async () => {
    const found = await partsOf((job) => job.use(lab.inputs({ 'credential-type': 'session' })), 'post');
    expect(found).toEqual({ parts: [], conclusion: 'success' });
  });

  it.each(['main', 'post'] as const)('the clients of STS and IAM, in the %s of an IAM user', async (stage) => {
    const found = await partsOf((job) => job.use(leaseInputs(lab)), stage);
    expect(found).toEqual({ parts: ['STS', 'IAM'], conclusion: 'success' });
  });

  it('the clients of STS and Secrets Manager, for a sync', async () => {
    const inputs = lab.inputs({ name: 'loading/all', secrets: JSON.stringify({ KEY: 'value' }) });
    const found = await partsOf((job) => job.use(inputs, { actionPath: SYNC_ACTION }));
    expect(found).toEqual({ parts: ['STS', 'Secrets Manager'], conclusion: 'success' });
  });

  it('the clients of STS and IAM, for a sweep that asks GitHub nothing', async () => {
    const found = await partsOf((job) => useOf(job, 'sweep', lab.inputs({ 'github-token': '' })));
    expect(found).toEqual({ parts: ['STS', 'IAM'], conclusion: 'success' });
  });
});

it('no client is loaded before the job is known to have a token for it', async () => {
  const found = await partsOf((job) => job.use(leaseInputs(lab)), 'main', { oidc: false });
  expect(found).toEqual({ parts: [], conclusion: 'failure' });
});
