import { bind } from 'jest-each';

type Body = (...values: never[]) => unknown;
type Block = (title: string, body: Body) => void;

export { expect } from 'expect';

/** Mocha's global function of this name, with jest's `each`. */
function block(name: 'describe' | 'it') {
  const call: Block = (title, body) => (globalThis as unknown as Record<typeof name, Block>)[name](title, body);
  return Object.assign(call, { each: bind(call) });
}

export const describe = block('describe');
export const it = block('it');
