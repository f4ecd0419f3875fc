import { createHash } from 'node:crypto';
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AwsCredentials } from '../aws/clients.ts';
import { addSection, findSection, gapBefore, keyOf, removeLines, renameSection, settingsOf } from './ini-section.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The profile to write, and where. */
export type ProfileWish = { readonly name: string; readonly credentialsFile: string; readonly configFile: string };

/** What main did to one file, for post: no secret, only names and one-way marks of the lines it wrote. */
export type ProfileChange = {
  readonly file: string;
  readonly section: string;
  /** The name under which a section that was there before waits; empty when there was none. */
  readonly aside: string;
  readonly marks: readonly string[];
  /** What main put between the file's former end and its section. */
  readonly gap: string;
  /** What main had to make: removed again when nothing else is in it. */
  readonly madeFile: boolean;
  readonly madeDirectory: boolean;
};

/** Settings that would make AWS's tools take other credentials than the ones beside them; not taken over. */
const LEADING_ELSEWHERE =
  /^(aws_.*|role_arn|source_profile|credential_source|credential_process|web_identity_token_file|role_session_name|external_id|mfa_serial|duration_seconds|login_session|sso_.*|services|endpoint_url)$/;

const mark = (line: string): string => createHash('sha256').update(line).digest('hex');

/** Where AWS's tools look for profiles in this job. */
export function profileWish(name: string, environment: Environment): ProfileWish {
  const path = (variable: string, fallback: string) =>
    (environment[variable] || join(homedir(), '.aws', fallback)).replace(/^~(?=[/\\])/, homedir());
  return {
    name,
    credentialsFile: path('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
    configFile: path('AWS_CONFIG_FILE', 'config'),
  };
}

const configSection = (name: string): string => (name === 'default' ? 'default' : `profile ${name}`);

/** The files in which the profile exists already. */
export function existingIn(wish: ProfileWish): string[] {
  const places = [
    { file: wish.credentialsFile, section: wish.name },
    { file: wish.configFile, section: configSection(wish.name) },
  ];
  return places
    .filter(({ file, section }) => findSection((readPrivateFile(file) ?? '').split('\n'), section))
    .map(({ file }) => file);
}

/**
 * Writes the profile into both files. A profile of that name that is there already steps aside under another name in the same
 * file, so that its secrets are copied nowhere, and its harmless settings are taken over.
 * @param note stores what is about to be changed; called before each file is touched
 */
export function writeProfile(
  wish: ProfileWish,
  content: { credentials: AwsCredentials; region: string; nonce: string },
  note: (changes: readonly ProfileChange[]) => void,
): void {
  const { accessKeyId, secretAccessKey, sessionToken } = content.credentials;
  const secrets = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
  if (sessionToken !== undefined) secrets.push(`aws_session_token = ${sessionToken}`);
  const changes: ProfileChange[] = [];
  const parts = [
    { file: wish.credentialsFile, section: wish.name, ours: secrets },
    { file: wish.configFile, section: configSection(wish.name), ours: [`region = ${content.region}`] },
  ];
  for (const { file, section, ours } of parts) {
    const before = readPrivateFile(file);
    const present = findSection((before ?? '').split('\n'), section) !== undefined;
    const aside = present ? `${section}-before-${content.nonce}` : '';
    const taken = settingsOf(before ?? '', section).filter((setting) => isHarmless(setting, ours));
    const lines = [...ours, ...taken];
    const stepped = present ? renameSection(before ?? '', section, aside) : (before ?? '');
    changes.push({
      file,
      section,
      aside,
      gap: gapBefore(stepped),
      marks: lines.flatMap((line) => line.split('\n')).map(mark),
      madeFile: before === undefined,
      madeDirectory: !existsSync(dirname(file)),
    });
    note(changes);
    writePrivateFile(file, addSection(stepped, section, lines));
  }
}

function isHarmless(setting: string, ours: readonly string[]): boolean {
  const key = keyOf(setting);
  return !LEADING_ELSEWHERE.test(key) && !ours.some((line) => keyOf(line) === key);
}

/**
 * Takes back what `writeProfile` did, and that alone: what a later step has added to the profile stays, and a profile that is no
 * longer ours is left alone.
 * @returns the files in which something of a later step was left
 */
export function restoreProfile(changes: readonly ProfileChange[]): string[] {
  return changes.filter((change) => !restoreFile(change)).map(({ file }) => file);
}

function restoreFile(change: ProfileChange): boolean {
  const text = readPrivateFile(change.file);
  if (text === undefined) return true;
  const cleared = removeLines(text, change.section, {
    isOurs: (line) => change.marks.includes(mark(line)),
    gap: change.gap,
  });
  const clean = findSection(cleared.split('\n'), change.section) === undefined;
  const restored = clean && change.aside !== '' ? renameSection(cleared, change.aside, change.section) : cleared;
  if (restored.trim() === '' && change.madeFile) removeMade(change);
  else if (restored !== text) writePrivateFile(change.file, restored);
  return clean;
}

function removeMade(change: ProfileChange): void {
  rmSync(change.file, { force: true });
  if (!change.madeDirectory) return;
  try {
    rmdirSync(dirname(change.file));
  } catch (error) {
    // Somebody else's files are in it by now.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
