import type { AwsError, Request } from './call.ts';
import { signatureProblem } from './signature.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
export type Identity = { arn: string; accountId: string; userId: string };

/**
 * An access key the wire has seen being made. `user`: an IAM user's long-term key; the others are STS credentials made by
 * AssumeRole*, GetSessionToken or GetFederationToken. `userName`: the IAM user behind it, but for roles.
 */
export type KnownKey = Credentials & {
  kind: 'user' | 'role' | 'session-token' | 'federation';
  identity: Identity;
  userName: string | undefined;
  /** The session policies of a session, as its request gave them. */
  narrowedBy: { document: string | undefined; arns: readonly string[] } | undefined;
  /** When the key was made or switched on again, and when it was deleted or switched off (`performance.now()`). */
  startedAt: number;
  endedAt: number | undefined;
  /** End of an STS session, `Date.now()`. */
  expiresAt: number | undefined;
  /** Calls made while the key was propagating, for `flapping`. */
  earlyCalls: number;
};

/** How long a key of an IAM user takes to start and to stop working; `flapping`: every second early call succeeds. */
export type Propagation = { keyActivationMs: number; keyDeactivationMs: number; flapping: boolean; skewMs: number };

/** Whether moto still lists this key of an IAM user as active: a test can delete it at moto directly. */
export type IsStillActive = (key: KnownKey) => Promise<boolean>;

export type Keyring = {
  add(key: KnownKey): void;
  get(accessKeyId: string | undefined): KnownKey | undefined;
  all(): KnownKey[];
  /** The caller of a signed request, or AWS's refusal. */
  authenticate(request: Request, accessKeyId: string, propagation: Propagation): Promise<KnownKey | AwsError>;
  clear(): void;
};

const INVALID: AwsError = {
  code: 'InvalidClientTokenId',
  message: 'The security token included in the request is invalid.',
};
const EXPIRED: AwsError = { code: 'ExpiredToken', message: 'The security token included in the request is expired' };

/** True when an IAM user's key has not yet reached, or has already left, the region that is asked. */
function isAbsent(key: KnownKey, propagation: Propagation): boolean {
  const now = performance.now();
  if (key.endedAt !== undefined) return now >= key.endedAt + propagation.keyDeactivationMs;
  if (key.kind !== 'user' || now >= key.startedAt + propagation.keyActivationMs) return false;
  key.earlyCalls += 1;
  return !(propagation.flapping && key.earlyCalls % 2 === 0);
}

async function problemOf(
  key: KnownKey | undefined,
  request: Request,
  propagation: Propagation,
): Promise<AwsError | undefined> {
  if (key === undefined || isAbsent(key, propagation)) return INVALID;
  if (key.sessionToken !== request.headers['x-amz-security-token']) return INVALID;
  if (key.expiresAt !== undefined && key.expiresAt <= Date.now() + propagation.skewMs) return EXPIRED;
  return signatureProblem(request, key.secretAccessKey, propagation.skewMs);
}

/** An empty keyring. */
export function createKeyring(stillThere: IsStillActive): Keyring {
  const keys = new Map<string, KnownKey>();
  return {
    add: (key) => {
      keys.set(key.accessKeyId, key);
    },
    get: (accessKeyId) => keys.get(accessKeyId ?? ''),
    all: () => [...keys.values()],
    authenticate: async (request, accessKeyId, propagation) => {
      const key = keys.get(accessKeyId);
      if (key?.kind === 'user' && key.endedAt === undefined && !(await stillThere(key)))
        key.endedAt ??= performance.now();
      return (await problemOf(key, request, propagation)) ?? (key as KnownKey);
    },
    clear: () => keys.clear(),
  };
}

/** A key that works from now on. */
export function newKey(credentials: Credentials, about: Pick<KnownKey, 'kind' | 'identity' | 'userName'>): KnownKey {
  return {
    ...credentials,
    ...about,
    startedAt: performance.now(),
    endedAt: undefined,
    expiresAt: undefined,
    narrowedBy: undefined,
    earlyCalls: 0,
  };
}
