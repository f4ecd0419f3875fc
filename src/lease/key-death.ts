import { isFailure } from '../aws/failures.ts';
import type { Waiting } from '../waiting/clock.ts';
import { again, done, poll } from '../waiting/poll.ts';

/**
 * The result of asking STS about deleted keys. `dead`: it no longer knows them. `alive`: it still knew one at the last call.
 * `unknown`: it gave no clear answer. `no-key`: there was no key to ask about.
 */
export type Proof = 'dead' | 'alive' | 'unknown' | 'no-key';

/** STS stops accepting a deleted key after 3–4 s: docs/decisions/0003-proof-by-key-id.md. */
const MAX_PROOF_MS = 10_000;
const BACKOFF = { firstMs: 250, maxMs: 1_000 };

type Probe = (accessKeyId: string) => Promise<() => Promise<unknown>>;

/**
 * Proves that keys are deleted, with their ids alone. For an unknown key STS answers `InvalidClientTokenId`, before it checks the
 * signature; for a known key it answers `SignatureDoesNotMatch`. So the secret is not needed. The first call is immediate; more follow
 * for up to 10 s.
 */
export async function proveKeysDead(accessKeyIds: readonly string[], probe: Probe, waiting: Waiting): Promise<Proof> {
  return worstProof(accessKeyIds.map((id) => proveKeyDead(id, probe, waiting)));
}

/** The worst of several results; a rejected promise counts as `unknown`. Never rejects. */
export async function worstProof(proofs: readonly Promise<Proof>[]): Promise<Proof> {
  const all = await Promise.all(proofs.map((proof) => proof.catch((): Proof => 'unknown')));
  return (['alive', 'unknown', 'dead', 'no-key'] as const).find((proof) => all.includes(proof)) ?? 'no-key';
}

async function proveKeyDead(accessKeyId: string, probe: Probe, waiting: Waiting): Promise<Proof> {
  const getCallerIdentity = await probe(accessKeyId);
  let latest: Proof = 'unknown';
  const attempt = async () => {
    latest = await getCallerIdentity().then(
      () => 'alive' as const,
      (error: unknown) => proofIn(error),
    );
    return latest === 'dead' ? done<Proof>(latest) : again<Proof>(() => latest);
  };
  // `poll` rejects only when the step must end; then the latest answer counts.
  return poll(attempt, { backoff: BACKOFF, withinMs: MAX_PROOF_MS }, waiting).catch(() => latest);
}

function proofIn(error: unknown): Proof {
  if (isFailure(error, 'InvalidClientTokenId')) return 'dead';
  return isFailure(error, 'SignatureDoesNotMatch') ? 'alive' : 'unknown';
}
