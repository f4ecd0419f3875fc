import { describe, expect, it } from '@jest/globals';
import {
  ForeignAnswer,
  IncompleteAnswer,
  isLasting,
  isOwnFault,
  NetworkFault,
  ProxyRefusal,
} from '../../../src/aws/faults.ts';

const HOST = 'iam.amazonaws.com';
const VIA = { proxy: 'proxy:3128', host: HOST };

describe('a fault between this machine and AWS', () => {
  it.each([
    [
      new ForeignAnswer(HOST, { status: 200, type: 'text/html' }),
      'ForeignAnswer',
      'an answer in the name of iam.amazonaws.com is not AWS’s (status 200, text/html): a proxy, a filter or a captive portal gave it',
    ],
    [new ForeignAnswer(HOST, { status: 502, type: '' }), 'ForeignAnswer', '(status 502, no content type)'],
    [
      new ProxyRefusal(403, VIA),
      'ProxyRefusal',
      'the proxy proxy:3128 refused the connection to iam.amazonaws.com with status 403',
    ],
    [new NetworkFault('no answer within 20 s'), 'NetworkFault', 'no answer within 20 s'],
    [new IncompleteAnswer('GetUser', 'User.Arn'), 'IncompleteAnswer', 'the answer to GetUser has no usable User.Arn'],
  ])('is known by its name and says who failed: %s', (fault, name, message) => {
    expect(fault).toMatchObject({ name, message: expect.stringContaining(message) });
    expect(isOwnFault(fault)).toBe(true);
  });

  it.each([new Error('x'), new TypeError('x'), { name: 'NetworkFault' }, 'NetworkFault', undefined])(
    'is not any other error: %s',
    (error) => {
      expect(isOwnFault(error)).toBe(false);
    },
  );

  it.each([
    [new ProxyRefusal(407, VIA), true],
    [new ForeignAnswer(HOST, { status: 407, type: '' }), true],
    [new ProxyRefusal(403, VIA), false],
    [new ProxyRefusal(502, VIA), false],
    [new NetworkFault('x'), false],
  ])('lasts only where a proxy wants other credentials: %s', (fault, isForGood) => {
    expect(isLasting(fault)).toBe(isForGood);
  });
});
