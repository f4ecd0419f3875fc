import { isFailure } from '../aws/failures.ts';
import type { Waiting } from '../waiting/clock.ts';
import { again, done, poll } from '../waiting/poll.ts';

/** `dead`: STS no longer knows the keys. `alive`: it still did when we stopped asking. `unknown`: it did not say. */
export type Proof = 'dead' | 'alive' | 'unknown' | 'no-key';

/** AWS forgets a deleted key after 3–4 s: docs/decisions/0003-proof-by-key-id.md. */
const MAX_PROOF_MS = 10_000;
const BACKOFF = { firstMs: 250, maxMs: 1_000 };

type Probe = (accessKeyId: string) => Promise<() => Promise<unknown>>;

/**
 * Proves that keys are dead, knowing only their ids: STS answers `InvalidClientTokenId` for a key it does not know before it
 * looks at the signature, and `SignatureDoesNotMatch` for one it does. So the secret need not be kept for this.
 * Asks at once, then again for up to 10 s.
 */
export async function proveKeysDead(accessKeyIds: readonly string[], probe: Probe, waiting: Waiting): Promise<Proof> {
  return worstProof(accessKeyIds.map((id) => proveKeyDead(id, probe, waiting)));
}

/** The least comforting of several proofs; one that could not be had is `unknown`. Never rejects. */
export async function worstProof(proofs: readonly Promise<Proof>[]): Promise<Proof> {
  const all = await Promise.all(proofs.map((proof) => proof.catch((): Proof => 'unknown')));
  return (['alive', 'unknown', 'dead', 'no-key'] as const).find((proof) => all.includes(proof)) ?? 'no-key';
}

async function proveKeyDead(accessKeyId: string, probe: Probe, waiting: Waiting): Promise<Proof> {
  const ask = await probe(accessKeyId);
  let latest: Proof = 'unknown';
  const attempt = async () => {
    latest = await ask().then(
      () => 'alive' as const,
      (error: unknown) => proofIn(error),
    );
    return latest === 'dead' ? done<Proof>(latest) : again<Proof>(() => latest);
  };
  // A step that has to end takes the latest answer for the last.
  return poll(attempt, { backoff: BACKOFF, withinMs: MAX_PROOF_MS }, waiting).catch(() => latest);
}

function proofIn(error: unknown): Proof {
  if (isFailure(error, 'InvalidClientTokenId')) return 'dead';
  return isFailure(error, 'SignatureDoesNotMatch') ? 'alive' : 'unknown';
}
