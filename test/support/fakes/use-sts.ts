import { afterEach } from '@jest/globals';
import { identityDeps } from './identity.ts';
import { type StsAnswer, type StsCall, stsServer } from './sts.ts';

/**
 * For a file of tests: starts an STS, with the dependencies of an identity that uses it, and closes it after the test. `shown` = the
 * calls, each as “action by signer role”.
 */
export function useSts() {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });
  return async (answer?: (call: StsCall, nth: number) => StsAnswer, about: Parameters<typeof identityDeps>[1] = {}) => {
    const server = await stsServer(answer);
    open.push(server);
    const shown = () =>
      server.calls.map(({ action, signer, parameters }) =>
        `${action} by ${signer || 'token'} ${parameters.RoleArn ?? ''}`.trim(),
      );
    return { ...server, ...identityDeps(server.url, about), shown };
  };
}
