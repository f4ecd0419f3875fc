import { HttpResponse } from '@smithy/core/protocols';
import type { MetadataBearer, MiddlewareStack } from '@smithy/types';
import type { Waiting } from '../waiting/clock.ts';
import { failureCode, metadataOf } from './failures.ts';
import { assertComplete } from './required.ts';

/** How AWS is reached: all that a client needs except credentials. Clients read nothing from the environment. */
export type Connection = {
  readonly region: string;
  readonly stsEndpoint?: string;
  readonly iamEndpoint?: string;
  readonly secretsManagerEndpoint?: string;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
  /** Attempts of one call that fails with a fault, the first included (`retry-faults.ts`). Throttling is waited out by time instead. */
  readonly maxAttempts: number;
};

/** What every client is built from. */
export type ClientContext = Waiting & {
  readonly connection: Connection;
  /** Prints a line where step debug logging is on. */
  readonly debug: (line: string) => void;
};

type Observable = { readonly middlewareStack: Pick<MiddlewareStack<object, MetadataBearer>, 'add'> };

/**
 * Lets the clock learn AWS's time from a client's answers, and refuses answers that lack what we go on to use. Every attempt passes
 * through here.
 */
export function observeAttempts(client: object, { clock }: ClientContext): void {
  const { middlewareStack } = client as Observable;
  middlewareStack.add(
    (next) => async (input) => {
      const result = await next(input);
      if (HttpResponse.isInstance(result.response)) clock.learn(Date.parse(result.response.headers.date ?? ''));
      return result;
    },
    { step: 'deserialize', name: 'awsTime', priority: 'low' },
  );
  middlewareStack.add(
    (next, { commandName = '' }) =>
      async (input) => {
        const result = await next(input);
        assertComplete(actionOf(commandName), result.output);
        return result;
      },
    { step: 'deserialize', name: 'completeAnswer', priority: 'high' },
  );
}

/** `CreateUserCommand` is the action `CreateUser`. */
export function actionOf(commandName: string): string {
  return commandName.replace(/Command$/, '');
}

/**
 * Runs one call with all its attempts and writes one debug line for it: service, action, outcome, attempts, request id, time. Never
 * parameters.
 */
export async function tellCall<T>(name: string, { clock, debug }: ClientContext, call: () => Promise<T>): Promise<T> {
  const began = clock.elapsedMs();
  const tell = (outcome: string, metadata: ReturnType<typeof metadataOf>) =>
    debug(`AWS ${name}: ${outcome}${detailsOf(metadata)}, ${Math.round(clock.elapsedMs() - began)} ms`);
  try {
    const answer = await call();
    const metadata = metadataOf(answer);
    tell(String(metadata.httpStatusCode ?? 'answered'), metadata);
    return answer;
  } catch (error) {
    const metadata = metadataOf(error);
    const status = metadata.httpStatusCode === undefined ? '' : ` (${metadata.httpStatusCode})`;
    tell(`${failureCode(error)}${status}`, metadata);
    throw error;
  }
}

function detailsOf({ attempts = 1, requestId }: ReturnType<typeof metadataOf>): string {
  const request = requestId === undefined ? '' : `, request ${requestId}`;
  return `, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${request}`;
}
