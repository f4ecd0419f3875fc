// The resources that the examples expect in the account, and how the workflows are changed for what this machine lacks.
import {
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  GetPolicyCommand,
  GetRolePolicyCommand,
  type IAMClient,
  ListRolePoliciesCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { trustOf } from '../lab/iam/policies.ts';
import type { Lab } from '../lab/lab.ts';
import { motoClients } from '../lab/moto-clients.ts';

/** The second account of the examples. The emulator has only one, which is used for both. */
const CUSTOMER = '210987654321';
const MANAGER = 'github-lease-manager';

/** IAM of a partition; moto keeps one account for each. */
function iamOf(lab: Lab, partition: string | undefined): IAMClient {
  if (partition === undefined || partition === 'aws') return lab.iam;
  return motoClients(lab.moto.url).iam(partition);
}

const all = (text: string, pattern: RegExp) => [
  ...new Map([...text.matchAll(pattern)].map((match) => [match[0], match])).values(),
];

/** Whether something was created; false when it existed. */
async function created(sent: Promise<unknown>): Promise<boolean> {
  return sent.then(
    () => true,
    (error: Error) => {
      if (error.name === 'EntityAlreadyExistsException') return false;
      throw error;
    },
  );
}

async function createPolicies(lab: Lab, workflow: string): Promise<void> {
  for (const [, partition, Path = '/', PolicyName] of all(
    workflow,
    /arn:([\w-]+):iam::\d{12}:policy(\/\S*?)([^\s/]+)(?=\s|$)/g,
  )) {
    const Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await created(iamOf(lab, partition).send(new CreatePolicyCommand({ PolicyName, Path, PolicyDocument })));
  }
}

/** The trust policy of the default managing role, which trusts the account's other roles too. */
async function managerTrust(lab: Lab): Promise<string> {
  const trust = await trustOf(lab.iam, MANAGER);
  const Principal = { AWS: `arn:aws:iam::${lab.accountId}:root` };
  const chained = { Effect: 'Allow', Principal, Action: ['sts:AssumeRole', 'sts:TagSession'] };
  return JSON.stringify({ ...trust, Statement: [...trust.Statement, chained] });
}

/** The roles that the workflow names, all of them like the default managing role. */
async function createRoles(lab: Lab, workflow: string): Promise<void> {
  const trust = await managerTrust(lab);
  const { PolicyNames = [] } = await lab.iam.send(new ListRolePoliciesCommand({ RoleName: MANAGER }));
  for (const [, partition, RoleName = ''] of all(workflow, /arn:([\w-]+):iam::\d{12}:role\/(\S+)/g)) {
    const iam = iamOf(lab, partition);
    const AssumeRolePolicyDocument = trust.replaceAll('arn:aws:', `arn:${partition}:`);
    const isNew = await created(iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument })));
    if (!isNew) {
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: AssumeRolePolicyDocument }));
      continue;
    }
    for (const PolicyName of PolicyNames) {
      const { PolicyDocument = '' } = await lab.iam.send(new GetRolePolicyCommand({ RoleName: MANAGER, PolicyName }));
      const document = decodeURIComponent(PolicyDocument);
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: document }));
    }
  }
}

/** Creates the roles and policies that a workflow names, and the groups; what the account has stays. */
export async function createWhatItNames(lab: Lab, workflow: string): Promise<void> {
  await createPolicies(lab, workflow);
  await createRoles(lab, workflow);
  for (const [, GroupName] of all(workflow, /iam-groups: (\S+)/g)) {
    await created(lab.iam.send(new CreateGroupCommand({ GroupName })));
  }
}

/** The workflow with one account, and with a policy of the account where AWS has one that the emulator does not know. */
export async function inThisAccount(lab: Lab, workflow: string): Promise<string> {
  let text = workflow.replaceAll(CUSTOMER, lab.accountId);
  for (const [PolicyArn] of all(workflow, /arn:aws:iam::aws:policy\/\S+/g)) {
    const known = await lab.iam.send(new GetPolicyCommand({ PolicyArn })).catch(() => undefined);
    if (known === undefined) text = text.replaceAll(PolicyArn, `arn:aws:iam::${lab.accountId}:policy/app-read`);
  }
  return text;
}

/** The users of leases that are left, in all partitions of the examples. */
export async function usersLeft(lab: Lab): Promise<string[]> {
  const { Users = [] } = await iamOf(lab, 'aws-us-gov').send(new ListUsersCommand({}));
  return [...(await lab.users()), ...Users.map(({ UserName = '' }) => UserName)];
}
