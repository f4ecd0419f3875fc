import { describe, expect, it } from '@jest/globals';
import { aged, environmentOf, stage } from '../support/scenarios/by-hand.ts';
import { afterMain, inJob, policyArn } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

/** The table of a summary: what stands beside each heading, as HTML. */
function rows(summary: string): Record<string, string> {
  const cells = [...summary.matchAll(/<tr><th>(.*?)<\/th><td>(.*?)<\/td><\/tr>/gs)];
  return Object.fromEntries(cells.map(([, name = '', value = '']) => [name, value]));
}

describe('the job summary of main', () => {
  it('says who, for what, until when, and how long the key took', () =>
    afterMain(lab, { ttl: '45m', 'iam-groups': 'readers', 'policy-arns': policyArn('app-read') }, async ({ main }) => {
      expect(main.summary).toContain('<h3>AWS credentials issued</h3>');
      expect(rows(main.summary)).toEqual({
        Identity: main.outputs['user-arn'],
        Kind: 'IAM user with one access key',
        Permissions: `${policyArn('app-read')}, group readers`,
        Boundary: 'none',
        For: 'octo-org/shop, run 19280374655 attempt 1, job deploy',
        Expires: main.outputs['aws-expiration'],
        'Revoked before that': 'at the end of this job',
        'Usable after': `${main.outputs['propagation-ms']} ms`,
      });
    }));

  it('says what differs when nobody waits and nobody revokes', () =>
    afterMain(lab, { 'wait-for-propagation': '0', revoke: 'never' }, async ({ main, use }) => {
      expect(rows(main.summary)).toMatchObject({
        'Usable after': 'not waited for',
        'Revoked before that': 'no: `revoke` is `never`',
      });
      expect((await use.post()).summary).toBe('');
      expect(await lab.users()).toHaveLength(1);
    }));

  it('says of a session that AWS cannot take it back', () =>
    afterMain(lab, { 'credential-type': 'session' }, async ({ main, use }) => {
      expect(rows(main.summary)).toMatchObject({
        Identity: main.outputs['authenticated-arn'],
        Kind: 'STS session',
        Expires: main.outputs['aws-expiration'],
        'Revoked before that': 'no: AWS cannot revoke a single session',
      });
      expect((await use.post()).log).toContain(main.outputs['aws-expiration']);
    }));

  it('escapes HTML in names', () =>
    afterMain(
      lab,
      {},
      async ({ main }) => {
        const shown = rows(main.summary).For;
        expect(shown).toContain('job &lt;img src=x onerror=alert(1)&gt;&amp;amp;&#124;');
        expect(main.summary).not.toContain('<img');
      },
      { job: '<img src=x onerror=alert(1)>&amp;|' },
    ));

  it('does not exist when nothing was issued', () =>
    afterMain(lab, { 'policy-arns': policyArn('missing') }, async ({ main }) => {
      expect([main.conclusion, main.summary]).toEqual(['failure', '']);
    }));
});

describe('the job summary of post', () => {
  it('says what was deleted, and the proof', () =>
    afterMain(lab, { 'policy-arns': policyArn('app-read'), 'iam-groups': 'readers' }, async ({ main, use }) => {
      const post = await use.post();
      expect(post.summary).toContain('<h3>AWS credentials revoked</h3>');
      const { 'Removed from it': removed = '', ...rest } = rows(post.summary);
      expect(rest).toEqual({
        'IAM user': `${main.outputs['user-name']}: deleted`,
        Proof: 'STS no longer knows the key',
      });
      const [first, ...others] = removed.split(', ');
      expect(first).toBe('access key');
      expect(others.sort()).toEqual([
        `attached policy ${policyArn('app-read')}`,
        'group membership readers',
        'inline policy lease-guard',
      ]);
    }));

  it('says what could not be deleted, and why', () =>
    afterMain(lab, {}, async ({ main, use }) => {
      lab.wire.inject({ action: 'DeleteUser', times: 9 }, { code: 'AccessDenied', message: 'not <b>you</b>' });
      const shown = rows((await use.post()).summary);
      expect(shown).toMatchObject({
        'IAM user': `${main.outputs['user-name']}: NOT deleted`,
        Failed: expect.stringContaining('AccessDenied: not &lt;b&gt;you&lt;/b&gt;'),
      });
    }));

  it('says that the user was gone already', () =>
    afterMain(lab, {}, async ({ job, main, use }) => {
      await use.post();
      // The absence of a user is believed only some time after its create: let the record say that was long ago.
      const again = await stage(job, 'post', environmentOf(lab.inputs(), aged(main.state)));
      expect(again.conclusion).toBe('success');
      expect(rows(again.summary)['IAM user']).toBe(`${main.outputs['user-name']}: was gone already`);
    }));
});

describe('without a place for the summary', () => {
  it.each([
    ['there is none', ''],
    ['it cannot be written to', '/proc/no/such/file'],
  ])('main and post succeed when %s', (_, file) =>
    inJob(lab, async (job) => {
      const nowhere = { GITHUB_STEP_SUMMARY: file };
      const main = await stage(job, 'main', { ...environmentOf(lab.inputs(), {}), ...nowhere });
      expect([main.conclusion, main.summary]).toEqual(['success', '']);
      expect(await lab.users()).toHaveLength(1);
      const post = await stage(job, 'post', { ...environmentOf(lab.inputs(), main.state), ...nowhere });
      expect([post.conclusion, post.summary]).toEqual(['success', '']);
      expect(await lab.users()).toEqual([]);
    }),
  );
});
