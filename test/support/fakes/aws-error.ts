/** An error as the SDK throws it for an answer of AWS's; without `status` as for an answer that never came. */
export function awsError(
  name: string,
  about: { status?: number | undefined; attempts?: number; message?: string; requestId?: string } = {},
): Error {
  const { status = 400, attempts = 1, message = `AWS says ${name}`, requestId } = about;
  const metadata = { httpStatusCode: status, attempts, ...(requestId === undefined ? {} : { requestId }) };
  return Object.assign(new Error(message), { name, $metadata: metadata });
}

/** A network error, as the SDK throws it after its last try. */
export function networkError(attempts = 1): Error {
  return Object.assign(new Error('read ECONNRESET'), { name: 'Error', code: 'ECONNRESET', $metadata: { attempts } });
}

/** The error that a promise was rejected with. Throws when it was not rejected. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const kept = Symbol('kept');
  const outcome = await promise.then(
    () => kept,
    (error: unknown) => error,
  );
  if (outcome === kept) throw new Error('This should have been rejected');
  return outcome;
}
