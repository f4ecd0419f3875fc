/**
 * AWS CLI commands that delete a user by hand: they list what is attached to the user and remove it, keys first. A user name has
 * only the characters `[\w+=,.@-]`, so it needs no quotes in a shell. It may begin with `-`, hence `=`.
 * @param options `rare`: also for the kinds that a lease has only if another principal added them
 */
export function manualCleanupCommands(userName: string, options: { rare: boolean }): string[] {
  const each = (list: string, query: string, remove: string) =>
    `for id in $(aws iam ${list} --user-name=${userName} --query '${query}' --output text); do aws iam ${remove} "$id" --user-name=${userName}; done`;
  return [
    each('list-access-keys', 'AccessKeyMetadata[].AccessKeyId', 'delete-access-key --access-key-id'),
    each('list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'),
    each('list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'),
    each('list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'),
    ...(options.rare ? rareCommands(userName, each) : []),
    `aws iam delete-user --user-name=${userName}`,
  ];
}

function rareCommands(userName: string, each: (list: string, query: string, remove: string) => string): string[] {
  return [
    `aws iam delete-login-profile --user-name=${userName}`,
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
