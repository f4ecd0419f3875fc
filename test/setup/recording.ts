// What the action asks of AWS, as it passes the laboratory's wire, with what AWS knows of the things asked about at that moment.
import { GetGroupCommand, GetUserCommand } from '@aws-sdk/client-iam';
import type { Lab } from '../lab/lab.ts';
import type { Call } from '../lab/wire.ts';
import { ACCOUNT_ID } from './kit.ts';
import type { Account, Asked } from './simulation.ts';
import { requestsOf } from './simulation.ts';

/** One call of the action, and the requests that IAM evaluates for it. */
export type Recorded = { readonly action: string; readonly asked: readonly Asked[] };

/** Every action of this project's; a call of any other fails the recording. */
const ACTIONS = [
  ...['CreateUser', 'TagUser', 'PutUserPolicy', 'AttachUserPolicy', 'AddUserToGroup', 'CreateAccessKey'],
  ...['GetUser', 'ListAccessKeys', 'ListAttachedUserPolicies', 'ListGroupsForUser', 'ListUserPolicies'],
  ...['DeleteAccessKey', 'DetachUserPolicy', 'DeleteUserPolicy', 'RemoveUserFromGroup', 'DeleteUser'],
  ...['GetLoginProfile', 'ListMFADevices', 'ListSSHPublicKeys', 'ListSigningCertificates'],
  ...['DeleteLoginProfile', 'DeactivateMFADevice', 'DeleteVirtualMFADevice', 'DeleteSSHPublicKey'],
  ...['DeleteSigningCertificate', 'ListServiceSpecificCredentials', 'DeleteServiceSpecificCredential'],
  ...['ListUsers', 'GetAccountSummary'],
  ...['DescribeSecret', 'GetSecretValue', 'BatchGetSecretValue', 'ListSecrets', 'CreateSecret', 'PutSecretValue'],
  ...['UpdateSecret', 'TagResource', 'RestoreSecret', 'DeleteSecret', 'ReplicateSecretToRegions'],
  'RemoveRegionsFromReplication',
];
/** No permission can be given or taken for these, or the trust policy alone decides. */
const FREE = ['GetCallerIdentity', 'AssumeRoleWithWebIdentity'];

/** Runs `work` and answers with what the action asked for meanwhile; the tests' own calls past the wire do not count. */
export async function recording(lab: Lab, work: () => Promise<void>): Promise<Recorded[]> {
  lab.wire.calls.length = 0;
  const account = accountOf(lab);
  const recorded = new Map<Call, Recorded>();
  const isOurs = (call: Call) => call.accessKeyId !== lab.longLived.accessKeyId;
  for (const action of ACTIONS) {
    lab.wire.before(action, async (call) => {
      if (isOurs(call)) recorded.set(call, { action, asked: await requestsOf(call, account) });
    });
  }
  await work();
  const missed = lab.wire.calls.filter((call) => isOurs(call) && !recorded.has(call) && !FREE.includes(call.action));
  if (missed.length > 0) throw new Error(`Not recorded: ${missed.map(({ action }) => action).join(', ')}`);
  return [...recorded.values()];
}

/** The laboratory's account as it is at the moment of asking. */
function accountOf(lab: Lab): Account {
  return {
    accountId: ACCOUNT_ID,
    partition: 'aws',
    user: async (UserName) => {
      const found = await lab.iam.send(new GetUserCommand({ UserName })).catch(unlessMissing);
      if (found?.User === undefined) return undefined;
      const { Arn: arn = '', Tags = [] } = found.User;
      const tags = Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
      return { arn, tags, boundary: lab.wire.boundaries.get(UserName) };
    },
    group: async (GroupName) => {
      const found = await lab.iam.send(new GetGroupCommand({ GroupName })).catch(unlessMissing);
      return found?.Group?.Arn;
    },
    secret: async (id, region) => {
      const found = (await lab.wire.secrets.all(region)).find(({ ARN, Name }) => id === ARN || id === Name);
      if (found === undefined) return undefined;
      const tags = Object.fromEntries((found.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
      return { arn: found.ARN, name: found.Name, tags, kmsKeyId: found.KmsKeyId };
    },
  };
}

function unlessMissing(error: Error): undefined {
  if (error.name !== 'NoSuchEntityException') throw error;
}
