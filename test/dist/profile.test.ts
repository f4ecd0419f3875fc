// `aws-profile`: what main writes into AWS's shared files, and that post leaves them byte for byte as main found them.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { findSecret, type Job, type Running, type StepResult } from '../lab/runner/runner.ts';
import {
  configureSet,
  everythingBelow,
  inDebuggedJob,
  readShared,
  type SharedFiles,
  sectionLines,
  session,
  sharedPaths,
  writeFileFor,
  writeShared,
} from '../support/scenarios/drop-in.ts';
import { errorCode, messagesOf, policyArn, whoAmI } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const OLD_KEY = 'AKIAOLDOLDOLDOLDOLD1';
const OLD_SECRET = 'oldSecretOfTheProfile/abcdefghij+klmnopq';
const WITH = { 'aws-profile': 'ci', 'output-credentials': 'true' };
const OVERWRITE = { ...WITH, 'overwrite-aws-profile': 'true' };

const lab = useLab();

const useIn = (job: Job, overrides: Record<string, string> = WITH) => job.use(lab.inputs(session(overrides)));

function succeeded(result: StepResult): StepResult {
  if (result.conclusion === 'failure') throw new Error(result.log);
  return result;
}

/** The secret settings of a lease as they stand in the credentials file. */
function credentialLines({ outputs }: StepResult): string[] {
  const token = outputs['aws-session-token'];
  return [
    `aws_access_key_id = ${outputs['aws-access-key-id']}`,
    `aws_secret_access_key = ${outputs['aws-secret-access-key']}`,
    ...(token ? [`aws_session_token = ${token}`] : []),
  ];
}

const DEV = '[dev]\naws_access_key_id = AKIADEVDEVDEVDEVDEV1\naws_secret_access_key = devSecret\n';
const DEV_CONFIG = '[profile dev]\nregion = us-east-1\noutput = json\n';
const OLD = `[ci]\naws_access_key_id = ${OLD_KEY}\naws_secret_access_key = ${OLD_SECRET}\n`;
const OLD_CONFIG = '[profile ci]\nregion = us-west-2\noutput = yaml\n';
const NESTED = 's3 =\n  max_concurrent_requests = 20\n  addressing_style = path\ncli_pager =\n';

const shapes: Record<string, SharedFiles> = {
  'no directory': {},
  'no credentials file': { config: DEV_CONFIG },
  'no config file': { credentials: DEV },
  'empty files': { credentials: '', config: '' },
  'a lone line feed': { credentials: '\n', config: '\n' },
  'no final newline': { credentials: DEV.trimEnd(), config: DEV_CONFIG.trimEnd() },
  'two final newlines': { credentials: `${DEV}\n`, config: `${DEV_CONFIG}\n` },
  'three final newlines': { credentials: `${DEV}\n\n`, config: `${DEV_CONFIG}\n\n` },
  'blanks behind the last newline': { credentials: `${DEV}  `, config: `${DEV_CONFIG}\t` },
  'comments only': { credentials: '# mine\n; and yours', config: '# mine\n' },
  'comments everywhere': {
    credentials: `# top\n${DEV}# below dev\n\n; end\n`,
    config: `; top\n${DEV_CONFIG}  # indented\n`,
  },
  'Windows line ends': { credentials: DEV.replaceAll('\n', '\r\n'), config: DEV_CONFIG.replaceAll('\n', '\r\n') },
  'Windows line ends, the last one missing': {
    credentials: DEV.trimEnd().replaceAll('\n', '\r\n'),
    config: `${DEV_CONFIG}\n`.replaceAll('\n', '\r\n'),
  },
  'nested settings': { credentials: DEV, config: `${DEV_CONFIG}${NESTED}` },
  'other kinds of sections': {
    credentials: DEV,
    config: `[default]\nregion = us-east-1\n[sso-session ci]\nsso_region = us-east-1\n[services ci]\ns3 =\n  endpoint_url = http://x\n${DEV_CONFIG}`,
  },
  'names that begin alike': {
    credentials: `[ci2]\na = b\n[c]\na = b\n`,
    config: '[profile ci2]\na = b\n[ci]\na = b\n',
  },
};

const replaced: Record<string, SharedFiles> = {
  'alone, in both files': { credentials: OLD, config: OLD_CONFIG },
  'in the credentials file only': { credentials: OLD, config: DEV_CONFIG },
  'in the config file only': { credentials: DEV, config: OLD_CONFIG },
  'in the credentials file, with no config file': { credentials: OLD },
  first: { credentials: `${OLD}\n${DEV}`, config: `${OLD_CONFIG}\n${DEV_CONFIG}` },
  'in the middle': {
    credentials: `# a\n${DEV}\n${OLD}# about z\n[z]\naws_access_key_id = z\n`,
    config: `${DEV_CONFIG}${OLD_CONFIG}[profile z]\nregion = us-east-2\n`,
  },
  last: { credentials: `${DEV}\n${OLD}`, config: `${DEV_CONFIG}\n${OLD_CONFIG}` },
  'last, without a final newline': {
    credentials: `${DEV}${OLD.trimEnd()}`,
    config: `${DEV_CONFIG}${OLD_CONFIG.trimEnd()}`,
  },
  'last, with two final newlines': { credentials: `${DEV}${OLD}\n`, config: `${DEV_CONFIG}${OLD_CONFIG}\n` },
  'with Windows line ends': {
    credentials: `${DEV}${OLD}`.replaceAll('\n', '\r\n'),
    config: `${OLD_CONFIG}${NESTED}`.replaceAll('\n', '\r\n'),
  },
  'with nested settings and comments': {
    credentials: `${OLD}# kept since 2019\n`,
    config: `${OLD_CONFIG}# how we upload\n${NESTED}\n${DEV_CONFIG}`,
  },
  'without any settings': { credentials: '[ci]\n', config: '[profile ci]' },
  'with a comment beside its header': { credentials: `${OLD.replace('[ci]', '[ci] # robots')}`, config: OLD_CONFIG },
  'with blanks inside its brackets': {
    credentials: OLD.replace('[ci]', '[ ci ]'),
    config: OLD_CONFIG.replace('[profile ci]', '[profile  ci]'),
  },
  'in the very region of the job': { credentials: OLD, config: '[profile ci]\nregion = eu-central-1\noutput = yaml\n' },
};

describe('a profile of a new name', () => {
  it.each(Object.entries(shapes))('is added to and taken out of files with %s', async (_, files) => {
    await inDebuggedJob(lab, async (job) => {
      writeShared(job, files);
      const before = everythingBelow(job.directories.home);
      const use = useIn(job);
      const main = succeeded(await use.main());
      const written = readShared(job);
      expect(sectionLines(written.credentials, 'ci')).toEqual(credentialLines(main));
      expect(sectionLines(written.config, 'profile ci')).toEqual(['region = eu-central-1']);
      expect(written.credentials?.startsWith(files.credentials ?? '')).toBe(true);
      expect(written.config?.startsWith(files.config ?? '')).toBe(true);
      succeeded(await use.post());
      expect(readShared(job)).toEqual({ credentials: undefined, config: undefined, ...files });
      expect(everythingBelow(job.directories.home)).toEqual(before);
    });
  });

  it('is for the owner alone, file and directory, also in a file that others could read', async () => {
    await inDebuggedJob(lab, async (job) => {
      succeeded(await useIn(job).main());
      const paths = sharedPaths(job);
      const modes = [paths.directory, paths.credentials, paths.config].map((path) => statSync(path).mode & 0o777);
      expect(modes.map((mode) => mode.toString(8))).toEqual(['700', '600', '600']);
    });
    await inDebuggedJob(lab, async (job) => {
      const { credentials } = sharedPaths(job);
      writeFileFor(credentials, DEV);
      spawnSync('chmod', ['644', credentials]);
      succeeded(await useIn(job).main());
      expect((statSync(credentials).mode & 0o777).toString(8)).toBe('600');
    });
  });

  it('works in a later step, and neither the state nor the log holds its secret', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = useIn(job, { 'aws-profile': 'ci' });
      const main = succeeded(await use.main());
      expect(main.exported).toEqual({});
      const command = whoAmI(lab.wire.url);
      const withProfile = command[0] === 'aws' ? [...command, '--profile', 'ci'] : command;
      const later = await job.step(withProfile, command[0] === 'aws' ? {} : { AWS_PROFILE: 'ci' });
      expect(later.log).toContain('assumed-role/deployer');
      const secret = /aws_secret_access_key = (.+)/.exec(readShared(job).credentials ?? '')?.[1] ?? '';
      const post = succeeded(await use.post());
      expect(await findSecret(job, [main, later, post], secret)).toEqual([]);
    });
  });

  it('holds an IAM user’s key too, without a session token, and goes with the user', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = job.use(lab.inputs({ ...WITH, 'permissions-boundary-arn': policyArn('lease-boundary') }));
      const main = succeeded(await use.main());
      expect(sectionLines(readShared(job).credentials, 'ci')).toEqual(credentialLines(main));
      expect(credentialLines(main)).toHaveLength(2);
      succeeded(await use.post());
      expect(await lab.users()).toEqual([]);
      expect(existsSync(sharedPaths(job).credentials)).toBe(false);
    });
  });

  it('named default stands as [default] in both files', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = useIn(job, { ...WITH, 'aws-profile': 'default' });
      const main = succeeded(await use.main());
      expect(sectionLines(readShared(job).credentials, 'default')).toEqual(credentialLines(main));
      expect(sectionLines(readShared(job).config, 'default')).toEqual(['region = eu-central-1']);
      succeeded(await use.post());
      expect(readShared(job)).toEqual({ credentials: undefined, config: undefined });
    });
  });

  it('is exported as AWS_PROFILE beside the credentials when output-env-credentials asks for them', async () => {
    await inDebuggedJob(
      lab,
      async (job) => {
        const use = useIn(job, { ...WITH, 'output-env-credentials': 'true' });
        const main = succeeded(await use.main());
        expect(main.exported).toMatchObject({
          AWS_PROFILE: 'ci',
          AWS_ACCESS_KEY_ID: main.outputs['aws-access-key-id'],
        });
        succeeded(await use.post());
        expect(job.env.AWS_PROFILE).toBe('mine');
      },
      { env: { AWS_PROFILE: 'mine' } },
    );
  });
});

describe('a profile that is replaced', () => {
  it.each(Object.entries(replaced))('comes back as it was: %s', async (_, files) => {
    await inDebuggedJob(lab, async (job) => {
      writeShared(job, files);
      const before = everythingBelow(job.directories.home);
      const use = useIn(job, OVERWRITE);
      const main = succeeded(await use.main());
      const written = readShared(job);
      expect(sectionLines(written.credentials, 'ci')).toEqual(expect.arrayContaining(credentialLines(main)));
      expect(sectionLines(written.config, 'profile ci')[0]).toBe('region = eu-central-1');
      const post = succeeded(await use.post());
      expect(readShared(job)).toEqual({ credentials: undefined, config: undefined, ...files });
      expect(everythingBelow(job.directories.home)).toEqual(before);
      const { credentials } = sharedPaths(job);
      expect(await findSecret(job, [main, post], OLD_SECRET, { allowedFiles: [credentials] })).toEqual([]);
    });
  });

  it('that stands twice in its file comes back twice, and nothing of ours stays', async () => {
    await inDebuggedJob(lab, async (job) => {
      const files = { credentials: `${OLD}${DEV}[ci]\naws_session_token = stale\n`, config: OLD_CONFIG };
      writeShared(job, files);
      const use = useIn(job, OVERWRITE);
      succeeded(await use.main());
      succeeded(await use.post());
      expect(readShared(job)).toEqual(files);
    });
  });

  it('leads AWS’s tools to no other credentials and no other region meanwhile, but keeps its harmless settings', async () => {
    await inDebuggedJob(lab, async (job) => {
      const leading = [
        'role_arn = arn:aws:iam::123456789012:role/second-hop',
        'source_profile = dev',
        'credential_process = /bin/false',
        'web_identity_token_file = /nowhere',
        'sso_session = corporate',
        'sso_account_id = 123456789012',
        'sso_role_name = admin',
        'mfa_serial = arn:aws:iam::123456789012:mfa/mona',
        'endpoint_url = http://127.0.0.1:9',
        'services = elsewhere',
      ];
      writeShared(job, {
        credentials: `${OLD}aws_session_token = stale\nregion = us-west-2\nrole_arn = arn:aws:iam::123456789012:role/x\n`,
        config: `[profile ci]\nregion = us-west-2\n${leading.join('\n')}\noutput = yaml\n${NESTED}`,
      });
      const use = useIn(job, OVERWRITE);
      const main = succeeded(await use.main());
      const { credentials, config } = readShared(job);
      // The credentials file's region wins over the config file's, so the old one may not stay in either.
      expect(sectionLines(credentials, 'ci')).toEqual(credentialLines(main));
      expect(sectionLines(config, 'profile ci')).toEqual([
        'region = eu-central-1',
        'output = yaml',
        ...NESTED.trimEnd().split('\n'),
      ]);
      const later = await job.step(whoAmI(lab.wire.url), { AWS_PROFILE: 'ci' });
      expect(later.log).toContain('assumed-role/deployer');
      expect(callRegion()).toBe('eu-central-1');
      succeeded(await use.post());
    });
  });

  it('comes back whatever characters its name has', async () => {
    await inDebuggedJob(lab, async (job) => {
      const name = "a$$b$&c$'d.e+f(g)";
      const files = {
        credentials: OLD.replace('ci', () => name),
        config: `${DEV_CONFIG}[profile ${name}]\nregion = x-1\n`,
      };
      writeShared(job, files);
      const use = useIn(job, { ...OVERWRITE, 'aws-profile': name });
      const main = succeeded(await use.main());
      expect(sectionLines(readShared(job).credentials, name)).toEqual(credentialLines(main));
      succeeded(await use.post());
      expect(readShared(job)).toEqual(files);
    });
  });

  it('is an error without overwrite-aws-profile, before any call, and names the files', async () => {
    await inDebuggedJob(lab, async (job) => {
      writeShared(job, { credentials: OLD, config: OLD_CONFIG });
      const before = everythingBelow(job.directories.home);
      const use = useIn(job);
      const main = await use.main();
      const { credentials, config } = sharedPaths(job);
      for (const text of [credentials, config, 'overwrite-aws-profile: true'])
        expect(messagesOf(main, 'error')).toContain(text);
      expect(errorCode(main)).toBe('invalid-inputs');
      expect(lab.wire.calls).toEqual([]);
      expect(lab.oidc.issued).toEqual([]);
      succeeded(await use.post());
      expect(everythingBelow(job.directories.home)).toEqual(before);
    });
  });
});

function callRegion(): string | undefined {
  return lab.wire.calls.findLast(({ action }) => action === 'GetCallerIdentity')?.region;
}

describe('two uses in one job', () => {
  it('that write one profile, the second with overwrite, are taken back one after the other', async () => {
    await inDebuggedJob(lab, async (job) => {
      const files = { credentials: `${DEV}${OLD}`, config: OLD_CONFIG };
      writeShared(job, files);
      const [first, second] = [useIn(job, OVERWRITE), useIn(job, OVERWRITE)];
      const one = succeeded(await first.main());
      const between = readShared(job);
      const two = succeeded(await second.main());
      expect(two.outputs['aws-access-key-id']).not.toBe(one.outputs['aws-access-key-id']);
      expect(sectionLines(readShared(job).credentials, 'ci')).toEqual(credentialLines(two));
      succeeded(await second.post());
      expect(readShared(job)).toEqual(between);
      succeeded(await first.post());
      expect(readShared(job)).toEqual(files);
    });
  });

  it('that write different profiles do not touch each other’s', async () => {
    await inDebuggedJob(lab, async (job) => {
      const before = everythingBelow(job.directories.home);
      const one = succeeded(await useIn(job).main());
      const two = succeeded(await useIn(job, { ...WITH, 'aws-profile': 'cd' }).main());
      const { credentials } = readShared(job);
      expect(sectionLines(credentials, 'ci')).toEqual(credentialLines(one));
      expect(sectionLines(credentials, 'cd')).toEqual(credentialLines(two));
      for (const post of await job.finish()) succeeded(post);
      expect(everythingBelow(job.directories.home)).toEqual(before);
    });
  });

  it('of which the second is refused leave the first’s profile alone until its own post', async () => {
    await inDebuggedJob(lab, async (job) => {
      const [first, second] = [useIn(job), useIn(job)];
      succeeded(await first.main());
      const between = readShared(job);
      expect(errorCode(await second.main())).toBe('invalid-inputs');
      succeeded(await second.post());
      expect(readShared(job)).toEqual(between);
      succeeded(await first.post());
      expect(readShared(job)).toEqual({ credentials: undefined, config: undefined });
    });
  });
});

describe('a later step', () => {
  const MINE = '[mine]\naws_access_key_id = AKIAMINEMINEMINEMIN1\n';
  const edits: Record<string, (text: string) => string> = {
    behind: (text) => `${text}\n${MINE}`,
    before: (text) => `${MINE}\n${text}`,
  };

  it.each(Object.entries(edits))('that adds a profile %s ours keeps it', async (_, edit) => {
    await inDebuggedJob(lab, async (job) => {
      writeShared(job, { credentials: DEV });
      const use = useIn(job);
      succeeded(await use.main());
      const { credentials } = sharedPaths(job);
      writeFileSync(credentials, edit(readFileSync(credentials, 'utf8')));
      succeeded(await use.post());
      const left = readShared(job).credentials;
      expect(sectionLines(left, 'mine')).toEqual(['aws_access_key_id = AKIAMINEMINEMINEMIN1']);
      expect(sectionLines(left, 'dev')).toEqual(DEV.trimEnd().split('\n').slice(1));
      expect(left).not.toContain('[ci]');
    });
  });

  it('that adds a profile with a comment above it keeps both, and ours goes all the same', async () => {
    await inDebuggedJob(lab, async (job) => {
      writeShared(job, { credentials: `${OLD}` });
      const use = useIn(job, OVERWRITE);
      succeeded(await use.main());
      const { credentials } = sharedPaths(job);
      writeFileSync(credentials, `${readFileSync(credentials, 'utf8')}\n# of the deploy step\n${MINE}`);
      succeeded(await use.post());
      const left = readShared(job).credentials;
      expect(left).toContain(`# of the deploy step\n${MINE}`);
      expect(sectionLines(left, 'ci')).toEqual(expect.arrayContaining(OLD.trimEnd().split('\n').slice(1)));
      expect(left).not.toContain('-before-');
    });
  });

  it('that edits another profile keeps its edit', async () => {
    await inDebuggedJob(lab, async (job) => {
      writeShared(job, { config: `${DEV_CONFIG}${OLD_CONFIG}` });
      const use = useIn(job, OVERWRITE);
      succeeded(await use.main());
      await configureSet(job, 'dev', 'cli_pager', 'less');
      succeeded(await use.post());
      const { config, credentials } = readShared(job);
      expect(sectionLines(config, 'profile dev')).toContain('cli_pager = less');
      expect(sectionLines(config, 'profile ci')).toEqual(OLD_CONFIG.trimEnd().split('\n').slice(1));
      expect(config).not.toContain('-before-');
      expect(credentials).toBeUndefined();
    });
  });

  it('that makes a profile by `aws configure set` in files we made keeps the file', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = useIn(job);
      succeeded(await use.main());
      await configureSet(job, 'mine', 'output', 'yaml');
      succeeded(await use.post());
      const { config, credentials } = readShared(job);
      expect(config?.trim()).toBe('[profile mine]\noutput = yaml');
      expect(credentials).toBeUndefined();
    });
  });

  it('that adds a setting to our profile keeps that setting, and nothing of ours stays beside it', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = useIn(job);
      succeeded(await use.main());
      await configureSet(job, 'ci', 'output', 'yaml');
      const post = succeeded(await use.post());
      const { config, credentials } = readShared(job);
      expect(sectionLines(config, 'profile ci')).toEqual(['output = yaml']);
      expect(credentials).toBeUndefined();
      expect(post.log).toContain(sharedPaths(job).config);
    });
  });

  it('that adds a setting to a profile we replaced does not keep the old one from coming back', async () => {
    await inDebuggedJob(lab, async (job) => {
      writeShared(job, { credentials: OLD, config: OLD_CONFIG });
      const use = useIn(job, OVERWRITE);
      succeeded(await use.main());
      await configureSet(job, 'ci', 'cli_pager', 'less');
      succeeded(await use.post());
      const { config, credentials } = readShared(job);
      expect(credentials).toBe(OLD);
      expect(sectionLines(config, 'profile ci')).toEqual(
        expect.arrayContaining(OLD_CONFIG.trimEnd().split('\n').slice(1)),
      );
      expect(config).not.toContain('-before-');
    });
  });

  it('that turns AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE elsewhere does not turn post there', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = useIn(job);
      succeeded(await use.main());
      const elsewhere = join(job.directories.home, 'elsewhere');
      writeFileFor(elsewhere, `${OLD}\n${OLD_CONFIG}`);
      job.setEnv('AWS_CONFIG_FILE', elsewhere);
      job.setEnv('AWS_SHARED_CREDENTIALS_FILE', elsewhere);
      job.setEnv('HOME', job.directories.workspace);
      succeeded(await use.post());
      expect(readShared(job)).toEqual({ credentials: undefined, config: undefined });
      expect(readFileSync(elsewhere, 'utf8')).toBe(`${OLD}\n${OLD_CONFIG}`);
    });
  });

  it('that deletes the files, or puts the old ones back, gets no complaint and no change', async () => {
    const files = { credentials: OLD, config: '[profile ci]\noutput = yaml\nregion = eu-central-1\n' };
    for (const after of [{}, files]) {
      await inDebuggedJob(lab, async (job) => {
        writeShared(job, files);
        const use = useIn(job, OVERWRITE);
        succeeded(await use.main());
        rmSync(sharedPaths(job).directory, { recursive: true });
        writeShared(job, after);
        succeeded(await use.post());
        // This is also what a main leaves that was killed after its note and before its write.
        expect(readShared(job)).toEqual({ credentials: undefined, config: undefined, ...after });
      });
    }
  });
});

/** Main, held where it writes the job summary: the profile is written by then. Kill it, and what it was held by is gone. */
async function heldAtTheSummary(job: Job): Promise<Running> {
  const commands = join(job.directories.temp, '_runner_file_commands');
  lab.wire.after('AssumeRoleWithWebIdentity', () => {
    for (const name of readdirSync(commands).filter((each) => each.startsWith('step_summary_'))) {
      rmSync(join(commands, name));
      spawnSync('mkfifo', [join(commands, name)]);
    }
  });
  const use = useIn(job, OVERWRITE);
  const running = use.start('main');
  while (!sectionLines(readShared(job).config, 'profile ci').includes('region = eu-central-1')) await pause(5);
  for (const name of readdirSync(commands).filter((each) => each.startsWith('step_summary_'))) {
    rmSync(join(commands, name));
  }
  running.kill('SIGKILL');
  return running;
}

describe('a main that was killed', () => {
  it('right after it wrote the profile leaves it to post, which puts the old one back', async () => {
    await inDebuggedJob(lab, async (job) => {
      const files = { credentials: `${DEV}${OLD}`, config: `${OLD_CONFIG}${DEV_CONFIG}` };
      writeShared(job, files);
      const main = await (await heldAtTheSummary(job)).done;
      expect(main.signal).toBe('SIGKILL');
      expect(sectionLines(readShared(job).credentials, 'ci')[0]).not.toContain(OLD_KEY);
      const [post] = await job.finish();
      expect(post?.conclusion).toBe('success');
      expect(readShared(job)).toEqual(files);
    });
  });

  it('between the two files leaves the one to post and the other alone', async () => {
    await inDebuggedJob(lab, async (job) => {
      const files = { credentials: `${DEV}${OLD}`, config: '[profile ci]\noutput = yaml\n' };
      writeShared(job, files);
      const use = useIn(job, OVERWRITE);
      succeeded(await use.main());
      // As if the second file had been noted and not yet written.
      writeShared(job, { config: files.config });
      succeeded(await use.post());
      expect(readShared(job)).toEqual(files);
    });
  });
});

describe('a main that failed', () => {
  it('to write the second file takes the first back, and deletes the user', async () => {
    await inDebuggedJob(lab, async (job) => {
      const config = join(job.directories.home, 'other', 'config');
      job.setEnv('AWS_CONFIG_FILE', config);
      // A directory takes the file's place after the inputs were checked.
      lab.wire.after('CreateUser', () => mkdirSync(config, { recursive: true }));
      const use = job.use(lab.inputs(WITH));
      const main = await use.main();
      expect(errorCode(main)).toBe('profile-file-refused');
      expect(await lab.users()).toEqual([]);
      rmSync(join(job.directories.home, 'other'), { recursive: true });
      succeeded(await use.post());
      expect(existsSync(sharedPaths(job).credentials)).toBe(false);
    });
  });
});

type Trap = { inputs?: Record<string, string>; set?: (paths: ReturnType<typeof sharedPaths>, job: Job) => void };

const fifo = (path: string) => spawnSync('mkfifo', [path]);
const intoDirectory = (paths: { directory: string }) => mkdirSync(paths.directory, { mode: 0o700 });

const traps: Record<string, Trap> = {
  'a name with a blank': { inputs: { 'aws-profile': 'c i' } },
  'a name with a tab': { inputs: { 'aws-profile': 'c\ti' } },
  'a name with a line feed': { inputs: { 'aws-profile': 'ci\n[dev]' } },
  'a name with a bracket': { inputs: { 'aws-profile': 'ci]' } },
  'a name with an opening bracket': { inputs: { 'aws-profile': '[ci' } },
  'a name with a slash': { inputs: { 'aws-profile': '../ci' } },
  'a name with a backslash': { inputs: { 'aws-profile': 'c\\i' } },
  'a name with a comment sign': { inputs: { 'aws-profile': 'ci#1' } },
  'a name with a control character': { inputs: { 'aws-profile': 'c\u0007i' } },
  'a credentials file that is a symbolic link': {
    set: (paths, job) => {
      intoDirectory(paths);
      writeFileSync(join(job.directories.home, 'target'), DEV);
      symlinkSync('../target', paths.credentials);
    },
  },
  'a config file that is a dangling symbolic link': {
    set: (paths) => {
      intoDirectory(paths);
      symlinkSync('../nowhere', paths.config);
    },
  },
  'a directory that is a symbolic link': {
    set: (paths, job) => {
      mkdirSync(join(job.directories.home, 'real'));
      symlinkSync('real', paths.directory);
    },
  },
  'a directory in place of the credentials file': {
    set: (paths) => mkdirSync(paths.credentials, { recursive: true }),
  },
  'a file in place of the directory': { set: (paths) => writeFileSync(paths.directory, '') },
  'a named pipe in place of the config file': {
    set: (paths) => {
      intoDirectory(paths);
      fifo(paths.config);
    },
  },
};

/** The result of a main that may wait for ever; one that does is killed. */
async function withinReason(running: Running): Promise<StepResult> {
  const timer = setTimeout(() => running.kill('SIGKILL'), 15_000);
  const result = await running.done;
  clearTimeout(timer);
  return result;
}

describe('what cannot be written safely', () => {
  it.each(Object.entries(traps))('%s is one error: nothing created, no call made, no file touched', async (_, trap) => {
    await inDebuggedJob(lab, async (job) => {
      trap.set?.(sharedPaths(job), job);
      const before = everythingBelow(job.directories.home);
      const use = job.use(lab.inputs({ ...OVERWRITE, ...trap.inputs }));
      const main = await withinReason(use.start('main'));
      expect(errorCode(main)).toBe('invalid-inputs');
      expect(messagesOf(main, 'error').match(/^- /gm)).toHaveLength(1);
      expect(messagesOf(main, 'error')).toContain('`aws-profile`');
      expect(lab.wire.calls).toEqual([]);
      expect(lab.oidc.issued).toEqual([]);
      succeeded(await use.post());
      expect(everythingBelow(job.directories.home)).toEqual(before);
    });
  });

  it('a symbolic link put in place after the inputs were checked is refused, and its target stays as it is', async () => {
    await inDebuggedJob(lab, async (job) => {
      const target = join(job.directories.home, 'target');
      writeFileSync(target, DEV);
      const paths = sharedPaths(job);
      lab.wire.after('AssumeRoleWithWebIdentity', () => {
        intoDirectory(paths);
        symlinkSync(target, paths.credentials);
      });
      const main = await useIn(job).main();
      expect(errorCode(main)).toBe('profile-file-refused');
      expect(readFileSync(target, 'utf8')).toBe(DEV);
    });
  });

  it('a symbolic link put in place by a later step keeps post from writing, with a warning', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = useIn(job);
      succeeded(await use.main());
      const { credentials } = sharedPaths(job);
      const target = join(job.directories.home, 'target');
      const text = readFileSync(credentials, 'utf8');
      writeFileSync(target, text);
      rmSync(credentials);
      symlinkSync(target, credentials);
      const post = await use.post();
      expect(messagesOf(post, 'warning')).toContain('symbolic link');
      expect(readFileSync(target, 'utf8')).toBe(text);
      // What can be taken back is taken back all the same.
      expect(readShared(job).config).toBeUndefined();
    });
  });
});

describe('the places of the files', () => {
  it('are those of AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE, ~ included, and go again with their directories', async () => {
    await inDebuggedJob(lab, async (job) => {
      const { home } = job.directories;
      job.setEnv('AWS_SHARED_CREDENTIALS_FILE', '~/made/for/this/credentials');
      job.setEnv('AWS_CONFIG_FILE', join(home, 'made', 'for', 'that', 'config'));
      const before = everythingBelow(home);
      const use = useIn(job);
      const main = succeeded(await use.main());
      const credentials = readFileSync(join(home, 'made', 'for', 'this', 'credentials'), 'utf8');
      expect(sectionLines(credentials, 'ci')).toEqual(credentialLines(main));
      const config = readFileSync(join(home, 'made', 'for', 'that', 'config'), 'utf8');
      expect(sectionLines(config, 'profile ci')).toEqual(['region = eu-central-1']);
      expect(existsSync(sharedPaths(job).directory)).toBe(false);
      succeeded(await use.post());
      expect(everythingBelow(home)).toEqual(before);
    });
  });

  it('may be one and the same, which is left as it was', async () => {
    await inDebuggedJob(lab, async (job) => {
      const file = join(job.directories.home, 'aws.ini');
      job.setEnv('AWS_SHARED_CREDENTIALS_FILE', file);
      job.setEnv('AWS_CONFIG_FILE', file);
      const text = `${DEV}${DEV_CONFIG}`.trimEnd();
      writeFileFor(file, text);
      const use = useIn(job);
      const main = succeeded(await use.main());
      expect(sectionLines(readFileSync(file, 'utf8'), 'ci')).toEqual(credentialLines(main));
      succeeded(await use.post());
      expect(readFileSync(file, 'utf8')).toBe(text);
    });
  });
});
