import { describe, expect, it } from '@jest/globals';
import { ACCESS_KEYS, listAttachments, OTHER_KINDS } from '../../../src/lease/user-attachments.ts';
import { fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { KIND_NAMES, KINDS, type KindName } from '../../support/fakes/iam-kinds.ts';

const kindOf = (name: KindName) => {
  const order: KindName[] = ['attached', 'inline', 'groups', 'login', 'mfa', 'ssh', 'certificates', 'services'];
  const kind = name === 'keys' ? ACCESS_KEYS : OTHER_KINDS[order.indexOf(name)];
  if (kind === undefined) throw new Error(`No kind ${name}`);
  return kind;
};
const LISTED = KIND_NAMES.filter((name) => name !== 'login' && name !== 'inline');

describe('what is attached to a user', () => {
  it.each(KIND_NAMES)('is listed and removed by its own calls: %s', async (name) => {
    const user = fakeUser({ has: { [name]: ['gha-1'] } });
    const { iam, names } = fakeIam({}, { users: new Map([['gha-1', user]]) });
    expect(await listAttachments(kindOf(name), iam, 'gha-1')).toEqual(['gha-1']);
    await kindOf(name).remove(iam, 'gha-1', 'gha-1');
    expect(user.on[name]).toEqual([]);
    expect(names()).toEqual([KINDS[name].list, KINDS[name].remove]);
  });

  it.each(KIND_NAMES.filter((name) => name !== 'login'))(
    'is nothing where AWS answers without a list: %s',
    async (name) => {
      const { iam } = fakeIam({ [KINDS[name].list]: () => ({}) });
      expect(await listAttachments(kindOf(name), iam, 'gha-1')).toEqual([]);
    },
  );

  it.each(LISTED)('is omitted when AWS does not return its id: %s', async (name) => {
    const { item, field } = KINDS[name];
    const { iam } = fakeIam({ [KINDS[name].list]: () => ({ [field]: [{}, item('x')] }) });
    expect(await listAttachments(kindOf(name), iam, 'gha-1')).toEqual(['x']);
  });

  it('is rare, and so needs optional permissions, but for keys, policies and groups', () => {
    expect(KIND_NAMES.filter((name) => kindOf(name).rare)).toEqual(['login', 'mfa', 'ssh', 'certificates', 'services']);
  });
});
