import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Job, StepResult } from '../lab/runner/runner.ts';
import { errorCode, messagesOf } from '../support/scenarios/scenario.ts';
import {
  canary,
  countsOf,
  ownTags,
  planOf,
  put,
  secretCalls,
  source,
  sync,
  values,
  writes,
} from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const OURS = { tags: ownTags('per-key') };
const OUR_JSON = { tags: ownTags('json') };

/** All keys in the secret `app`. */
const json = (secrets: Record<string, string>, inputs: Record<string, string> = {}) => ({
  name: 'app',
  secrets: JSON.stringify(secrets),
  ...inputs,
});
/** One secret for each of these keys, below `app/`. */
const perKey = (secrets: Record<string, string>, inputs: Record<string, string> = {}) => ({
  mode: 'per-key',
  name: 'app/{{key}}',
  secrets: JSON.stringify(secrets),
  ...inputs,
});

describe('what another party wrote', () => {
  /** A line end of every kind, Markdown that would load and link things, HTML, and commands of the runner's, old and new. */
  const FORGED = [
    'Fine.',
    '',
    '![x](https://evil.example/x.png)',
    '# Approved',
    '[click](https://evil.example)',
    '::warning::forged',
    '##[error]forged',
    '<img src=x>',
  ];
  const TEXT = `${FORGED.join('\n')}\r\u0085\u2028\u2029\u000b| end |`;

  /** A server that answers the two calls of a look at one key: it lists a secret of ours, whose value it refuses in these words. */
  async function withRefusals<T>(message: string, work: (url: string) => Promise<T>): Promise<T> {
    const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:app/A-AbCdEf';
    const Tags = Object.entries(OURS.tags).map(([Key, Value]) => ({ Key, Value }));
    const server = createServer((request, response) => {
      const isBatch = request.headers['x-amz-target'] === 'secretsmanager.BatchGetSecretValue';
      const refusal = { SecretId: ARN, ErrorCode: 'DecryptionFailure', Message: message };
      const body = isBatch ? { SecretValues: [], Errors: [refusal] } : { SecretList: [{ ARN, Name: 'app/A', Tags }] };
      request.resume();
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'r-1' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  const byOwner = async () => {
    await put(lab, 'app/A', canary('theirs'), { tags: { 'sync:owner': TEXT } });
    return sync(lab, perKey(source('A')));
  };
  const byReplica = () => {
    lab.wire.secrets.replicaFailures = { 'us-east-1': TEXT };
    return sync(lab, perKey(source('A'), { 'replica-regions': 'us-east-1' }));
  };
  const byBatch = () => withRefusals(TEXT, (url) => sync(lab, perKey(source('A'), { 'secretsmanager-endpoint': url })));
  const byBatchInPlan = () =>
    withRefusals(TEXT, (url) => sync(lab, perKey(source('A'), { 'secretsmanager-endpoint': url, sync: 'plan' })));

  /** Whatever some reader takes for the end of a line. */
  const ENDS = ['\r', '\n', '\u000b', '\u0085', '\u2028', '\u2029'];
  const lines = (text: string) => ENDS.reduce((parts, end) => parts.flatMap((part) => part.split(end)), [text]);

  const SITES: { where: string; run: () => Promise<StepResult>; begins: string }[] = [
    { where: 'in the tag sync:owner', run: byOwner, begins: '- app/A: it is owned by Fine.' },
    {
      where: 'as the status of a replica',
      run: byReplica,
      begins: '- app/A: replication failed in us-east-1: Fine.',
    },
    {
      where: 'as the reason of an item in BatchGetSecretValue',
      run: byBatch,
      begins: '- app/A: reading its value failed: DecryptionFailure: Fine.',
    },
    {
      where: 'there, in a plan',
      run: byBatchInPlan,
      begins: '- app/A: reading its value failed: DecryptionFailure: Fine.',
    },
  ];

  it.each(SITES)('$where stays in one line of the error and of the summary, as text', async ({ run, begins }) => {
    const result = await run();
    expect(errorCode(result)).toBe('sync-incomplete');
    const about = lines(messagesOf(result, 'error')).filter((line) => /evil|Approved|forged|end \|/.test(line));
    expect(about).toHaveLength(1);
    expect(about[0]).toMatch(/^- app\/A: .*Fine\..*Approved.*::warning::forged.*\| end \|/);
    expect(about[0]?.startsWith(begins)).toBe(true);
    expect(result.annotations.map(({ level }) => level)).toEqual(['error']);
    // A heading and a table: Markdown begins anew after an empty line, and nowhere else inside HTML.
    const rows = lines(result.summary.trim());
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^<table>.*app\/A.*Fine\..*Approved.*<\/table>$/);
    expect(result.summary).not.toContain('<img');
    // The runner itself puts ##[debug] before each line of ::debug::.
    const logged = lines(result.log).map((line) => line.replace(/^##\[debug\]/, ''));
    for (const line of logged) expect(line).not.toMatch(/^\s*(::|##\[|!\[|# )/);
    expect(result.log).not.toContain('##[error]');
  });
});

describe('where secrets are sent', () => {
  const noInput = { 'secretsmanager-endpoint': '' };
  const host = () => new URL(lab.wire.url).host;

  it.each(['AWS_ENDPOINT_URL_SECRETS_MANAGER', 'AWS_ENDPOINT_URL'])(
    'is told by its host, when %s of the job’s environment says so',
    async (variable) => {
      const env = { [variable]: lab.wire.url };
      const result = await sync(lab, json(source('A'), noInput), { env });
      expect(messagesOf(result, 'error')).toBe('');
      expect(messagesOf(result, 'notice')).toContain(`Secrets Manager is called at ${host()}`);
      expect(await values(lab)).toEqual({ app: JSON.stringify(source('A')) });
    },
  );

  it('is told in the root action too, once, and only where there is a sync', async () => {
    const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: lab.wire.url };
    const besides = { 'sync-name': 'app', 'sync-secrets': JSON.stringify(source('A')), ...noInput };
    const synced = await sync(lab, { ...besides, sync: 'apply' }, { env, root: true });
    expect(messagesOf(synced, 'error')).toBe('');
    expect(messagesOf(synced, 'notice').split(host())).toHaveLength(2);
    const alone = await sync(lab, noInput, {
      env: { AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://far.example' },
      root: true,
    });
    expect(messagesOf(alone, 'error')).toBe('');
    expect(messagesOf(alone, 'notice')).not.toContain('Secrets Manager');
  });

  it.each([
    'http://far.example',
    'HTTP://far.example:8080/',
    'http://127.0.0.1.far.example',
    'http://localhost@far.example',
    'http://10.0.0.7:4566',
  ])('is refused before any call when the environment says %s: not encrypted, and not this machine', async (url) => {
    const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: url };
    const result = await sync(lab, json(source('A'), noInput), { env });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain(`send secrets to ${new URL(url).host} unencrypted`);
    expect(lab.wire.calls).toEqual([]);
    expect(lab.oidc.issued).toEqual([]);
  });

  it('is refused in the root action too, and no lease is made', async () => {
    const env = { AWS_ENDPOINT_URL: 'http://far.example' };
    const besides = { sync: 'apply', 'sync-name': 'app', 'sync-secrets': JSON.stringify(source('A')), ...noInput };
    const result = await sync(lab, besides, { env, root: true });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('far.example');
    expect(lab.wire.calls).toEqual([]);
  });

  it.each(['no URL', 'ftp://far.example', 'http://'])(
    'is an input error, in whole sentences, when the environment says “%s”',
    async (url) => {
      const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: url };
      const result = await sync(lab, json(source('A'), noInput), { env });
      expect(errorCode(result)).toBe('invalid-inputs');
      expect(messagesOf(result, 'error')).toContain('AWS_ENDPOINT_URL_SECRETS_MANAGER');
      expect(messagesOf(result, 'error')).toContain('must be a URL that begins with https:// or http://');
      expect(lab.wire.calls).toEqual([]);
    },
  );

  it('is what `secretsmanager-endpoint` says before anything in the environment, without a word about it', async () => {
    const far = 'http://far.example';
    const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: far, AWS_ENDPOINT_URL: far };
    const result = await sync(lab, json(source('A')), { env });
    expect(messagesOf(result, 'error')).toBe('');
    expect(result.annotations).toEqual([]);
    expect(result.log).not.toContain('far.example');
    expect(await values(lab)).toEqual({ app: JSON.stringify(source('A')) });
  });
});

describe('a secret of ours that is nested 5,000 deep', () => {
  const DEEP = `{"DEEP":${'['.repeat(5_000)}${']'.repeat(5_000)},"A":"${canary('old A')}"}`;

  it.each(['keep', 'remove'])(
    'is refused and not replaced, whatever `unknown-keys` is (%s), and another is synced',
    async (unknown) => {
      await put(lab, 'deep', DEEP, OUR_JSON);
      await put(lab, 'flat', JSON.stringify({ B: canary('old B') }), OUR_JSON);
      const before = await lab.secrets();
      const inputs = { map: 'A=deep#A\nB=flat#B', 'unknown-keys': unknown };
      const result = await sync(lab, { ...inputs, secrets: JSON.stringify(source('A', 'B')) });
      expect(errorCode(result)).toBe('sync-incomplete');
      expect(messagesOf(result, 'error')).toMatch(/^- deep: /m);
      expect(messagesOf(result, 'error')).not.toContain('flat');
      expect(countsOf(result)).toEqual({ updated: 1, failed: 1 });
      const after = await lab.secrets();
      expect(after.deep).toEqual(before.deep);
      expect(after.flat?.value).toBe(JSON.stringify(source('B')));
      expect(writes(lab)).toEqual(['PutSecretValue']);
    },
  );

  it('is text like any other where it holds the value of one key: it is masked whole and replaced, and stops none of the others', async () => {
    await put(lab, 'app/A', DEEP, OURS);
    await put(lab, 'app/B', canary('old B'), OURS);
    let masked = false;
    const after = (job: Job) => {
      masked = job.masks.has(DEEP);
    };
    const result = await sync(lab, perKey(source('A', 'B', 'C')), { after });
    expect(messagesOf(result, 'error')).toBe('');
    expect(countsOf(result)).toEqual({ created: 1, updated: 2 });
    expect(masked).toBe(true);
    expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B'), 'app/C': canary('C') });
  });

  it('fails a plan, which could not look at it', async () => {
    await put(lab, 'app', DEEP, OUR_JSON);
    const result = await sync(lab, json(source('A'), { sync: 'plan' }));
    expect(errorCode(result)).toBe('sync-incomplete');
    expect(planOf(result)).toMatchObject([{ name: 'app', action: 'refuse' }]);
  });
});

describe('the masks of a sync', () => {
  const FOREIGN = { x: 'github', y: 'refused', z: 'production' };
  const isMasked = (masks: ReadonlySet<string>, values_: readonly string[]) =>
    values_.filter((each) => masks.has(each));

  async function masksAfter(
    inputs: Record<string, string>,
  ): Promise<{ masks: ReadonlySet<string>; result: StepResult }> {
    let masks: ReadonlySet<string> = new Set();
    const after = (job: Job) => {
      masks = new Set(job.masks);
    };
    const result = await sync(lab, inputs, { after });
    return { masks, result };
  }

  it.each(['apply', 'plan'])(
    'hold nothing of a foreign secret in the way, in `mode: json` (%s): its words are not masked',
    async (when) => {
      await put(lab, 'app', JSON.stringify(FOREIGN));
      const { masks, result } = await masksAfter(json(source('A'), { sync: when }));
      expect(planOf(result)).toMatchObject([{ name: 'app', action: 'refuse' }]);
      expect(isMasked(masks, Object.values(FOREIGN))).toEqual([]);
      expect(isMasked(masks, [canary('A')])).toEqual([canary('A')]);
    },
  );

  it('hold nothing of a foreign secret in the way, in `mode: per-key`, as text or as JSON', async () => {
    await put(lab, 'app/A', 'production');
    await put(lab, 'app/B', JSON.stringify(FOREIGN), { tags: { 'sync:owner': 'repo:1/env:-/id:default' } });
    const { masks, result } = await masksAfter(perKey(source('A', 'B', 'C')));
    expect(countsOf(result)).toEqual({ created: 1, failed: 2 });
    expect(isMasked(masks, [...Object.values(FOREIGN), JSON.stringify(FOREIGN)])).toEqual([]);
  });

  it('hold nothing of a secret that is made by another party while ours is written', async () => {
    lab.wire.before('CreateSecret', () => put(lab, 'app', JSON.stringify(FOREIGN)));
    const { masks, result } = await masksAfter(json(source('A')));
    expect(countsOf(result)).toEqual({ failed: 1 });
    expect(await values(lab)).toEqual({ app: JSON.stringify(FOREIGN) });
    expect(isMasked(masks, Object.values(FOREIGN))).toEqual([]);
  });

  it('hold every string of our own, also of a secret that stays as it is', async () => {
    const old = { A: canary('old A'), GONE: canary('GONE'), MORE: { list: [canary('deep')] } };
    await put(lab, 'app', JSON.stringify(old), OUR_JSON);
    const changed = await masksAfter(json(source('A')));
    const expected = [canary('old A'), canary('GONE'), canary('deep')];
    expect(isMasked(changed.masks, expected)).toEqual(expected);

    await put(lab, 'app/T', canary('old T'), OURS);
    const text = await masksAfter(perKey(source('T'), { sync: 'plan' }));
    expect(isMasked(text.masks, [canary('old T')])).toEqual([canary('old T')]);
  });
});

describe('a file of secrets', () => {
  const TEXT = JSON.stringify(source('A', 'B'));
  const PATHS: [how: string, name: string][] = [
    ['a directory that is a symbolic link', 'link/secrets.json'],
    ['such a directory, with a slash too many', 'link//secrets.json'],
    ['such a directory, by way of a dot', 'link/./secrets.json'],
    ['such a directory, by way of its parent', 'link/../link/secrets.json'],
  ];

  it.each(PATHS)('in %s is refused before any call, and not deleted', async (_, name) => {
    const real = (job: Job) => join(job.directories.temp, 'real', 'secrets.json');
    let left = '';
    const result = await sync(
      lab,
      { name: 'app' },
      {
        hidden: Object.values(source('A', 'B')),
        allowedFiles: (job) => [real(job), join(job.directories.temp, 'link', 'secrets.json')],
        before: (job) => {
          const { temp } = job.directories;
          mkdirSync(join(temp, 'real'));
          writeFileSync(real(job), TEXT, { mode: 0o600 });
          symlinkSync(join(temp, 'real'), join(temp, 'link'));
          return { 'secrets-file': `${temp}/${name}`, 'secrets-file-delete': 'true' };
        },
        after: (job) => {
          left = existsSync(real(job)) ? readFileSync(real(job), 'utf8') : 'deleted';
        },
      },
    );
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('its directory is a symbolic link');
    expect(left).toBe(TEXT);
    expect(lab.wire.calls).toEqual([]);
  });
});

describe('without a source', () => {
  it('the lines of `map` add nothing to what is told', async () => {
    const result = await sync(lab, { name: 'app', map: 'A=x/a\nB=x/b#c' });
    expect(errorCode(result)).toBe('invalid-inputs');
    const problems = messagesOf(result, 'error')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(problems).toEqual([expect.stringContaining('give exactly one of them, not 0')]);
    expect(secretCalls(lab)).toEqual([]);
  });

  it('lines of `map` that no source could make right are told all the same, and so are those that miss a key of one that is given', async () => {
    const none = await sync(lab, { name: 'app', map: 'no line' });
    expect(messagesOf(none, 'error')).toContain('`map` has the line "no line"');
    const given = await sync(lab, json(source('A'), { map: 'A=x/a\nB=x/b' }));
    expect(messagesOf(given, 'error')).toContain('`map` names `B`, which the source does not have');
    expect(messagesOf(given, 'error')).not.toContain('names `A`');
  });
});
