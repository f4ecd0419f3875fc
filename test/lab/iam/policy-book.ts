import type { MotoClients } from '../moto-clients.ts';
import type { KnownKey } from '../wire/keys.ts';
import type { Policy } from './decision.ts';
import { documentOf, rolePolicies } from './policies.ts';

/** The policies of roles and of their sessions. Roles seldom change, so what was read is kept until somebody changes one. */
export type PolicyBook = {
  ofRole(session: KnownKey): Promise<readonly Policy[]>;
  /** What the session was narrowed to when it was made, as one policy; nothing when it was not. */
  ofSession(session: KnownKey): Promise<Policy | undefined>;
  /** Reads anew from now on. */
  forget(): void;
};

/** An empty book over moto's account. */
export function createPolicyBook(moto: MotoClients): PolicyBook {
  const roles = new Map<string, Promise<Policy[]>>();
  const iamOf = ({ identity }: KnownKey) => moto.iam(identity.arn.split(':')[1] ?? 'aws');
  return {
    ofRole: (session) => {
      const role = session.identity.arn.replace(/\/[^/]*$/, '');
      const known = roles.get(role) ?? rolePolicies(iamOf(session), role.slice(role.indexOf('/') + 1));
      roles.set(role, known);
      return known;
    },
    ofSession: async (session) => {
      const { document, arns } = session.narrowedBy ?? { document: undefined, arns: [] };
      const inline = document === undefined ? [] : [JSON.parse(document) as Policy];
      const all = [...inline, ...(await Promise.all(arns.map((arn) => documentOf(iamOf(session), arn))))];
      // GetFederationToken without a policy gives nothing (reference: aws-iam-sts.md §5.3); a role's session is as its role.
      if (all.length === 0 && session.kind !== 'federation') return undefined;
      return { Version: '2012-10-17', Statement: all.flatMap(({ Statement }) => Statement) };
    },
    forget: () => roles.clear(),
  };
}
