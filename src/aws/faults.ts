// Errors of the connection between this machine and AWS. Their messages never say that AWS said something. As with AWS's errors, `name`
// tells the kind.

/** An answer that is not AWS's: a proxy, a filter or a captive portal answers in its name. */
export class ForeignAnswer extends Error {
  readonly status: number;

  constructor(host: string, { status, type }: { readonly status: number; readonly type: string }) {
    super(
      `an answer in the name of ${host} is not AWS’s (status ${status}, ${type || 'no content type'}): a proxy, a filter or a captive portal gave it`,
    );
    this.name = 'ForeignAnswer';
    this.status = status;
  }
}

/** A proxy that does not let a connection through. */
export class ProxyRefusal extends Error {
  readonly status: number;

  constructor(status: number, { proxy, host }: { readonly proxy: string; readonly host: string }) {
    super(`the proxy ${proxy} refused the connection to ${host} with status ${status}`);
    this.name = 'ProxyRefusal';
    this.status = status;
  }
}

/** No answer, or not the whole of one: `what` is the end of a sentence. */
export class NetworkFault extends Error {
  constructor(what: string, options: { readonly cause?: unknown } = {}) {
    super(what, options);
    this.name = 'NetworkFault';
  }
}

/** AWS's answer without what it must have, such as a user without an ARN. */
export class IncompleteAnswer extends Error {
  constructor(action: string, missing: string) {
    super(`the answer to ${action} has no usable ${missing}`);
    this.name = 'IncompleteAnswer';
  }
}

/** The proxy asks for credentials. Another attempt gets the same answer. */
const PROXY_AUTHENTICATION = 407;

/** True for faults of this file. */
export function isOwnFault(error: unknown): error is Error {
  return (
    error instanceof ForeignAnswer ||
    error instanceof ProxyRefusal ||
    error instanceof NetworkFault ||
    error instanceof IncompleteAnswer
  );
}

/** True for a fault that does not go away by itself. */
export function isLasting(error: Error): boolean {
  return (error as { status?: number }).status === PROXY_AUTHENTICATION;
}
