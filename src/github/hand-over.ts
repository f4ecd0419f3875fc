import { setOutput, setSecret } from '@actions/core';
import type { Lease } from '../lease/lease.ts';
import { rfc3339 } from '../waiting/clock.ts';
import { writeProfile } from './aws-profile.ts';
import { type HandOver, LEASE_ID_VARIABLE } from './inputs/hand-over.ts';
import type { Inputs } from './inputs/main.ts';
import { type ChangedVariable, exportAll, withHashes } from './job-env.ts';
import { save } from './state.ts';
import { logInfo } from './step.ts';

/** All variables that main may set, and those among them that hold secrets. */
export function exportedVariables(handOver: HandOver): { all: string[]; secret: string[] } {
  const { exportedNames: names, profile } = handOver;
  if (names === undefined) return { all: [LEASE_ID_VARIABLE], secret: [] };
  const profileVariable = profile === undefined ? [] : ['AWS_PROFILE'];
  return {
    all: [...Object.values(names), ...profileVariable, LEASE_ID_VARIABLE],
    secret: [names.accessKeyId, names.secretAccessKey, names.sessionToken],
  };
}

/** Gives the job its credentials: variables, profile, outputs. They were masked where they were obtained. */
export function handOver(
  lease: Lease,
  inputs: Inputs,
  by: { before: readonly ChangedVariable[]; nonce: string },
): void {
  const { before } = by;
  if (inputs.maskAccountId) setSecret(lease.accountId);
  const values = variables(lease, inputs, before);
  save('variables', withHashes(before, values));
  const { profile } = inputs.handOver;
  if (profile !== undefined) {
    const { region } = inputs.connection;
    writeProfile(profile, { credentials: lease.credentials, region, nonce: by.nonce }, (changes) =>
      save('profile', changes),
    );
    logInfo(`The credentials are in the profile ${profile.name} until the job ends.`);
  }
  exportAll(values);
  setOutput('aws-account-id', lease.accountId);
  setOutput('authenticated-arn', lease.arn);
  setOutput('aws-expiration', rfc3339(lease.expiresAt));
  setOutput('credential-type', lease.kind);
  const user = lease.kind === 'iam-user' ? lease : undefined;
  setOutput('lease-id', user?.userName ?? '');
  setOutput('user-name', user?.userName ?? '');
  setOutput('user-arn', user?.arn ?? '');
  setOutput('propagation-ms', user?.propagationMs ?? '');
  if (!inputs.handOver.outputCredentials) return;
  setOutput('aws-access-key-id', lease.credentials.accessKeyId);
  setOutput('aws-secret-access-key', lease.credentials.secretAccessKey);
  setOutput('aws-session-token', lease.credentials.sessionToken ?? '');
}

function variables(lease: Lease, inputs: Inputs, before: readonly ChangedVariable[]): Record<string, string> {
  const held = (name: string) => before.some((each) => each.name === name && each.before !== '');
  const values: Record<string, string> = lease.kind === 'iam-user' ? { [LEASE_ID_VARIABLE]: lease.userName } : {};
  // `/renew` and `/revoke` cannot act on a session. Without this they would act on the user of an earlier step.
  if (lease.kind === 'session' && held(LEASE_ID_VARIABLE)) values[LEASE_ID_VARIABLE] = '';
  const { exportedNames: names, profile } = inputs.handOver;
  if (names === undefined) return values;
  if (profile !== undefined) values.AWS_PROFILE = profile.name;
  const { accessKeyId, secretAccessKey, sessionToken } = lease.credentials;
  values[names.accessKeyId] = accessKeyId;
  values[names.secretAccessKey] = secretAccessKey;
  values[names.region] = inputs.connection.region;
  values[names.defaultRegion] = inputs.connection.region;
  // An access key of a user has no session token. A token of an earlier step would make every request fail.
  if (sessionToken !== undefined) values[names.sessionToken] = sessionToken;
  else if (held(names.sessionToken)) values[names.sessionToken] = '';
  return values;
}
