type Kind = {
  readonly list: string;
  readonly field: string;
  readonly item: (id: string) => unknown;
  readonly remove: string;
  readonly param: string;
};

/** How IAM lists and removes each of the nine kinds of things on a user. */
export const KINDS = {
  keys: {
    list: 'ListAccessKeys',
    field: 'AccessKeyMetadata',
    item: (id) => ({ AccessKeyId: id }),
    remove: 'DeleteAccessKey',
    param: 'AccessKeyId',
  },
  attached: {
    list: 'ListAttachedUserPolicies',
    field: 'AttachedPolicies',
    item: (id) => ({ PolicyArn: id }),
    remove: 'DetachUserPolicy',
    param: 'PolicyArn',
  },
  inline: {
    list: 'ListUserPolicies',
    field: 'PolicyNames',
    item: (id) => id,
    remove: 'DeleteUserPolicy',
    param: 'PolicyName',
  },
  groups: {
    list: 'ListGroupsForUser',
    field: 'Groups',
    item: (id) => ({ GroupName: id }),
    remove: 'RemoveUserFromGroup',
    param: 'GroupName',
  },
  login: {
    list: 'GetLoginProfile',
    field: 'LoginProfile',
    item: (id) => ({ UserName: id }),
    remove: 'DeleteLoginProfile',
    param: 'UserName',
  },
  mfa: {
    list: 'ListMFADevices',
    field: 'MFADevices',
    item: (id) => ({ SerialNumber: id }),
    remove: 'DeactivateMFADevice',
    param: 'SerialNumber',
  },
  ssh: {
    list: 'ListSSHPublicKeys',
    field: 'SSHPublicKeys',
    item: (id) => ({ SSHPublicKeyId: id }),
    remove: 'DeleteSSHPublicKey',
    param: 'SSHPublicKeyId',
  },
  certificates: {
    list: 'ListSigningCertificates',
    field: 'Certificates',
    item: (id) => ({ CertificateId: id }),
    remove: 'DeleteSigningCertificate',
    param: 'CertificateId',
  },
  services: {
    list: 'ListServiceSpecificCredentials',
    field: 'ServiceSpecificCredentials',
    item: (id) => ({ ServiceSpecificCredentialId: id }),
    remove: 'DeleteServiceSpecificCredential',
    param: 'ServiceSpecificCredentialId',
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as KindName[];
