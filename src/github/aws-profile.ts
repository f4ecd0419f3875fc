import { createHash } from 'node:crypto';
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AwsCredentials } from '../aws/clients.ts';
import {
  addSection,
  appendTo,
  findSections,
  gapBefore,
  keyOf,
  removeOurs,
  renameSection,
  type Section,
  settingsOf,
} from '../files/ini-section.ts';
import { readPrivateFile, writePrivateFile } from '../files/private-file.ts';
import type { Env } from './env.ts';

/** The profile to write, and where. */
export type ProfileSpec = { readonly name: string; readonly credentialsFile: string; readonly configFile: string };

/** What main changed in one file, for post. Holds no secret: names, and SHA-256 hashes of the lines that main wrote. */
export type ProfileChange = {
  readonly file: string;
  readonly section: string;
  /** Appended to the name of a section that existed before; empty when there was none. */
  readonly suffix: string;
  /** Hashes of the lines that only main wrote (`own`), and of those it copied from the former section (`taken`). */
  readonly own: readonly string[];
  readonly taken: readonly string[];
  /** What main inserted between the former end of the file and its section. */
  readonly gap: string;
  /** Whether main created the file, and the topmost directory that it created: post removes them when they are empty. */
  readonly createdFile: boolean;
  readonly createdDirectory: string;
};

/** Settings that make AWS's tools use other credentials than the key in the same section. Not copied from a former section. */
const CREDENTIAL_SETTINGS =
  /^(aws_.*|region|ca_bundle|role_arn|source_profile|credential_source|credential_process|web_identity_token_file|role_session_name|external_id|mfa_serial|duration_seconds|login_session|sso_.*|services|endpoint_url)$/;

const hashOf = (line: string): string => createHash('sha256').update(line).digest('hex');

/** The profile, in the files where AWS's tools of this job look for it. */
export function profileSpec(name: string, env: Env): ProfileSpec {
  const path = (variable: string, fallback: string) =>
    (env[variable] || join(homedir(), '.aws', fallback)).replace(/^~(?=[/\\])/, homedir());
  return {
    name,
    credentialsFile: path('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
    configFile: path('AWS_CONFIG_FILE', 'config'),
  };
}

const configSection = (name: string): string => (name === 'default' ? 'default' : `profile ${name}`);

/** The files that already have the profile. */
export function existingIn(spec: ProfileSpec): string[] {
  return parts(spec)
    .filter(({ file, section }) => findSections((readPrivateFile(file) ?? '').split('\n'), section).length > 0)
    .map(({ file }) => file);
}

function parts(spec: ProfileSpec) {
  return [
    { file: spec.credentialsFile, section: spec.name },
    { file: spec.configFile, section: configSection(spec.name) },
  ] as const;
}

/**
 * Writes the profile into both files. An existing profile of that name is renamed in the same file, so its secrets are not copied
 * anywhere. Its settings are copied, except those in `CREDENTIAL_SETTINGS`.
 * @param note stores the changes; called before each file is written
 */
export function writeProfile(
  spec: ProfileSpec,
  content: { credentials: AwsCredentials; region: string; nonce: string },
  note: (changes: readonly ProfileChange[]) => void,
): void {
  const { accessKeyId, secretAccessKey, sessionToken } = content.credentials;
  const secrets = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
  if (sessionToken !== undefined) secrets.push(`aws_session_token = ${sessionToken}`);
  const [credentialsPart, configPart] = parts(spec);
  const label = `# Written by aws-ephemeral-credentials (${content.nonce}) for one job.`;
  const changes: ProfileChange[] = [];
  const wanted = [
    { ...credentialsPart, ours: [label, ...secrets] },
    { ...configPart, ours: [label, `region = ${content.region}`] },
  ];
  for (const each of wanted) {
    const { change, text } = prepare(each, content.nonce);
    changes.push(change);
    note(changes);
    writePrivateFile(change.file, text);
  }
}

type ProfilePart = { readonly file: string; readonly section: string; readonly ours: readonly string[] };

function prepare({ file, section, ours }: ProfilePart, nonce: string): { change: ProfileChange; text: string } {
  const before = readPrivateFile(file);
  const present = findSections((before ?? '').split('\n'), section).length > 0;
  const suffix = present ? `-before-${nonce}` : '';
  const taken = settingsOf(before ?? '', section).filter((setting) => isCopied(setting, ours));
  const lines = [...ours, ...taken];
  const renamed = present ? renameSection(before ?? '', section, { add: suffix }) : (before ?? '');
  const change: ProfileChange = {
    file,
    section,
    suffix,
    gap: gapBefore(renamed),
    own: ours.map(hashOf),
    taken: taken.flatMap((line) => line.split('\n')).map(hashOf),
    createdFile: before === undefined,
    createdDirectory: firstMissingDirectory(file),
  };
  return { change, text: addSection(renamed, section, lines) };
}

/** The topmost directory that has to be created for a file; empty when all exist. */
function firstMissingDirectory(file: string): string {
  const directory = dirname(file);
  if (existsSync(directory)) return '';
  return firstMissingDirectory(directory) || directory;
}

function isCopied(setting: string, ours: readonly string[]): boolean {
  const [first = '', ...further] = setting.split('\n');
  // Below a key that has a value, AWS's SDK for JavaScript reads an indented line as a setting of its own.
  const keys = [first, ...(/[=:]\s*$/.test(first) ? [] : further)].map(keyOf);
  return keys.every((key) => !CREDENTIAL_SETTINGS.test(key) && !ours.some((line) => keyOf(line) === key));
}

/**
 * Undoes `writeProfile`, and nothing else: additions of a later step stay, and a profile that was replaced since is not touched. If one
 * file cannot be restored, the other one still is; then the error is thrown.
 * @returns the files that keep additions of a later step
 */
export function restoreProfile(changes: readonly ProfileChange[]): string[] {
  const failures: unknown[] = [];
  const left = changes.toReversed().filter((change) => {
    try {
      return restoreFile(change);
    } catch (error) {
      failures.push(error);
      return false;
    }
  });
  if (failures.length > 0) throw failures[0];
  return left.map(({ file }) => file);
}

/** @returns whether additions of a later step stay */
function restoreFile(change: ProfileChange): boolean {
  const text = readPrivateFile(change.file);
  const ours = text === undefined ? undefined : ourSection(text, change);
  if (text === undefined || ours === undefined) return false;
  const hashes = [...change.own, ...change.taken];
  const whole = change.suffix !== '';
  const removal = removeOurs(text, ours, { isOurs: (line) => hashes.includes(hashOf(line)), gap: change.gap, whole });
  const renamed = `${change.section}${change.suffix}`;
  const restored = whole
    ? appendTo(renameSection(removal.text, renamed, { drop: change.suffix }), change.section, removal.added)
    : removal.text;
  if (restored.trim() === '' && change.createdFile) removeCreated(change);
  else writePrivateFile(change.file, restored);
  return removal.added.length > 0;
}

/**
 * The section that main wrote: it has one of the lines that only main writes. If main renamed a profile, the renamed one must still
 * exist. Otherwise main was killed before it wrote the file, or the old file was restored since.
 */
function ourSection(text: string, change: ProfileChange): Section | undefined {
  const lines = text.split('\n');
  const renamedExists = findSections(lines, `${change.section}${change.suffix}`).length > 0;
  if (change.suffix !== '' && !renamedExists) return undefined;
  return findSections(lines, change.section).find(({ begin, end }) =>
    lines.slice(begin + 1, end).some((line) => change.own.includes(hashOf(line))),
  );
}

function removeCreated(change: ProfileChange): void {
  rmSync(change.file, { force: true });
  if (change.createdDirectory === '') return;
  for (let directory = dirname(change.file); ; directory = dirname(directory)) {
    try {
      rmdirSync(directory);
    } catch (error) {
      // The directory has other files now, or the second profile file is still there.
      if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
      throw error;
    }
    if (directory === change.createdDirectory) return;
  }
}
