/**
 * The commands that finish by hand what post could not: they list what is on the user and remove it, keys first. A name holds
 * only `[\w+=,.@-]`, so it needs no quotes in a shell.
 * @param options `rare`: also for the kinds a lease has only if somebody else put them there
 */
export function manualCleanupCommands(userName: string, options: { rare: boolean }): string[] {
  const each = (list: string, query: string, remove: string) =>
    `for id in $(aws iam ${list} --user-name ${userName} --query '${query}' --output text); do aws iam ${remove} "$id" --user-name ${userName}; done`;
  return [
    each('list-access-keys', 'AccessKeyMetadata[].AccessKeyId', 'delete-access-key --access-key-id'),
    each('list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'),
    each('list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'),
    each('list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'),
    ...(options.rare ? rareCommands(userName, each) : []),
    `aws iam delete-user --user-name ${userName}`,
  ];
}

function rareCommands(userName: string, each: (list: string, query: string, remove: string) => string): string[] {
  return [
    `aws iam delete-login-profile --user-name ${userName}`,
    each('list-mfa-devices', 'MFADevices[].SerialNumber', 'deactivate-mfa-device --serial-number'),
    each('list-ssh-public-keys', 'SSHPublicKeys[].SSHPublicKeyId', 'delete-ssh-public-key --ssh-public-key-id'),
    each('list-signing-certificates', 'Certificates[].CertificateId', 'delete-signing-certificate --certificate-id'),
    each(
      'list-service-specific-credentials',
      'ServiceSpecificCredentials[].ServiceSpecificCredentialId',
      'delete-service-specific-credential --service-specific-credential-id',
    ),
  ];
}
