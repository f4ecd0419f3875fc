import { unlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setSecret } from '@actions/core';
import { FileRefused, FileTooLarge, readRegular, refuseLink } from '../../files/regular-file.ts';
import { splitGlobs } from '../../secrets/desired/globs.ts';
import { sourceFromEnvironment } from '../../secrets/desired/selection.ts';
import { parseSource, type Source } from '../../secrets/desired/source.ts';
import type { Env } from '../env.ts';
import { readGlobs } from './globs.ts';
import type { InputReader } from './reader.ts';

/** The source, with notices and warnings for the user. */
export type ReadSource = {
  /** `undefined`: no source was given, or more than one. */
  readonly source: Source | undefined;
  readonly notices: string[];
  readonly warnings: string[];
};

/**
 * Linux does not start a process with a longer variable (MAX_ARG_STRLEN, https://man7.org/linux/man-pages/man2/execve.2.html). The
 * runner passes each input as one variable.
 */
const MAX_VARIABLE_BYTES = 131_072;
const WARN_FROM_BYTES = 100_000;
/** 500 secrets of the largest size (AWS: Secrets Manager quotas); a larger file is likely not the one that is meant. */
const MAX_FILE_BYTES = 32 * 2 ** 20;

type SourceInputs = { readonly secrets: string; readonly file: string; readonly fromEnv: string };

/** The file of `secrets-file`. It is read once and, with `secrets-file-delete`, deleted before anything else can fail. */
export type SecretsFile = {
  readonly path: string;
  readonly text: string | undefined;
  /** True if users other than its owner may read or write it. */
  readonly shared: boolean;
  readonly missing: boolean;
};

/** Reads the file and, with `secrets-file-delete`, deletes it, also if other inputs are wrong. */
export function takeSecretsFile(reader: InputReader, names: { file: string; remove: string }): SecretsFile | undefined {
  const path = reader.text(names.file);
  const remove = reader.flag(names.remove, false);
  if (path === '') return undefined;
  if (/^[{[]|\n/.test(path)) {
    reader.problem(names.file, 'must be a path; pass the secrets themselves in `secrets`');
    return { path: '', text: undefined, shared: false, missing: false };
  }
  try {
    refuseLink(dirname(resolve(path)), 'its directory is a symbolic link');
    const file = readRegular(path, { maxBytes: MAX_FILE_BYTES });
    if (file !== undefined && remove) unlinkSync(path);
    const text = file === undefined ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    return { path, text, shared: file?.shared ?? false, missing: file === undefined };
  } catch (error) {
    // It is not read, and holds secrets all the same.
    if (remove && error instanceof FileTooLarge) unlinkSync(path);
    reader.problem(names.file, `names ${path}, and ${fileProblem(error)}`);
    return { path, text: undefined, shared: false, missing: false };
  }
}

/** Why the file cannot be used. The message of a decoding error is not used: it may contain some of the text. */
function fileProblem(error: unknown): string {
  if (error instanceof FileRefused) return error.message;
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    ? 'it is not UTF-8 text'
    : `it cannot be read and deleted (${code})`;
}

/** The secrets of the one source that is given. All values are masked. Problems are added to the reader. */
export function readSource(
  reader: InputReader,
  names: SourceInputs,
  from: { file: SecretsFile | undefined; env: Env },
): ReadSource {
  const json = reader.text(names.secrets);
  const variables = readGlobs(reader, names.fromEnv);
  const given = [json !== '', from.file !== undefined, splitGlobs(reader.text(names.fromEnv)).length > 0].filter(
    Boolean,
  ).length;
  if (given !== 1) {
    const all = `\`${names.file}\` and \`${names.fromEnv}\``;
    reader.problem(names.secrets, `, ${all} are the three sources: give exactly one of them, not ${given}`);
    return { source: undefined, notices: [], warnings: [] };
  }
  if (from.file?.missing) reader.problem(names.file, `names ${from.file.path}, which does not exist`);
  const warnings: string[] = [];
  const read = (): { source: Source; notices: string[] } => {
    if (json === '' && from.file === undefined)
      return fromVariables(reader, names.fromEnv, sourceFromEnvironment(variables, from.env));
    const name = from.file === undefined ? names.secrets : names.file;
    return { source: fromJson(reader, name, from.file === undefined ? json : (from.file.text ?? '{}')), notices: [] };
  };
  const { source, notices } = read();
  if (Buffer.byteLength(json) >= WARN_FROM_BYTES) warnings.push(sizeWarning(names));
  if (from.file?.shared)
    warnings.push(`Other users of this runner may read ${from.file.path}: write it with \`umask 077\`.`);
  for (const value of source.values()) maskWhole(value);
  return { source, notices, warnings };
}

/** Masks a value, also without surrounding blanks, as GitHub does for its secrets. GitHub does not know values from a file or a variable. */
function maskWhole(value: string): void {
  const bare = value.trim();
  if (bare === '') return;
  setSecret(value);
  if (bare !== value) setSecret(bare);
}

function fromJson(reader: InputReader, name: string, text: string): Source {
  const { source, problems } = parseSource(text);
  for (const problem of problems) reader.problem(name, problem);
  return source;
}

function fromVariables(reader: InputReader, name: string, found: ReturnType<typeof sourceFromEnvironment>) {
  const { source, problems, notices } = found;
  for (const problem of problems) reader.problem(name, problem);
  return { source, notices };
}

function sizeWarning({ secrets, file, fromEnv }: SourceInputs): string {
  const maxBytes = MAX_VARIABLE_BYTES - 1 - `INPUT_${secrets.toUpperCase()}=`.length;
  return `\`${secrets}\` is close to Linux’s limit for one variable, ${maxBytes} bytes; above it the runner cannot start this step (“Argument list too long”). Use \`${file}\` or \`${fromEnv}\`: see docs/secret-sync.md, “Large secret sets”.`;
}
