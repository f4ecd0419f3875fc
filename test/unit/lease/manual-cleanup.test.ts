import { describe, expect, it } from '@jest/globals';
import { manualCleanupCommands } from '../../../src/lease/manual-cleanup.ts';

describe('the commands that finish by hand', () => {
  const commands = manualCleanupCommands('gha-x', { rare: false });

  it('remove access keys first and the user last', () => {
    expect(commands.map((command) => /aws iam (?:delete|detach|remove)-[a-z-]+/.exec(command)?.[0])).toEqual([
      'aws iam delete-access-key',
      'aws iam detach-user-policy',
      'aws iam delete-user-policy',
      'aws iam remove-user-from-group',
      'aws iam delete-user',
    ]);
  });

  it('cover the rare kinds when asked to, before the user goes', () => {
    const all = manualCleanupCommands('gha-x', { rare: true });
    expect(all.slice(0, 4)).toEqual(commands.slice(0, 4));
    expect(all.slice(4).map((command) => /aws iam (?:delete|deactivate)-[a-z-]+/.exec(command)?.[0])).toEqual([
      'aws iam delete-login-profile',
      'aws iam deactivate-mfa-device',
      'aws iam delete-ssh-public-key',
      'aws iam delete-signing-certificate',
      'aws iam delete-service-specific-credential',
      'aws iam delete-user',
    ]);
  });

  it.each([
    ['list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'],
    ['list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'],
    ['list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'],
    ['list-mfa-devices', 'MFADevices[].SerialNumber', 'deactivate-mfa-device --serial-number'],
    ['list-ssh-public-keys', 'SSHPublicKeys[].SSHPublicKeyId', 'delete-ssh-public-key --ssh-public-key-id'],
    ['list-signing-certificates', 'Certificates[].CertificateId', 'delete-signing-certificate --certificate-id'],
    [
      'list-service-specific-credentials',
      'ServiceSpecificCredentials[].ServiceSpecificCredentialId',
      'delete-service-specific-credential --service-specific-credential-id',
    ],
  ])('hand what aws iam %s answers to the call that removes it', (list, query, remove) => {
    expect(manualCleanupCommands('gha-x', { rare: true })).toContain(
      `for id in $(aws iam ${list} --user-name=gha-x --query '${query}' --output text); do aws iam ${remove} "$id" --user-name=gha-x; done`,
    );
  });

  it('list what each removes, of this user', () => {
    expect(commands[0]).toBe(
      `for id in $(aws iam list-access-keys --user-name=gha-x --query 'AccessKeyMetadata[].AccessKeyId' --output text); do aws iam delete-access-key --access-key-id "$id" --user-name=gha-x; done`,
    );
    expect(commands.every((command) => command.includes('--user-name=gha-x'))).toBe(true);
  });
});
