import { createHash } from 'node:crypto';
import * as tls from 'node:tls';

/**
 * Variables that make Node trust authorities of its own choice beside those it comes with. It reads them before our first line.
 * https://nodejs.org/api/cli.html#environment-variables
 */
const TRUST_VARIABLES = ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_OPTIONS'];

type Env = Readonly<Record<string, string | undefined>>;

function hasOwnTrust(env: Env): boolean {
  return TRUST_VARIABLES.some((name) => (env[name] ?? '') !== '');
}

/** Since Node 24.5 (https://nodejs.org/api/tls.html#tlssetdefaultcacertificatescerts); an older runner may come with less. */
function canChoose(): boolean {
  return typeof (tls as { setDefaultCACertificates?: unknown }).setDefaultCACertificates === 'function';
}

/** One certificate, whatever the line breaks of its PEM text. */
function fingerprint(pem: string): string {
  return createHash('sha256').update(pem.replaceAll(/\s/g, '')).digest('base64url');
}

/** The authorities that this process trusts beside Node's own, as PEM texts. */
function extraAuthorities(): string[] {
  const own = new Set(tls.rootCertificates.map(fingerprint));
  return tls.getCACertificates('default').filter((pem) => !own.has(fingerprint(pem)));
}

/** Marks of the authorities that this process trusts beside Node's own, for `trustOnly` in a later one. */
export function authorityMarks(env: Env): string[] {
  return hasOwnTrust(env) && canChoose() ? extraAuthorities().map(fingerprint) : [];
}

/**
 * From now on this process trusts Node's own authorities, and of all others only those with these marks: what a later step has put into
 * the environment is not trusted.
 * @returns how many authorities are no longer trusted; `undefined` where this version of Node cannot choose and the environment has a say
 */
export function trustOnly(marks: readonly string[], env: Env): number | undefined {
  if (!hasOwnTrust(env)) return 0;
  if (!canChoose()) return undefined;
  const extra = extraAuthorities();
  const kept = extra.filter((pem) => marks.includes(fingerprint(pem)));
  if (kept.length < extra.length) tls.setDefaultCACertificates([...tls.rootCertificates, ...kept]);
  return extra.length - kept.length;
}
