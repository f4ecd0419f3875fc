// Decides on requests as AWS would, given the policies. @cloud-copilot/iam-simulate evaluates them. It knows from AWS's
// service authorization reference which resource and which condition keys each action has. It is used in tests only and never
// bundled.
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import type { IamRequest } from './iam-request.ts';

/** A policy document. */
export type Policy = { readonly Version: string; readonly Statement: readonly object[] };

/** A principal, and the policies that decide about its requests. */
export type Requester = {
  readonly principal: string;
  /** Identity-based policies. */
  readonly policies: readonly Policy[];
  /** The permissions boundary, if there is one. */
  readonly boundary?: Policy | undefined;
  /** The session policy, if there is one; several are merged into one with all their statements. */
  readonly sessionPolicy?: Policy | undefined;
  /** The policy of the resource: a role's trust policy. */
  readonly resourcePolicy?: Policy | undefined;
};

export type Decision = 'Allowed' | 'ImplicitlyDenied' | 'ExplicitlyDenied';

/** The default policy of a KMS key: IAM policies decide who may use it. */
function defaultKeyPolicy(accountId: string): Policy {
  const root = { AWS: `arn:aws:iam::${accountId}:root` };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' }] };
}

const named = (policy: Policy, index: number) => ({ name: `policy ${index}`, policy });

/** The policies as the library takes them. */
function policiesFor({ action }: IamRequest, requester: Requester) {
  const { boundary, sessionPolicy } = requester;
  const key = action.startsWith('kms:') ? defaultKeyPolicy(accountOf(requester.principal)) : undefined;
  const resourcePolicy = requester.resourcePolicy ?? key;
  return {
    identityPolicies: requester.policies.map(named),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
    ...(boundary === undefined ? {} : { permissionBoundaryPolicies: [named(boundary, 0)] }),
  };
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/**
 * What the policies decide on one request, at `aws:CurrentTime` of its context, or now.
 * @throws Error when the request or a policy is invalid, such as a condition key that the action does not have
 */
export async function decide(asked: IamRequest, requester: Requester): Promise<Decision> {
  const { principal } = requester;
  const accountId = accountOf(asked.resource) || accountOf(principal);
  const contextVariables = { 'aws:CurrentTime': new Date().toISOString(), ...asked.context };
  const request = {
    principal,
    action: asked.action,
    resource: { resource: asked.resource, accountId },
    contextVariables,
  };
  const result = await runSimulation({ request, ...policiesFor(asked, requester) }, {});
  if (result.resultType === 'error') throw new Error(`${asked.action}: ${JSON.stringify(result.errors)}`);
  if (result.resultType === 'single' && (result.result.ignoredContextKeys ?? []).length > 0) {
    throw new Error(`${asked.action} does not know ${result.result.ignoredContextKeys?.join(', ')}`);
  }
  return result.overallResult as Decision;
}

/** The strictest decision on several requests: a call is allowed when all its requests are. */
export async function decideAll(asked: readonly IamRequest[], requester: Requester): Promise<Decision> {
  const decisions = await Promise.all(asked.map((each) => decide(each, requester)));
  const order: Decision[] = ['ExplicitlyDenied', 'ImplicitlyDenied', 'Allowed'];
  return order.find((decision) => decisions.includes(decision)) ?? 'Allowed';
}

/** Claims of a token that trust policies can compare: `sub`, `aud`, and GitHub's others. */
export type Claims = Readonly<Record<string, string>>;

/**
 * Whether a role's trust policy accepts a GitHub token with these claims. The library does not know `sub` and `aud`
 * as condition keys of STS and drops them, unless its checks are off, and then it accepts no trust policies. So the statements that
 * name the provider are evaluated as an identity policy of the bearer.
 */
export function trusts(trustPolicy: Policy, roleArn: string, claims: Claims): Decision {
  const issuer = 'token.actions.githubusercontent.com';
  const [, partition = '', , , accountId = ''] = roleArn.split(':');
  const principal = `arn:${partition}:iam::${accountId}:oidc-provider/${issuer}`;
  const statements = trustPolicy.Statement as readonly { Principal?: { Federated?: string } }[];
  const Statement = statements
    .filter(({ Principal }) => Principal?.Federated === principal)
    .map(({ Principal: _, ...statement }) => ({ ...statement, Resource: roleArn }));
  const keys = Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]);
  return runUnsafeSimulation(
    {
      request: {
        principal,
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: { resource: roleArn, accountId },
        contextVariables: Object.fromEntries(keys),
      },
      identityPolicies: [{ name: 'trust policy', policy: { ...trustPolicy, Statement } }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  ) as Decision;
}

/**
 * Reads what the simulation knows about the services once. It reads with a dynamic import, which jest refuses while no test is under
 * way, as between two concurrent ones.
 */
export async function loadServices(): Promise<void> {
  const user = 'arn:aws:iam::123456789012:user/nobody';
  const secret = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:nothing';
  const requests = [
    { action: 'iam:GetUser', resource: user },
    { action: 'sts:AssumeRole', resource: 'arn:aws:iam::123456789012:role/nothing' },
    { action: 'secretsmanager:GetSecretValue', resource: secret },
    { action: 'secretsmanager:ListSecrets', resource: '*' },
  ];
  await Promise.all(requests.map((request) => decide({ context: {}, ...request }, { principal: user, policies: [] })));
}
