import { registerHooks } from 'node:module';

// Mutation testing runs the unit tests in mocha, which loads them once, not for each mutant as jest does: see
// docs/mutation-testing.md. Packages of jest replace what the tests import from @jest/globals.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '@jest/globals') return next(specifier, context);
    return { url: new URL('./globals.ts', import.meta.url).href, shortCircuit: true };
  },
});
