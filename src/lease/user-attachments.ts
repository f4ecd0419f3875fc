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
import { allPages } from '../aws/pages.ts';

type Page = { readonly ids: readonly (string | undefined)[]; readonly next: string | undefined };

/**
 * One of the nine kinds of things that can be attached to a user and must be removed before `DeleteUser`
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html).
 */
export type AttachmentKind = {
  readonly label: string;
  /** True for kinds that a lease has only if another principal added them. The permissions for them are optional. */
  readonly rare: boolean;
  /** True when the thing can still exist after the user is deleted. */
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

/** The kind that is removed first. */
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

/** The kind of the guard. */
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
      const deactivated = iam.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
      // A virtual device is a resource with an ARN and would still exist after the user is deleted.
      if (!SerialNumber.includes(':mfa/')) return deactivated;
      // `NoSuchEntity`: it is deactivated already, perhaps by us with the answer lost. The device still exists.
      await deactivated.catch((error: unknown) => {
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

/** Lists all ids of one kind, from all pages. */
export async function listAttachments(kind: AttachmentKind, iam: Iam, userName: string): Promise<string[]> {
  const found = await allPages(`list ${kind.label}`, async (marker) => {
    const { ids, next } = await kind.list(iam, userName, marker === undefined ? {} : { Marker: marker });
    return { items: ids.filter((id) => id !== undefined), next };
  });
  return found;
}
