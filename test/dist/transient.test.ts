// Faults that pass by themselves, at the calls where one of them used to end the step.
import { expect, it } from '@jest/globals';
import type { Fault } from '../lab/wire/wire.ts';
import { session } from '../support/scenarios/drop-in.ts';
import { succeeded } from '../support/scenarios/leases.ts';
import { callerOf, leaseInputs, roleArn } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { canary, countsOf, syncUse } from '../support/scenarios/sync.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

const answered = (code: string, status = 400): Fault => ({ code, status, message: 'Please try again.' });
const UNKNOWN = answered('InvalidClientTokenId', 403);
/** Each once, one after the other. */
const FAULTS: [name: string, faults: readonly Fault[]][] = [
  ['a cut answer, an empty one, 408 and RequestTimeout', ['cut', 'empty', '408', answered('RequestTimeout')]],
  [
    '429 without a code, SlowDown, RequestThrottled and PriorRequestNotComplete',
    ['429', answered('SlowDown', 503), answered('RequestThrottled'), answered('PriorRequestNotComplete')],
  ],
];
const ROLES = `${roleArn('deployer')}\n${roleArn('second-hop')}`;

function injectAll(site: Site, call: string, faults: readonly Fault[]): void {
  for (const fault of faults) site.inject(call, fault);
}

/** Each of the calls with each group of faults. */
function eachWith(calls: readonly string[]): [call: string, name: string, faults: readonly Fault[]][] {
  return calls.flatMap((call) => FAULTS.map(([name, faults]) => [call, name, faults] as const)).map((row) => [...row]);
}

it.concurrent.each(eachWith(['AssumeRoleWithWebIdentity', 'GetCallerIdentity', 'CreateUser']))(
  '%s of main survives %s',
  (call, _, faults) =>
    sites.use(async (site) => {
      injectAll(site, call, faults);
      const job = await site.job();
      const main = succeeded(await job.use(leaseInputs(site.lab)).main());
      expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['user-arn']);
      expect(await site.lab.users()).toEqual([main.outputs['user-name']]);
    }),
);

it.concurrent.each(eachWith(['AssumeRoleWithWebIdentity', 'AssumeRole']))(
  '%s of a session by a chain of roles survives %s',
  (call, _, faults) =>
    sites.use(async (site) => {
      injectAll(site, call, faults);
      const job = await site.job();
      const main = succeeded(await job.use(site.lab.inputs(session({ 'role-to-assume': ROLES }))).main());
      expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['authenticated-arn']);
    }),
);

it.concurrent.each(
  eachWith(['AssumeRoleWithWebIdentity', 'GetUser', 'ListAccessKeys', 'DeleteAccessKey', 'DeleteUser']),
)('%s of post survives %s', (call, _, faults) =>
  sites.use(async (site) => {
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0' }));
    const main = succeeded(await use.main());
    injectAll(site, call, faults);
    const post = succeeded(await use.post());
    expect(post.log).toContain(`IAM user ${main.outputs['user-name']} is deleted`);
    expect(await site.lab.users()).toEqual([]);
    expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
  }),
);

it.concurrent('new credentials of a session that IAM does not know yet are tried again at the first CreateUser', () =>
  sites.use(async (site) => {
    site.inject('CreateUser', UNKNOWN, 3);
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab));
    const main = succeeded(await use.main());
    expect(await site.lab.users()).toEqual([main.outputs['user-name']]);
    // In post, the first call of new credentials is another one.
    site.inject('GetUser', UNKNOWN, 2);
    site.inject('ListAccessKeys', UNKNOWN, 2);
    succeeded(await use.post());
    expect(await site.lab.users()).toEqual([]);
  }));

it.concurrent('new credentials of a session that STS does not know yet are tried again at the second role of a chain', () =>
  sites.use(async (site) => {
    site.inject('AssumeRole', UNKNOWN, 3);
    const job = await site.job();
    const main = succeeded(await job.use(site.lab.inputs(session({ 'role-to-assume': ROLES }))).main());
    expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['authenticated-arn']);
  }));

it.concurrent('`role-chaining` right after a session tries its new credentials again', () =>
  sites.use(async (site) => {
    const job = await site.job();
    succeeded(await job.use(site.lab.inputs(session())).main());
    site.inject('AssumeRole', UNKNOWN, 3);
    const chained = session({ 'role-to-assume': roleArn('second-hop'), 'role-chaining': 'true' });
    const main = succeeded(await job.use(site.lab.inputs(chained)).main());
    expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['authenticated-arn']);
  }));

it.concurrent('new credentials that Secrets Manager does not know yet are tried again in the sync', () =>
  sites.use(async (site) => {
    for (const call of ['DescribeSecret', 'GetSecretValue', 'CreateSecret']) site.inject(call, UNKNOWN, 2);
    const inputs = { name: 'app', secrets: JSON.stringify({ KEY: canary('key') }) };
    const synced = succeeded(await syncUse(await site.job(), site.lab, inputs).main());
    expect(countsOf(synced)).toEqual({ created: 1 });
    expect(site.lab.wire.calls.some(({ errorCode }) => errorCode === 'UnrecognizedClientException')).toBe(true);
  }));
