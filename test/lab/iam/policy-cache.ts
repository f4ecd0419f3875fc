import type { MotoClients } from '../moto-clients.ts';
import type { KnownKey } from '../wire/keys.ts';
import type { Policy } from './decision.ts';
import { documentOf, rolePolicies } from './policies.ts';

/** The policies of roles and of their sessions. They are cached until `forget`. */
export type PolicyCache = {
  ofRole(session: KnownKey): Promise<readonly Policy[]>;
  /** The session policies of a session, merged into one; undefined when it has none. */
  ofSession(session: KnownKey): Promise<Policy | undefined>;
  /** Clears the cache. */
  forget(): void;
};

/** An empty cache of the policies in moto's account. */
export function createPolicyCache(moto: MotoClients): PolicyCache {
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
      // GetFederationToken without a policy gives nothing (API_GetFederationToken); without one, a session of a role has all that the role has.
      if (all.length === 0 && session.kind !== 'federation') return undefined;
      return { Version: '2012-10-17', Statement: all.flatMap(({ Statement }) => Statement) };
    },
    forget: () => roles.clear(),
  };
}
