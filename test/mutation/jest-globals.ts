import { registerHooks } from 'node:module';

// Mutation testing runs the unit tests in mocha, which need not load them anew for each mutant, as jest must: see
// docs/mutation-testing.md. What they import of jest's is there in packages of jest's own.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '@jest/globals') return next(specifier, context);
    return { url: new URL('./globals.ts', import.meta.url).href, shortCircuit: true };
  },
});
