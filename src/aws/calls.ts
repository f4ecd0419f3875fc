import { HttpResponse } from '@smithy/core/protocols';
import type { MetadataBearer, MiddlewareStack } from '@smithy/types';
import type { Waiting } from '../waiting/clock.ts';
import { failureCode, metadataOf } from './failures.ts';

/** How AWS is reached. Everything a client needs but its credentials; nothing is read from the environment behind it. */
export type Connection = {
  readonly region: string;
  readonly stsEndpoint?: string;
  readonly iamEndpoint?: string;
  readonly secretsManagerEndpoint?: string;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
  /** Tries of one call, the first included; the SDK retries throttling, 5xx and network faults with full jitter. */
  readonly maxAttempts: number;
};

/** What every client is built from. */
export type ClientContext = Waiting & {
  readonly connection: Connection;
  /** Prints a line where step debug logging is on. */
  readonly debug: (line: string) => void;
};

type Observable = { readonly middlewareStack: Pick<MiddlewareStack<object, MetadataBearer>, 'add'> };

/** Lets the clock learn AWS's time from a client's answers, and writes one debug line for each call. Never parameters. */
export function observe(client: object, { clock, debug }: ClientContext): void {
  const { middlewareStack } = client as Observable;
  middlewareStack.add(
    (next, { clientName = '', commandName = '' }) =>
      async (input) => {
        const began = clock.elapsedMs();
        const call = `AWS ${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`;
        const tell = (outcome: string, metadata: ReturnType<typeof metadataOf>) =>
          debug(`${call}: ${outcome}${detailsOf(metadata)}, ${Math.round(clock.elapsedMs() - began)} ms`);
        try {
          const result = await next(input);
          tell(String(result.output.$metadata.httpStatusCode ?? 'answered'), result.output.$metadata);
          return result;
        } catch (error) {
          const metadata = metadataOf(error);
          const status = metadata.httpStatusCode === undefined ? '' : ` (${metadata.httpStatusCode})`;
          tell(`${failureCode(error)}${status}`, metadata);
          throw error;
        }
      },
    { step: 'initialize', name: 'debugLine', priority: 'high' },
  );
  middlewareStack.add(
    (next) => async (input) => {
      const result = await next(input);
      if (HttpResponse.isInstance(result.response)) clock.learn(Date.parse(result.response.headers.date ?? ''));
      return result;
    },
    { step: 'deserialize', name: 'awsTime', priority: 'low' },
  );
}

function detailsOf({ attempts = 1, requestId }: ReturnType<typeof metadataOf>): string {
  const request = requestId === undefined ? '' : `, request ${requestId}`;
  return `, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${request}`;
}
