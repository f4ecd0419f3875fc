import type { PolicyCache } from '../iam/policy-cache.ts';
import type { MotoClients } from '../moto-clients.ts';
import type { OidcIssuer } from '../oidc.ts';
import { secretsRules } from '../secrets/rules.ts';
import type { SecretsStore } from '../secrets/secrets.ts';
import type { Extras } from './answers.ts';
import type { AwsError, Call } from './call.ts';
import type { KnownKey } from './keys.ts';
import { iamRules } from './rules-iam.ts';
import { stsRules } from './rules-sts.ts';

/** What a rule may look at: moto's state (unlogged), the caller, the OIDC issuer, and what the test has set on the wire. */
export type RuleLab = {
  moto: MotoClients;
  oidc: OidcIssuer | undefined;
  caller: KnownKey | undefined;
  extras: Extras;
  secrets: SecretsStore;
  allowedAudiences: readonly string[];
  policyQuota: number;
  policies: PolicyCache;
  /** The time that policies are evaluated at. */
  now: Date;
  /** Whether the user of the call is still propagating in IAM. */
  userIsUnknownYet: boolean;
};

/**
 * One rule that AWS enforces and moto does not. `action: '*'` stands for every action of the service. A rule answers with
 * AWS's error, or with undefined when the call is allowed; what moto itself refuses is left to moto.
 */
export type Rule = {
  service: string;
  action: string;
  check(call: Call, lab: RuleLab): Promise<AwsError | undefined> | AwsError | undefined;
};

/** Every rule, checked in this order; the first violation is the answer. */
export const rules: Rule[] = [...stsRules, ...iamRules, ...secretsRules];

/** The error of the first rule that a call violates. */
export async function violationOf(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  for (const rule of rules) {
    if (rule.service !== call.service || (rule.action !== '*' && rule.action !== call.action)) continue;
    const violation = await rule.check(call, lab);
    if (violation) return violation;
  }
  return undefined;
}
