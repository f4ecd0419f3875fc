// Each action once, from its start to its end, with nothing amiss: what `npm run test:quick` runs of the bundles. Every detail, and what goes wrong: the other files here.
import { describe, expect, it } from '@jest/globals';
import { createLeaseUsers, guardEnd, states, succeeded, useOf } from '../support/scenarios/leases.ts';
import {
  afterMain,
  callerOf,
  inJob,
  leaseInputs,
  messagesOf,
  policyArn,
  roleArn,
} from '../support/scenarios/scenario.ts';
import { canary, countsOf, source, syncUse, values } from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

describe('the root action', () => {
  it('gives the job a user whose key works, and takes both away in post', () =>
    afterMain(lab, leaseInputs(lab), async ({ job, use, main }) => {
      succeeded(main);
      const [userName = ''] = await lab.users();
      expect(main.outputs['user-name']).toBe(userName);
      expect(await callerOf(lab, job.env)).toBe(main.outputs['user-arn']);
      succeeded(await use.post());
      expect(await lab.users()).toEqual([]);
      expect(await callerOf(lab, main.exported)).toBe('InvalidClientTokenId');
    }));

  it('gives the job a session, and makes no user for it', () =>
    afterMain(
      lab,
      { 'credential-type': 'session', 'role-to-assume': roleArn('deployer') },
      async ({ job, use, main }) => {
        succeeded(main);
        expect(await callerOf(lab, job.env)).toContain(':assumed-role/deployer/');
        expect(await lab.users()).toEqual([]);
        expect(messagesOf(succeeded(await use.post()), 'warning')).toBe('');
      },
    ));
});

describe('the other actions', () => {
  it('/sync writes what differs, and nothing the second time', () =>
    inJob(lab, async (job) => {
      const inputs = { mode: 'per-key', name: 'app/{{key}}', secrets: JSON.stringify(source('A', 'B')) };
      expect(countsOf(succeeded(await syncUse(job, lab, inputs).main()))).toEqual({ created: 2 });
      expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
      expect(countsOf(succeeded(await syncUse(job, lab, inputs).main()))).toEqual({ unchanged: 2 });
    }));

  it('/renew moves the end of the job’s lease, and /revoke ends it', () => {
    const lease = { 'permissions-boundary-arn': policyArn('lease-boundary'), ttl: '15m' };
    return afterMain(lab, lease, async ({ job, main }) => {
      succeeded(main);
      const [userName = ''] = await lab.users();
      const renewed = succeeded(await useOf(job, 'renew', lab.inputs({ ttl: '45m' })).main());
      expect(renewed.outputs['previous-expiration']).toBe(main.outputs['aws-expiration']);
      expect(guardEnd(await lab.describeUser(userName))).toBe(renewed.outputs['aws-expiration']);
      succeeded(await useOf(job, 'revoke', lab.inputs()).main());
      expect(await lab.users()).toEqual([]);
    });
  });

  it('/sweep deletes a lease that has ended, and none that lives', () =>
    inJob(lab, async (job) => {
      await createLeaseUsers(lab, { ended: { endsIn: -60 }, living: { endsIn: 600 } });
      const swept = succeeded(await useOf(job, 'sweep', lab.inputs()).main());
      expect(states(swept)).toEqual({ ended: 'expired, revoked', living: 'active' });
      expect(await lab.users()).toEqual(['living']);
    }));
});
