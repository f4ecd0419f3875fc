// What AWS would decide on requests, given the policies. The evaluation is @cloud-copilot/iam-simulate's, which knows from AWS's
// service authorization reference which resource and which condition keys each action has. It is used in tests alone and never
// bundled.
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import type { Asked } from './question.ts';

/** A policy document. */
export type Policy = { readonly Version: string; readonly Statement: readonly object[] };

/** Who asks, and what decides. */
export type Asker = {
  readonly principal: string;
  /** Identity-based policies. */
  readonly policies: readonly Policy[];
  /** The permissions boundary, if there is one. */
  readonly boundary?: Policy | undefined;
  /** What a session was narrowed to when it was made, if it was; several policies are one with all their statements. */
  readonly sessionPolicy?: Policy | undefined;
  /** The policy of what is asked for: a role's trust policy. */
  readonly resourcePolicy?: Policy | undefined;
};

export type Decision = 'Allowed' | 'ImplicitlyDenied' | 'ExplicitlyDenied';

/** The policy that KMS gives a key unless told otherwise: who may use it is left to IAM. */
function defaultKeyPolicy(accountId: string): Policy {
  const root = { AWS: `arn:aws:iam::${accountId}:root` };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' }] };
}

const named = (policy: Policy, index: number) => ({ name: `policy ${index}`, policy });

/** The policies as the library takes them. */
function policiesFor({ action }: Asked, asker: Asker) {
  const { boundary, sessionPolicy } = asker;
  const key = action.startsWith('kms:') ? defaultKeyPolicy(accountOf(asker.principal)) : undefined;
  const resourcePolicy = asker.resourcePolicy ?? key;
  return {
    identityPolicies: asker.policies.map(named),
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
 * What the policies decide on one request, at the moment that its context's `aws:CurrentTime` says, else now.
 * @throws Error when the request or a policy makes no sense to AWS, such as a condition key that the action does not know
 */
export async function decide(asked: Asked, asker: Asker): Promise<Decision> {
  const { principal } = asker;
  const accountId = accountOf(asked.resource) || accountOf(principal);
  const contextVariables = { 'aws:CurrentTime': new Date().toISOString(), ...asked.context };
  const request = {
    principal,
    action: asked.action,
    resource: { resource: asked.resource, accountId },
    contextVariables,
  };
  const result = await runSimulation({ request, ...policiesFor(asked, asker) }, {});
  if (result.resultType === 'error') throw new Error(`${asked.action}: ${JSON.stringify(result.errors)}`);
  if (result.resultType === 'single' && (result.result.ignoredContextKeys ?? []).length > 0) {
    throw new Error(`${asked.action} does not know ${result.result.ignoredContextKeys?.join(', ')}`);
  }
  return result.overallResult as Decision;
}

/** The worst decision on several requests: a call is allowed when all that it amounts to is. */
export async function decideAll(asked: readonly Asked[], asker: Asker): Promise<Decision> {
  const decisions = await Promise.all(asked.map((each) => decide(each, asker)));
  const order: Decision[] = ['ExplicitlyDenied', 'ImplicitlyDenied', 'Allowed'];
  return order.find((decision) => decisions.includes(decision)) ?? 'Allowed';
}

/** Claims of a token that trust policies may ask about: `sub`, `aud`, and the others of GitHub's. */
export type Claims = Readonly<Record<string, string>>;

/**
 * Whether a role's trust policy lets the bearer of a GitHub token with these claims in. The library does not know `sub` and `aud`
 * among STS's condition keys and drops them, unless it checks nothing, and then it takes no trust policies. So the statements that
 * name the provider are evaluated as what the bearer may do.
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
