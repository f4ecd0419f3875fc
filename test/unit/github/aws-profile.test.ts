import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { type ProfileChange, restoreProfile, writeProfile } from '../../../src/github/aws-profile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CONTENT = {
  credentials: { accessKeyId: 'AKIAOURS', secretAccessKey: 'ours/+' },
  region: 'eu-central-1',
  nonce: '00000000',
};

/** Writes the profile `ci` where these files are. @returns how to read them, and what was noted */
function write(files: { credentials?: string | Buffer; config?: string | Buffer }) {
  const paths = { credentials: join(folder, 'aws', 'credentials'), config: join(folder, 'aws', 'config') };
  mkdirSync(join(folder, 'aws'));
  for (const name of ['credentials', 'config'] as const) {
    if (files[name] !== undefined) writeFileSync(paths[name], files[name]);
  }
  const noted: ProfileChange[] = [];
  const wish = { name: 'ci', credentialsFile: paths.credentials, configFile: paths.config };
  const act = () => writeProfile(wish, CONTENT, (changes) => noted.splice(0, noted.length, ...changes));
  return { act, noted, text: (name: 'credentials' | 'config') => readFileSync(paths[name]) };
}

describe('a profile whose settings are indented', () => {
  const INDENTED =
    '[ci]\n  aws_access_key_id = AKIAOLD\n  output = json\n  credential_process = /bin/evil\n\tcli_pager =\n';

  it('gives way to ours, of which nothing becomes a part of it', () => {
    const { act, text } = write({ credentials: INDENTED });
    act();
    const ours = text('credentials').toString().split('[ci]\n')[1];
    expect(ours?.split('\n').slice(1)).toEqual([
      'aws_access_key_id = AKIAOURS',
      'aws_secret_access_key = ours/+',
      'output = json',
      'cli_pager =',
      '',
    ]);
  });

  it('is put back as it was', () => {
    const { act, noted, text } = write({ credentials: INDENTED });
    act();
    expect(restoreProfile(noted)).toEqual([]);
    expect(text('credentials').toString()).toBe(INDENTED);
  });
});

describe('a file that is not UTF-8', () => {
  it.each(['credentials', 'config'] as const)('is refused and not rewritten: %s', (name) => {
    const latin1 = Buffer.from('# Schlüssel für alle\n[dev]\nregion = x\n', 'latin1');
    const { act, text } = write({ [name]: latin1 });
    expect(act).toThrow(ActionError);
    expect(act).toThrow('it is not UTF-8 text');
    expect(text(name)).toEqual(latin1);
  });

  it('but for a mark of byte order is left as it is', () => {
    const { act, noted, text } = write({ credentials: '\ufeff[dev]\na = b\n' });
    act();
    restoreProfile(noted);
    expect(text('credentials').toString()).toBe('\ufeff[dev]\na = b\n');
  });
});
