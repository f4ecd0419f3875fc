import type { Hash, Hmac } from 'node:crypto';
import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsError, Request } from './call.ts';
import { credentialScope } from './call.ts';

/** AWS refuses requests whose date is further than this from its own (IAM user guide, Signature Version 4). */
const MAX_SKEW_MS = 15 * 60_000;

const MISMATCH: AwsError = {
  code: 'SignatureDoesNotMatch',
  message:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
};

type Chunk = string | ArrayBuffer | ArrayBufferView;

function bytes(chunk: Chunk): Uint8Array {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  return ArrayBuffer.isView(chunk)
    ? new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    : new Uint8Array(chunk);
}

/** SHA-256, and HMAC when given a key, in the shape the signer wants; it calls `new`, hence a class. */
class Sha256 {
  #hash: Hash | Hmac;
  constructor(secret?: Chunk) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
  }
  update(chunk: Chunk): void {
    this.#hash.update(bytes(chunk));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset(): void {
    this.#hash = createHash('sha256');
  }
}

/** `20261121T110846Z` as a Date. */
function amzDate(text: string): Date {
  return new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** The headers that the client says it signed; only these go into our own signature. */
function signedHeaders(request: Request): Record<string, string> {
  const names = /SignedHeaders=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1]?.split(';') ?? [];
  return Object.fromEntries(names.map((name) => [name, request.headers[name] ?? '']));
}

/** Signs the request again with the known key. The payload hash header, when present, must be the body's: it is replaced. */
async function signAgain(request: Request, secretAccessKey: string): Promise<string> {
  const { accessKeyId, region, service } = credentialScope(request) ?? { accessKeyId: '', region: '', service: '' };
  const headers = signedHeaders(request);
  if ('x-amz-content-sha256' in headers) {
    headers['x-amz-content-sha256'] = createHash('sha256').update(request.body).digest('hex');
  }
  const [path = '/', query = ''] = request.url.split('?');
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey },
    region,
    service,
    sha256: Sha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: 'http:',
      hostname: '',
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers,
      body: request.body,
    },
    { signingDate: amzDate(request.headers['x-amz-date'] ?? ''), signableHeaders: new Set(Object.keys(headers)) },
  );
  return signed.headers.authorization ?? '';
}

/** AWS's error about the signature of a request, given the secret of its key; undefined when it is right. `skewMs`: how far AWS's clock is ahead. */
export async function signatureProblem(
  request: Request,
  secretAccessKey: string,
  skewMs = 0,
): Promise<AwsError | undefined> {
  const date = request.headers['x-amz-date'] ?? '';
  const skew = Math.abs(Date.now() + skewMs - amzDate(date).getTime());
  if (Number.isNaN(skew)) return MISMATCH;
  if (skew > MAX_SKEW_MS)
    return { code: 'SignatureDoesNotMatch', message: `Signature expired or not yet current: ${date}` };
  const signature = (authorization: string) => /Signature=([0-9a-f]{64})/.exec(authorization)?.[1];
  const expected = signature(await signAgain(request, secretAccessKey));
  return expected === signature(request.headers.authorization ?? '') ? undefined : MISMATCH;
}
