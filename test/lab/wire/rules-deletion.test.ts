import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSSHPublicKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  EnableMFADeviceCommand,
  type IAMClient,
  ListServiceSpecificCredentialsCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, iamThrough } from './clients.ts';

const lab = useLab();
let iam: IAMClient;
beforeEach(() => {
  iam = iamThrough(lab.wire, lab.administrator);
});

describe('DeleteUser', () => {
  const UserName = 'a';
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] });
  const sshKey = `ssh-rsa ${Buffer.from('not looked at').toString('base64')} laboratory`;
  const PolicyArn = 'arn:aws:iam::123456789012:policy/app-read';

  /** Each `give` attaches one thing to the user, and returns the function that removes it. */
  const things: [name: string, give: () => Promise<() => Promise<unknown>>][] = [
    [
      'an access key',
      async () => {
        const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
        return () => iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: AccessKey?.AccessKeyId }));
      },
    ],
    [
      'a group',
      async () => {
        await iam.send(new AddUserToGroupCommand({ UserName, GroupName: 'readers' }));
        return () => iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName: 'readers' }));
      },
    ],
    [
      'a managed policy',
      async () => {
        await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
        return () => iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
      },
    ],
    [
      'an inline policy',
      async () => {
        await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'p', PolicyDocument: policy }));
        return () => iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: 'p' }));
      },
    ],
    [
      'a login profile',
      async () => {
        await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'correct-horse-9' }));
        return () => iam.send(new DeleteLoginProfileCommand({ UserName }));
      },
    ],
    [
      'an MFA device',
      async () => {
        const { VirtualMFADevice } = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'm' }));
        const SerialNumber = VirtualMFADevice?.SerialNumber;
        await iam.send(
          new EnableMFADeviceCommand({
            UserName,
            SerialNumber,
            AuthenticationCode1: '123456',
            AuthenticationCode2: '654321',
          }),
        );
        return () => iam.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
      },
    ],
    [
      'an SSH key',
      async () => {
        const { SSHPublicKey } = await iam.send(new UploadSSHPublicKeyCommand({ UserName, SSHPublicKeyBody: sshKey }));
        return () =>
          iam.send(new DeleteSSHPublicKeyCommand({ UserName, SSHPublicKeyId: SSHPublicKey?.SSHPublicKeyId }));
      },
    ],
    [
      'a service-specific credential',
      async () => {
        await iam.send(
          new CreateServiceSpecificCredentialCommand({ UserName, ServiceName: 'codecommit.amazonaws.com' }),
        );
        const { ServiceSpecificCredentials = [] } = await iam.send(
          new ListServiceSpecificCredentialsCommand({ UserName }),
        );
        const ServiceSpecificCredentialId = ServiceSpecificCredentials[0]?.ServiceSpecificCredentialId;
        return () => iam.send(new DeleteServiceSpecificCredentialCommand({ UserName, ServiceSpecificCredentialId }));
      },
    ],
  ];

  test.each(things)('is refused as long as there is %s', async (_name, give) => {
    await iam.send(new CreateUserCommand({ UserName }));
    const take = await give();
    expect(await failure(iam.send(new DeleteUserCommand({ UserName })))).toBe('DeleteConflictException');
    await take();
    expect(await failure(iam.send(new DeleteUserCommand({ UserName })))).toBe('none');
    expect(await failure(iam.send(new DeleteUserCommand({ UserName })))).toBe('NoSuchEntityException');
  });
});
