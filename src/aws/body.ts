import type { Readable } from 'node:stream';
import { NetworkFault } from './faults.ts';

/**
 * The whole body of an answer.
 * @param limits `maxBytes`: more is a fault. `signal`: ends the reading; its reason is thrown. `from`: whose answer, for messages
 * @throws NetworkFault when the body is cut or too large
 */
export async function readBody(
  body: Readable,
  { maxBytes, signal, from }: { readonly maxBytes: number; readonly signal: AbortSignal; readonly from: string },
): Promise<Buffer> {
  const cut = () => body.destroy();
  signal.addEventListener('abort', cut, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) throw new NetworkFault(`the answer of ${from} has more than ${maxBytes} bytes`);
      chunks.push(chunk as Buffer);
    }
    signal.throwIfAborted();
    return Buffer.concat(chunks);
  } catch (cause) {
    signal.throwIfAborted();
    throw cause instanceof NetworkFault ? cause : new NetworkFault(`the answer of ${from} was cut off`, { cause });
  } finally {
    signal.removeEventListener('abort', cut);
    body.destroy();
  }
}
