import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyProxy, readProxy } from '../../../src/github/proxy.ts';
import { anyText, examples, variableText } from '../../support/fakes/hostile.ts';
import { readerOf } from '../../support/fakes/inputs.ts';

function read(inputs: Record<string, string>, environment: Record<string, string>) {
  const masks: string[] = [];
  const reader = readerOf(inputs);
  return { proxy: readProxy(reader, environment, (secret) => masks.push(secret)), masks, problems: reader.problems };
}

describe('a proxy', () => {
  it('with a password of any characters has it masked as it was written and as it was meant, and never stored', () => {
    const isHidden = (password: string, user: string) => {
      const url = `http://${user}:${password}@proxy.example:3128`;
      fc.pre(URL.canParse(url) && new URL(url).hostname === 'proxy.example' && new URL(url).password !== '');
      const { proxy, masks } = read({}, { https_proxy: url });
      expect(masks).toContain(password);
      expect(proxy).toEqual({ http: '', https: 'http://proxy.example:3128/', noProxy: '' });
      const escaped = read({}, { https_proxy: `http://${user}:${encodeURIComponent(password)}@proxy.example:3128` });
      expect(escaped.masks).toContain(password);
    };
    const word = variableText(4).filter((text) => text.trim() === text && text !== '' && !/[/?#\\\t\r\n]/.test(text));
    fc.assert(fc.property(word, fc.constantFrom('user', 'u%40x', 'u^'), isHidden), examples(500));
  });

  it('of whatever text is a proxy, none, or a problem that does not repeat it', () => {
    const isSound = (text: string, canary: string) => {
      const url = `${text}${canary}`;
      const { proxy, problems } = read({ 'http-proxy': url }, {});
      for (const each of [proxy.http, proxy.https]) expect(each === '' || URL.canParse(each)).toBe(true);
      expect(problems.join()).not.toContain(canary);
      const inEnvironment = read({}, { http_proxy: url, no_proxy: text });
      expect(inEnvironment.problems).toEqual([]);
      const environment: Record<string, string | undefined> = { https_proxy: url };
      applyProxy(inEnvironment.proxy, environment);
      expect(Object.keys(environment).sort()).toEqual(
        Object.entries({ http_proxy: inEnvironment.proxy.http, https_proxy: inEnvironment.proxy.https, no_proxy: text })
          .filter(([, value]) => value !== '')
          .map(([name]) => name),
      );
    };
    const canary = fc.string({ unit: fc.constantFrom(...'qxz'), minLength: 12, maxLength: 16 });
    fc.assert(fc.property(anyText(4), canary, isSound), examples(500));
  });
});
