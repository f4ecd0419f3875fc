// What an attacker, or an administrator by mistake, may hang on a lease: nothing of it is the action's.
import { generateKeyPairSync } from 'node:crypto';
import {
  CreateLoginProfileCommand,
  CreateServiceSpecificCredentialCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  UploadSigningCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import type { Lab } from '../lab.ts';
import { iamThrough } from '../wire/clients.ts';

/** Of nobody: its private key was never kept. moto does not look into it, but it must be a certificate. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBczCCARmgAwIBAgIUcx/XO5lXJAyI1Nm1gahMqoK0gN4wCgYIKoZIzj0EAwIw
DjEMMAoGA1UEAwwDbGFiMCAXDTI2MTEyMTExNDIyOVoYDzIxMjYxMDI4MTE0MjI5
WjAOMQwwCgYDVQQDDANsYWIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATFkudK
UoJ2tkgkSsKKyPhD4OxQ0XwiSVK80Mc0CE9/nSbGC6NlY7KzEM3TlJOOicze+oE+
86rnpRwfUomFIEcko1MwUTAdBgNVHQ4EFgQUPkC6e0S6vJ/nI7GKbSGu1HkAddsw
HwYDVR0jBBgwFoAUPkC6e0S6vJ/nI7GKbSGu1HkAddswDwYDVR0TAQH/BAUwAwEB
/zAKBggqhkjOPQQDAgNIADBFAiBw5B/4GCXR5m5XA1UJFX0uNWN8o5XlrpNYNl/u
iRvOIAIhAJg1WxkPtazEEhvaMdrKpkTUTngpy/5JQmpFv3Z2UZHz
-----END CERTIFICATE-----`;

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SSHPublicKeyBody = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const MFA_CODES = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };

/** Hangs on a user one of each kind that the action never makes; the MFA device has the user's name. */
export async function hangForeignThings({ iam, wire, administrator }: Lab, UserName: string): Promise<void> {
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Tr0ub4dor&3' }));
  const device = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }));
  const SerialNumber = device.VirtualMFADevice?.SerialNumber;
  await iam.send(new EnableMFADeviceCommand({ UserName, SerialNumber, ...MFA_CODES }));
  await iam.send(new UploadSSHPublicKeyCommand({ UserName, SSHPublicKeyBody }));
  await iam.send(new UploadSigningCertificateCommand({ UserName, CertificateBody: CERTIFICATE }));
  // The wire keeps these itself, so this one passes it, as somebody else.
  const through = iamThrough(wire, administrator);
  await through.send(new CreateServiceSpecificCredentialCommand({ UserName, ServiceName: 'codecommit.amazonaws.com' }));
  through.destroy();
}
