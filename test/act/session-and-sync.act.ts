// A session and a sync of secrets on `act`, in host mode.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Lab, startLab } from '../lab/lab.ts';
import { outcomes } from './log.ts';
import { expression, FILE, lease, probe, type Step, WHO, workflow } from './workflows.ts';
import { createWorkplace, type Workplace } from './workplace.ts';

const LIMIT = 120_000;
const CHECKOUT: Step = { name: 'checkout', uses: 'actions/checkout@v7' };
const SESSION = { 'credential-type': 'session', 'role-to-assume': 'arn:aws:iam::123456789012:role/deployer' };
const OF_USERS = { 'policy-arns': '', 'permissions-boundary-arn': '' };
/** A value with characters that a shell, an expression or a log could change. */
const KEY = `-----BEGIN KEY-----\nfirst "quoted" $(id) \${{ secrets.URL }}\n-----END KEY-----\n`;
const SECRETS = { URL: 'postgres://shop:correct-horse@db.example/shop', KEY };

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

describe('a session on act', () => {
  it(
    'is the job’s until its end, when the environment is as before',
    async () => {
      const keep = { name: 'keep', run: 'printenv AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN >"$KEEP/key"' };
      const steps = [CHECKOUT, { name: 'outside', uses: './outside' }, lease({ ...SESSION, ...OF_USERS }), WHO, keep];
      const ran = await place.run({ files: { ...probe('outside'), [FILE]: workflow(steps) } });
      const stages = ['checkout', 'outside', 'lease', 'who', 'keep'].map((name) => `Main ${name}`);
      expect(outcomes(ran.stages)).toEqual([...stages, 'Post lease', 'Post outside']);
      expect(ran.printed).toContainEqual(expect.stringMatching(/^arn:aws:sts::123456789012:assumed-role\/deployer\//));
      expect(ran.printed).toContain('outside: [] []');
      const kept = place.kept('key').split('\n');
      expect(kept).toHaveLength(2);
      expect(kept.filter((secret) => ran.log.includes(secret))).toEqual([]);
    },
    LIMIT,
  );
});

describe('a sync of `toJSON(secrets)` on act', () => {
  const all = expression('toJSON(secrets)');
  const ways: [string, Step][] = [
    ['the root action', lease({ sync: 'apply', 'sync-secrets': all, 'sync-name': 'shop' })],
    [
      '/sync',
      {
        name: 'sync',
        uses: 'OWNER/aws-ephemeral-credentials/sync@v1',
        with: {
          'aws-region': 'eu-central-1',
          'role-to-assume': 'arn:aws:iam::123456789012:role/github-lease-manager',
          secrets: all,
          name: 'shop',
        },
      },
    ],
  ];

  it.each(ways)(
    'by %s brings each value as it is, and shows none',
    async (_, step) => {
      const ran = await place.run({ files: { [FILE]: workflow([step]) }, secrets: SECRETS });
      expect({ code: ran.code, log: ran.log }).toEqual({ code: 0, log: expect.any(String) });
      const { shop } = await lab.secrets();
      expect(JSON.parse(shop?.value ?? '')).toEqual(SECRETS);
      expect(shop?.tags['sync:owner']).toBe('repo:714613905/env:-/id:default');
      expect(ran.log).not.toContain('correct-horse');
      expect(ran.log).not.toContain('$(id)');
      expect(await lab.users()).toEqual([]);
    },
    LIMIT,
  );

  it(
    'reports, before any call, that act needs the repository’s number',
    async () => {
      const [, [, step]] = ways as [unknown, [string, Step]];
      const env = { GITHUB_REPOSITORY_ID: '' };
      const ran = await place.run({ files: { [FILE]: workflow([step]) }, secrets: SECRETS, env });
      expect(outcomes(ran.stages)).toEqual(['Main sync FAILED']);
      expect(ran.log).toContain('`GITHUB_REPOSITORY_ID` is not set');
      expect(lab.wire.calls).toEqual([]);
    },
    LIMIT,
  );
});
