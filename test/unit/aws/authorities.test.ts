import { getCACertificates, rootCertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authorityMarks, trustOnly } from '../../../src/aws/authorities.ts';
import { selfSigned } from './certificate.ts';

const OWN = selfSigned('own.example').cert;
const FOREIGN = selfSigned('foreign.example').cert;
/** Node reads such a variable before its first line, so here only the fact counts that it is set. */
const TRUST = { NODE_EXTRA_CA_CERTS: '/ca.pem' };

let before: string[];
beforeEach(() => {
  before = getCACertificates('default');
});
afterEach(() => setDefaultCACertificates(before));

const bare = (pem: string) => pem.replaceAll(/\s/g, '');
/** Which of the two this process trusts beside Node's own authorities. */
function trusted(): string[] {
  const all = new Set(getCACertificates('default').map(bare));
  const isComplete = rootCertificates.every((pem) => all.has(bare(pem)));
  return [
    ...(isComplete ? ['Node’s'] : []),
    ...(all.has(bare(OWN)) ? ['own'] : []),
    ...(all.has(bare(FOREIGN)) ? ['foreign'] : []),
  ];
}
const trust = (...extra: string[]) => setDefaultCACertificates([...rootCertificates, ...extra]);
const marksOf = (...extra: string[]) => {
  trust(...extra);
  return authorityMarks(TRUST);
};

describe('the marks of authorities', () => {
  it.each(['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_OPTIONS'])(
    'are one for each beside Node’s own, where %s is set',
    (name) => {
      trust(OWN, FOREIGN);
      const marks = authorityMarks({ [name]: '1' });
      expect(new Set(marks).size).toBe(2);
      // What the state of main may hold.
      expect(marks.every((mark) => /^[\w-]{43}$/.test(mark))).toBe(true);
    },
  );

  it.each([{}, { SSL_CERT_FILE: '' }, { HTTPS_PROXY: 'http://proxy', AWS_CA_BUNDLE: '/ca.pem' }])(
    'are none where no variable of Node’s trust is set: %j',
    (env) => {
      trust(OWN);
      expect(authorityMarks(env)).toEqual([]);
    },
  );

  it('are none where Node trusts only its own', () => {
    trust();
    expect(authorityMarks(TRUST)).toEqual([]);
  });

  it('do not depend on the line breaks of a PEM text', () => {
    expect(marksOf(OWN)).toEqual(marksOf(OWN.replaceAll('\n', '\r\n')));
  });
});

describe('to trust only what main trusted', () => {
  it.each<[string, () => string[], string[], number]>([
    ['both, when both are marked', () => marksOf(OWN, FOREIGN), ['Node’s', 'own', 'foreign'], 0],
    ['only the marked one', () => marksOf(OWN), ['Node’s', 'own'], 1],
    ['only Node’s, when none is marked', () => [], ['Node’s'], 2],
    ['only Node’s, when the marks are of others', () => ['x'.repeat(43)], ['Node’s'], 2],
  ])('leaves %s', (_, marks, left, dropped) => {
    const marked = marks();
    trust(OWN, FOREIGN);
    expect(trustOnly(marked, TRUST)).toBe(dropped);
    expect(trusted()).toEqual(left);
  });

  it('adds nothing that this process does not trust', () => {
    const marks = marksOf(OWN, FOREIGN);
    trust(FOREIGN);
    expect(trustOnly(marks, TRUST)).toBe(0);
    expect(trusted()).toEqual(['Node’s', 'foreign']);
  });

  it('changes nothing where no variable of Node’s trust is set', () => {
    trust(OWN, FOREIGN);
    expect(trustOnly([], {})).toBe(0);
    expect(trusted()).toEqual(['Node’s', 'own', 'foreign']);
  });
});
