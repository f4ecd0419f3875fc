// What an attacker, or an administrator by mistake, may attach to the user of a lease. The action never creates any of it.
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

/** Its private key was not kept. moto requires a valid certificate and does not use it. */
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

/** Attaches to a user one of each kind that the action never creates. The MFA device has the user's name. */
export async function attachForeignItems({ iam, wire, administrator }: Lab, UserName: string): Promise<void> {
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Tr0ub4dor&3' }));
  const device = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }));
  const SerialNumber = device.VirtualMFADevice?.SerialNumber;
  await iam.send(new EnableMFADeviceCommand({ UserName, SerialNumber, ...MFA_CODES }));
  await iam.send(new UploadSSHPublicKeyCommand({ UserName, SSHPublicKeyBody }));
  await iam.send(new UploadSigningCertificateCommand({ UserName, CertificateBody: CERTIFICATE }));
  // The wire keeps these itself, so this call goes through it, with the administrator's key. A further attempt signs for AWS's time.
  const through = iamThrough(wire, administrator, 2);
  await through.send(new CreateServiceSpecificCredentialCommand({ UserName, ServiceName: 'codecommit.amazonaws.com' }));
  through.destroy();
}
