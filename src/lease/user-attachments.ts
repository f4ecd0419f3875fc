import {
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSigningCertificateCommand,
  DeleteSSHPublicKeyCommand,
  DeleteUserPolicyCommand,
  DeleteVirtualMFADeviceCommand,
  DetachUserPolicyCommand,
  GetLoginProfileCommand,
  ListAccessKeysCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupsForUserCommand,
  ListMFADevicesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  ListUserPoliciesCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import { isFailure } from '../aws/failures.ts';

type Page = { readonly ids: readonly (string | undefined)[]; readonly next: string | undefined };

/** One of the nine kinds of things that hang on a user and must go before `DeleteUser` (AWS: API_DeleteUser). */
export type AttachmentKind = {
  readonly label: string;
  /** Kinds a lease never has unless somebody added them; their permissions are optional. */
  readonly rare: boolean;
  /** Whether one that could not be removed may be there still when the user is gone. */
  readonly survivesUser?: true;
  list(iam: Iam, UserName: string, Marker: { Marker?: string }): Promise<Page>;
  remove(iam: Iam, UserName: string, id: string): Promise<unknown>;
};

const page = (
  ids: readonly (string | undefined)[] | undefined,
  answer: { Marker?: string | undefined } = {},
): Page => ({
  ids: ids ?? [],
  next: answer.Marker,
});

/** The kind that goes first. */
export const ACCESS_KEYS: AttachmentKind = {
  label: 'access key',
  rare: false,
  async list(iam, UserName, marker) {
    const answer = await iam.send(new ListAccessKeysCommand({ UserName, ...marker }));
    return page(
      answer.AccessKeyMetadata?.map((key) => key.AccessKeyId),
      answer,
    );
  },
  remove: (iam, UserName, AccessKeyId) => iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId })),
};

/** The kind the guard is of. */
export const INLINE_POLICIES: AttachmentKind = {
  label: 'inline policy',
  rare: false,
  async list(iam, UserName, marker) {
    const answer = await iam.send(new ListUserPoliciesCommand({ UserName, ...marker }));
    return page(answer.PolicyNames, answer);
  },
  remove: (iam, UserName, PolicyName) => iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName })),
};

/** The kinds other than access keys, the common ones first. */
export const OTHER_KINDS: readonly AttachmentKind[] = [
  {
    label: 'attached policy',
    rare: false,
    async list(iam, UserName, marker) {
      const answer = await iam.send(new ListAttachedUserPoliciesCommand({ UserName, ...marker }));
      return page(
        answer.AttachedPolicies?.map((policy) => policy.PolicyArn),
        answer,
      );
    },
    remove: (iam, UserName, PolicyArn) => iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn })),
  },
  INLINE_POLICIES,
  {
    label: 'group membership',
    rare: false,
    async list(iam, UserName, marker) {
      const answer = await iam.send(new ListGroupsForUserCommand({ UserName, ...marker }));
      return page(
        answer.Groups?.map((group) => group.GroupName),
        answer,
      );
    },
    remove: (iam, UserName, GroupName) => iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName })),
  },
  {
    label: 'login profile',
    rare: true,
    async list(iam, UserName) {
      await iam.send(new GetLoginProfileCommand({ UserName }));
      return page([UserName]);
    },
    remove: (iam, UserName) => iam.send(new DeleteLoginProfileCommand({ UserName })),
  },
  {
    label: 'MFA device',
    rare: true,
    survivesUser: true,
    async list(iam, UserName, marker) {
      const answer = await iam.send(new ListMFADevicesCommand({ UserName, ...marker }));
      return page(
        answer.MFADevices?.map((device) => device.SerialNumber),
        answer,
      );
    },
    async remove(iam, UserName, SerialNumber) {
      const takenOff = iam.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
      // A virtual device is an entity of its own, named by an ARN, and would stay behind.
      if (!SerialNumber.includes(':mfa/')) return takenOff;
      // Off already, perhaps by us with the answer lost: the device is there all the same.
      await takenOff.catch((error: unknown) => {
        if (!isFailure(error, 'NoSuchEntity')) throw error;
      });
      return iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }));
    },
  },
  {
    label: 'SSH public key',
    rare: true,
    async list(iam, UserName, marker) {
      const answer = await iam.send(new ListSSHPublicKeysCommand({ UserName, ...marker }));
      return page(
        answer.SSHPublicKeys?.map((key) => key.SSHPublicKeyId),
        answer,
      );
    },
    remove: (iam, UserName, SSHPublicKeyId) => iam.send(new DeleteSSHPublicKeyCommand({ UserName, SSHPublicKeyId })),
  },
  {
    label: 'signing certificate',
    rare: true,
    async list(iam, UserName, marker) {
      const answer = await iam.send(new ListSigningCertificatesCommand({ UserName, ...marker }));
      return page(
        answer.Certificates?.map((certificate) => certificate.CertificateId),
        answer,
      );
    },
    remove: (iam, UserName, CertificateId) =>
      iam.send(new DeleteSigningCertificateCommand({ UserName, CertificateId })),
  },
  {
    label: 'service-specific credential',
    rare: true,
    async list(iam, UserName, marker) {
      const answer = await iam.send(new ListServiceSpecificCredentialsCommand({ UserName, ...marker }));
      return page(
        answer.ServiceSpecificCredentials?.map((credential) => credential.ServiceSpecificCredentialId),
        answer,
      );
    },
    remove: (iam, UserName, ServiceSpecificCredentialId) =>
      iam.send(new DeleteServiceSpecificCredentialCommand({ UserName, ServiceSpecificCredentialId })),
  },
];

/** Every id of a kind, through all pages. */
export async function listAttachments(kind: AttachmentKind, iam: Iam, userName: string): Promise<string[]> {
  const found: string[] = [];
  let next: string | undefined;
  do {
    const answer = await kind.list(iam, userName, next === undefined ? {} : { Marker: next });
    found.push(...answer.ids.filter((id) => id !== undefined));
    next = answer.next;
  } while (next !== undefined);
  return found;
}
