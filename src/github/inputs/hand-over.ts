import { asActionError } from '../../errors.ts';
import { existingIn, type ProfileSpec, profileSpec } from '../aws-profile.ts';
import type { Env } from '../env.ts';
import type { InputReader } from './reader.ts';

/** `/renew` and `/revoke` read the lease's id from it. */
export const LEASE_ID_VARIABLE = 'AWS_EPHEMERAL_LEASE_ID';

/** The variables in which the job receives its credentials. */
export type ExportedNames = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
  readonly defaultRegion: string;
};

/** How the job receives its credentials. */
export type HandOver = {
  /** `undefined`: no credentials are exported as variables. */
  readonly exportedNames: ExportedNames | undefined;
  readonly outputCredentials: boolean;
  readonly unsetCurrentCredentials: boolean;
  readonly profile: ProfileSpec | undefined;
};

const DEFAULT_NAMES = {
  'access-key-id': 'AWS_ACCESS_KEY_ID',
  'secret-access-key': 'AWS_SECRET_ACCESS_KEY',
  'session-token': 'AWS_SESSION_TOKEN',
  region: 'AWS_REGION',
  'default-region': 'AWS_DEFAULT_REGION',
};

/**
 * Not in quotes, because AWS's tools remove them. Not `DEFAULT`, which Python's parser uses as the default of all sections. Not
 * `__proto__`, with which AWS's SDK for JavaScript rejects the whole file.
 */
const PROFILE_NAME = /^(?!(?:DEFAULT|__proto__)$|(["']).*\1$)[^\s[\]/\\#;\p{Cc}]+$/u;

/** Reads `HandOver`. Problems are added to the reader. */
export function readHandOver(reader: InputReader, env: Env): HandOver {
  const names = readNames(reader);
  const profile = readProfile(reader, env);
  return {
    exportedNames: reader.flag('output-env-credentials', profile === undefined) ? names : undefined,
    outputCredentials: reader.flag('output-credentials', false),
    unsetCurrentCredentials: reader.flag('unset-current-credentials', false),
    profile,
  };
}

function readProfile(reader: InputReader, env: Env): ProfileSpec | undefined {
  const name = reader.matching(
    'aws-profile',
    PROFILE_NAME,
    'must have no spaces, brackets, slashes, backslashes, # or ;, must not be in quotes, and must not be DEFAULT or __proto__',
  );
  const overwrite = reader.flag('overwrite-aws-profile', false);
  if (name === '') return undefined;
  const spec = profileSpec(name, env);
  try {
    const files = existingIn(spec);
    if (files.length > 0 && !overwrite) {
      reader.problem(
        'aws-profile',
        `names the profile "${name}", which exists in ${files.join(' and ')}; to replace it for this job, set \`overwrite-aws-profile: true\``,
      );
    }
  } catch (error) {
    reader.problem('aws-profile', `cannot be written: ${asActionError(error).message}`);
  }
  return spec;
}

function readNames(reader: InputReader): ExportedNames {
  const names: Record<string, string> = { ...DEFAULT_NAMES };
  const given = new Set<string>();
  for (const line of reader.list('env-names')) {
    const [, key = '', name = ''] = /^([a-z-]+)\s*=\s*(\S+)$/.exec(line) ?? [];
    if (!Object.hasOwn(DEFAULT_NAMES, key)) {
      reader.problem(
        'env-names',
        `has the line "${line}"; lines are NAME=VARIABLE, with NAME one of ${Object.keys(DEFAULT_NAMES).join(', ')}`,
      );
    } else if (
      !/^[A-Za-z_]\w*$/.test(name) ||
      Object.hasOwn(Object.prototype, name) ||
      /^(GITHUB_|RUNNER_|INPUT_|STATE_)|^(NODE_OPTIONS|PATH|CI)$/i.test(name)
    ) {
      reader.problem(
        'env-names',
        `cannot export to "${name}"; choose a variable name that is valid and not reserved by the runner`,
      );
    } else {
      if (given.has(key)) reader.problem('env-names', `names ${key} twice`);
      given.add(key);
      names[key] = name;
    }
  }
  const chosen = [...Object.values(names), LEASE_ID_VARIABLE, 'AWS_PROFILE'];
  if (new Set(chosen).size < chosen.length) reader.problem('env-names', 'gives two values the same variable');
  return {
    accessKeyId: names['access-key-id'] ?? '',
    secretAccessKey: names['secret-access-key'] ?? '',
    sessionToken: names['session-token'] ?? '',
    region: names.region ?? '',
    defaultRegion: names['default-region'] ?? '',
  };
}
