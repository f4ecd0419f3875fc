/**
 * The commands that finish by hand what post could not: they list what is on the user and remove it, keys first. A name holds
 * only `[\w+=,.@-]`, so it needs no quotes in a shell.
 */
export function commandsByHand(userName: string): string[] {
  const each = (list: string, query: string, remove: string) =>
    `for id in $(aws iam ${list} --user-name ${userName} --query '${query}' --output text); do aws iam ${remove} "$id" --user-name ${userName}; done`;
  return [
    each('list-access-keys', 'AccessKeyMetadata[].AccessKeyId', 'delete-access-key --access-key-id'),
    each('list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'),
    each('list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'),
    each('list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'),
    `aws iam delete-user --user-name ${userName}`,
  ];
}
