import type { User } from '@aws-sdk/client-iam';
import type { LeaseRecord } from '../../../src/lease/lease.ts';
import { revokeUser } from '../../../src/lease/revoke.ts';
import { awsError } from './aws-error.ts';
import { type FakeUser, fakeIam, fakeUser } from './iam.ts';
import type { KindName } from './iam-kinds.ts';
import { userRecord } from './swept.ts';
import { fakeClock, fakeWaiting, lifetimeOf } from './time.ts';

/** The tags by which a revocation knows the lease. */
export const TAGS = {
  'lease:managed-by': 'aws-ephemeral-credentials',
  'lease:run-id': '1234567',
  'lease:nonce': 'n0nce',
};
/** What is on the user of every lease. */
export const USUAL = {
  keys: ['AKIA1'],
  inline: ['lease-guard', 'lease-inline-1'],
  attached: ['arn:p'],
  groups: ['readers'],
};
/** Something of each of the nine kinds. */
export const EVERYTHING: Record<KindName, string[]> = {
  ...USUAL,
  login: ['gha-1'],
  mfa: ['arn:aws:iam::1:mfa/v', 'GAHT12345678'],
  ssh: ['APKA1'],
  certificates: ['CERT1'],
  services: ['ACCA1'],
};

/** Tags as IAM has them. */
export const tagsOf = (tags: Record<string, string>) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

type About = {
  user?: FakeUser | undefined;
  has?: Partial<Record<KindName, string[]>>;
  record?: Partial<LeaseRecord>;
  pageSize?: number;
  stop?: AbortController;
  beforeSleep?: () => void;
  probe?: 'none' | ((nth: number) => unknown);
  confirm?: (user: User) => boolean;
  denyFirst?: boolean;
};

/** A revocation of the lease `gha-1` in a fake IAM. `changes`: the calls that are neither Get nor List. */
export function revoking(handlers: Parameters<typeof fakeIam>[0] = {}, about: About = {}) {
  const user = 'user' in about ? about.user : fakeUser({ tags: tagsOf(TAGS), has: { ...USUAL, ...about.has } });
  const fake = fakeIam(handlers, { pageSize: about.pageSize ?? 100 });
  if (user !== undefined) fake.users.set('gha-1', user);
  const clock = fakeClock(about.beforeSleep);
  const probed: string[] = [];
  const ask = about.probe ?? (() => awsError('InvalidClientTokenId', { status: 403 }));
  const probe = async (accessKeyId: string) => async () => {
    const error = ask === 'none' ? undefined : ask(probed.push(accessKeyId));
    if (error !== undefined) throw error;
  };
  const deps = {
    ...fakeWaiting({ clock, lifetime: lifetimeOf((about.stop ?? new AbortController()).signal) }),
    iam: fake.iam,
    probe: ask === 'none' ? undefined : probe,
    denyFirst: about.denyFirst ?? false,
    ...(about.confirm === undefined ? {} : { confirm: about.confirm }),
  };
  const revoke = () => revokeUser(userRecord(about.record), deps);
  const changes = () => fake.names().filter((name) => !/^(Get|List)/.test(name));
  return { ...fake, revoke, clock, probed, changes, user };
}
