import { describe, expect, it } from '@jest/globals';
import { applyProxy, readProxy } from '../../../src/github/proxy.ts';
import { readerOf } from '../../support/fakes/inputs.ts';

const PROXY = 'http://proxy.example:3128';
const SECRET = 'http://user:p%40ss@proxy.example:3128';
type Environment = Record<string, string | undefined>;

function read(inputs: Record<string, string>, environment: Environment = {}) {
  const masks: string[] = [];
  return { proxy: readProxy(readerOf(inputs), environment, (secret) => masks.push(secret)), masks };
}

function apply(proxy: { http: string; https: string; noProxy: string }, environment: Environment): Environment {
  const changed = { ...environment };
  applyProxy(proxy, changed);
  return changed;
}

describe('the proxy of a job', () => {
  it.each([
    [{ 'http-proxy': PROXY }, {}, `${PROXY}/`, `${PROXY}/`],
    [{}, { HTTPS_PROXY: PROXY }, '', `${PROXY}/`],
    [{}, { https_proxy: PROXY }, '', `${PROXY}/`],
    [{}, { HTTP_PROXY: PROXY }, `${PROXY}/`, `${PROXY}/`],
    [{}, { http_proxy: PROXY }, `${PROXY}/`, `${PROXY}/`],
    [{}, { ALL_PROXY: PROXY }, `${PROXY}/`, `${PROXY}/`],
    [{ 'http-proxy': PROXY }, { HTTPS_PROXY: 'http://other', http_proxy: 'http://other' }, `${PROXY}/`, `${PROXY}/`],
    [{}, { HTTPS_PROXY: 'proxy.example:3128' }, '', `${PROXY}/`],
    [{}, { HTTPS_PROXY: 'not a url' }, '', ''],
    [{}, {}, '', ''],
  ])('is read from inputs %j and environment %j', (inputs, environment, http, https) => {
    expect(read(inputs as Record<string, string>, environment).proxy).toMatchObject({ http, https });
  });

  it.each([
    [{ 'no-proxy': 'a,b' }, { NO_PROXY: 'c' }, 'a,b'],
    [{}, { NO_PROXY: 'c' }, 'c'],
    [{}, { no_proxy: 'd' }, 'd'],
  ])('is not for the hosts of %j and %j', (inputs, environment, noProxy) => {
    expect(read(inputs as Record<string, string>, environment).proxy.noProxy).toBe(noProxy);
  });

  it.each([
    [{ 'http-proxy': SECRET }, {}],
    [{}, { https_proxy: SECRET }],
    [{}, { HTTP_PROXY: SECRET }],
    [{}, { ALL_PROXY: SECRET }],
  ])('has its user info masked and never stored: %j %j', (inputs, environment) => {
    const { proxy, masks } = read(inputs as Record<string, string>, environment);
    expect(JSON.stringify(proxy)).not.toMatch(/user|p%40ss|p@ss/);
    expect(masks).toEqual(expect.arrayContaining(['p%40ss', 'p@ss', 'user:p%40ss']));
  });

  it('has a token that stands for a user name masked', () => {
    expect(read({ 'http-proxy': 'http://t0ken@proxy.example:3128' }).masks).toContain('t0ken');
  });

  it('may have a password with a stray percent sign', () => {
    const { proxy, masks } = read({}, { HTTPS_PROXY: 'http://user:100%@proxy.example:3128' });
    expect(proxy.https).toBe(`${PROXY}/`);
    expect(masks).toContain('100%');
  });

  it.each([
    ['p%zz^ss', 'http://user:p%zz^ss@proxy.example:3128'],
    ['p%41^', 'http://user:p%41^@proxy.example:3128'],
    ['p@ss', 'http://user:p@ss@proxy.example:3128'],
    ['user^:x', 'http://user^:x@proxy.example:3128'],
    ['t^ken', 'http://t^ken@proxy.example:3128'],
    ['pa^ss', 'user:pa^ss@proxy.example:3128'],
  ])('has %s masked as it was written in %s', (written, url) => {
    expect(read({}, { https_proxy: url }).masks).toContain(written);
  });

  it('without user info has nothing masked', () => {
    expect(read({ 'http-proxy': PROXY }).masks).toEqual([]);
  });
});

describe('the proxy of our process', () => {
  const stored = { http: '', https: `${PROXY}/`, noProxy: '' };

  it('is the stored one, whatever a later step has put into the environment', () => {
    expect(
      apply(stored, {
        HTTPS_PROXY: 'http://evil',
        https_proxy: 'http://evil',
        HTTP_PROXY: 'http://evil',
        all_proxy: 'http://evil',
        ALL_PROXY: 'http://evil',
        NO_PROXY: '*',
        no_proxy: '*',
      }),
    ).toEqual({
      https_proxy: `${PROXY}/`,
    });
  });

  it('is none where none was stored', () => {
    expect(apply({ http: '', https: '', noProxy: '' }, { HTTPS_PROXY: 'http://evil', OTHER: 'x' })).toEqual({
      OTHER: 'x',
    });
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'INPUT_HTTP-PROXY', 'ALL_PROXY', 'all_proxy'])(
    'has its user info taken again from %s, when that names the very same proxy',
    (name) => {
      expect(apply(stored, { [name]: SECRET }).https_proxy).toBe(SECRET);
    },
  );

  it.each([
    'http://user:pass@evil.example:3128',
    'http://user:pass@proxy.example:3129',
    'https://user:pass@proxy.example:3128',
    'http://user:pass@proxy.example.evil:3128',
  ])('takes no user info from another proxy: %s', (other) => {
    expect(apply(stored, { HTTPS_PROXY: other })).toEqual({ https_proxy: `${PROXY}/` });
  });

  it('has its user info taken from whichever place still gives it', () => {
    expect(apply(stored, { HTTPS_PROXY: PROXY, 'INPUT_HTTP-PROXY': SECRET }).https_proxy).toBe(SECRET);
  });

  it('keeps the hosts without proxy', () => {
    expect(apply({ ...stored, http: `${PROXY}/`, noProxy: 'a,b' }, {})).toEqual({
      http_proxy: `${PROXY}/`,
      https_proxy: `${PROXY}/`,
      no_proxy: 'a,b',
    });
  });

  it('is the one that was read, user info and all', () => {
    const environment = { ALL_PROXY: SECRET };
    expect(apply(read({}, environment).proxy, environment)).toEqual({ http_proxy: SECRET, https_proxy: SECRET });
  });
});
