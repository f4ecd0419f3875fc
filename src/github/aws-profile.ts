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

/** What main did to one file, for post: no secret, only names and one-way marks of the lines it wrote. */
export type ProfileChange = {
  readonly file: string;
  readonly section: string;
  /** What was put behind the name of a section that was there before; empty when there was none. */
  readonly ending: string;
  /** Marks of the lines that are main's alone, and of those it took over from the section before. */
  readonly own: readonly string[];
  readonly taken: readonly string[];
  /** What main put between the file's former end and its section. */
  readonly gap: string;
  /** What main had to make, the topmost directory included: removed again when nothing else is in it. */
  readonly madeFile: boolean;
  readonly madeDirectory: string;
};

/** Settings that would make AWS's tools take other credentials than the ones beside them; not taken over. */
const CREDENTIAL_SETTINGS =
  /^(aws_.*|region|ca_bundle|role_arn|source_profile|credential_source|credential_process|web_identity_token_file|role_session_name|external_id|mfa_serial|duration_seconds|login_session|sso_.*|services|endpoint_url)$/;

const mark = (line: string): string => createHash('sha256').update(line).digest('hex');

/** Where AWS's tools look for profiles in this job. */
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

/** The files in which the profile exists already. */
export function existingIn(wish: ProfileSpec): string[] {
  return parts(wish)
    .filter(({ file, section }) => findSections((readPrivateFile(file) ?? '').split('\n'), section).length > 0)
    .map(({ file }) => file);
}

function parts(wish: ProfileSpec) {
  return [
    { file: wish.credentialsFile, section: wish.name },
    { file: wish.configFile, section: configSection(wish.name) },
  ] as const;
}

/**
 * Writes the profile into both files. A profile of that name that is there already steps aside under another name in the same
 * file, so that its secrets are copied nowhere; its harmless settings are taken over.
 * @param note stores what is about to be changed; called before each file is touched
 */
export function writeProfile(
  wish: ProfileSpec,
  content: { credentials: AwsCredentials; region: string; nonce: string },
  note: (changes: readonly ProfileChange[]) => void,
): void {
  const { accessKeyId, secretAccessKey, sessionToken } = content.credentials;
  const secrets = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
  if (sessionToken !== undefined) secrets.push(`aws_session_token = ${sessionToken}`);
  const [credentialsPart, configPart] = parts(wish);
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
  const ending = present ? `-before-${nonce}` : '';
  const taken = settingsOf(before ?? '', section).filter((setting) => isHarmless(setting, ours));
  const lines = [...ours, ...taken];
  const stepped = present ? renameSection(before ?? '', section, { add: ending }) : (before ?? '');
  const change: ProfileChange = {
    file,
    section,
    ending,
    gap: gapBefore(stepped),
    own: ours.map(mark),
    taken: taken.flatMap((line) => line.split('\n')).map(mark),
    madeFile: before === undefined,
    madeDirectory: firstMissingDirectory(file),
  };
  return { change, text: addSection(stepped, section, lines) };
}

/** The topmost directory that has to be made for a file; empty when there is none. */
function firstMissingDirectory(file: string): string {
  const directory = dirname(file);
  if (existsSync(directory)) return '';
  return firstMissingDirectory(directory) || directory;
}

function isHarmless(setting: string, ours: readonly string[]): boolean {
  const [first = '', ...further] = setting.split('\n');
  // Below a key that has a value, AWS's SDK for JavaScript takes an indented line for a setting of its own.
  const keys = [first, ...(/[=:]\s*$/.test(first) ? [] : further)].map(keyOf);
  return keys.every((key) => !CREDENTIAL_SETTINGS.test(key) && !ours.some((line) => keyOf(line) === key));
}

/**
 * Takes back what `writeProfile` did, and that alone: what a later step has added to the profile stays, and a profile that is no
 * longer ours is left alone. One file that refuses does not keep the other from being restored.
 * @returns the files in which something of a later step was left
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

/** @returns whether something of a later step was left */
function restoreFile(change: ProfileChange): boolean {
  const text = readPrivateFile(change.file);
  const ours = text === undefined ? undefined : ourSection(text, change);
  if (text === undefined || ours === undefined) return false;
  const marks = [...change.own, ...change.taken];
  const whole = change.ending !== '';
  const removal = removeOurs(text, ours, { isOurs: (line) => marks.includes(mark(line)), gap: change.gap, whole });
  const aside = `${change.section}${change.ending}`;
  const restored = whole
    ? appendTo(renameSection(removal.text, aside, { drop: change.ending }), change.section, removal.added)
    : removal.text;
  if (restored.trim() === '' && change.madeFile) removeMade(change);
  else writePrivateFile(change.file, restored);
  return removal.added.length > 0;
}

/**
 * The section main wrote: it holds one of the lines that are main's alone. Where a profile stepped aside, it must still be
 * waiting: otherwise main was killed before it wrote, or somebody has put the old file back.
 */
function ourSection(text: string, change: ProfileChange): Section | undefined {
  const lines = text.split('\n');
  const waits = findSections(lines, `${change.section}${change.ending}`).length > 0;
  if (change.ending !== '' && !waits) return undefined;
  return findSections(lines, change.section).find(({ begin, end }) =>
    lines.slice(begin + 1, end).some((line) => change.own.includes(mark(line))),
  );
}

function removeMade(change: ProfileChange): void {
  rmSync(change.file, { force: true });
  if (change.madeDirectory === '') return;
  for (let directory = dirname(change.file); ; directory = dirname(directory)) {
    try {
      rmdirSync(directory);
    } catch (error) {
      // Somebody else's files are in it by now, or the other file has not gone yet.
      if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
      throw error;
    }
    if (directory === change.madeDirectory) return;
  }
}
