import { CreateAccessKeyCommand, DeleteAccessKeyCommand, ListAccessKeysCommand } from '@aws-sdk/client-iam';
import type { AwsCredentials, Iam } from '../aws/clients.ts';
import { isFailure } from '../aws/failures.ts';
import type { Waiting } from '../waiting/clock.ts';
import { again, done, poll } from '../waiting/poll.ts';
import { isAlphanumeric, MAX_TRIES, specialCharactersRemain } from './alphanumeric-secret.ts';
import { issueFailure } from './issue-failures.ts';
import type { UntilVisible } from './until-visible.ts';

/** What `createAccessKey` is given. */
export type AccessKeyDependencies = Waiting & {
  readonly iam: Iam;
  readonly mask: (secret: string) => void;
  readonly untilVisible: UntilVisible;
};

/** Two answers lost in a row fill the user's quota of two keys; more rounds than this mean something else is wrong. */
const MAX_ROUNDS = 4;
const LIST_BACKOFF = { firstMs: 250, maxMs: 1_000 };
const MAX_LISTS = 12;

/**
 * The user's one access key. `CreateAccessKey` has no idempotency token: when an answer was lost and the SDK sent it again,
 * there is a key whose secret nobody knows. Such a key is deleted before this returns, so exactly one remains.
 * @param wish `plain`: issue again until the secret is letters and digits alone, at most 10 times
 */
export async function createAccessKey(
  userName: string,
  wish: { plain: boolean },
  deps: AccessKeyDependencies,
): Promise<AwsCredentials> {
  for (let tries = 1; ; tries++) {
    const key = await createOneKey(userName, deps).catch((error: unknown) =>
      Promise.reject(issueFailure(`Creating the access key of ${userName}`, error)),
    );
    if (!wish.plain || isAlphanumeric(key.secretAccessKey)) return key;
    if (tries === MAX_TRIES) throw specialCharactersRemain();
    await deleteKey(userName, key.accessKeyId, deps).catch((error: unknown) =>
      Promise.reject(issueFailure(`Deleting an access key of ${userName}, to get another`, error)),
    );
  }
}

async function createOneKey(userName: string, deps: AccessKeyDependencies): Promise<AwsCredentials> {
  for (let round = 1; ; round++) {
    try {
      const answer = await deps.untilVisible(
        () => deps.iam.send(new CreateAccessKeyCommand({ UserName: userName })),
        'user',
      );
      const secretAccessKey = answer.AccessKey?.SecretAccessKey ?? '';
      deps.mask(secretAccessKey);
      const accessKeyId = answer.AccessKey?.AccessKeyId ?? '';
      deps.mask(accessKeyId);
      if ((answer.$metadata.attempts ?? 1) > 1) await deleteUnknownKeys(userName, accessKeyId, deps);
      return { accessKeyId, secretAccessKey };
    } catch (error) {
      // The quota can only be full of keys whose answers were lost: the user is a second old and ours alone.
      if (!isFailure(error, 'LimitExceeded') || round === MAX_ROUNDS) throw error;
      await deleteUnknownKeys(userName, undefined, deps);
    }
  }
}

/** Deletes every key but `keep`; looks again until the list, which may lag, shows `keep`. */
async function deleteUnknownKeys(
  userName: string,
  keep: string | undefined,
  deps: AccessKeyDependencies,
): Promise<void> {
  const attempt = async () => {
    const list = () => deps.iam.send(new ListAccessKeysCommand({ UserName: userName }));
    const listed = await deps.untilVisible(list, 'user');
    const ids = (listed.AccessKeyMetadata ?? []).flatMap((key) => key.AccessKeyId ?? []);
    await Promise.all(ids.filter((id) => id !== keep).map((id) => deleteKey(userName, id, deps)));
    const isListed = keep === undefined ? ids.length > 0 : ids.includes(keep);
    return isListed ? done(undefined) : again(() => undefined);
  };
  await poll<undefined>(attempt, { backoff: LIST_BACKOFF, maxAttempts: MAX_LISTS }, deps);
}

async function deleteKey(userName: string, accessKeyId: string, deps: AccessKeyDependencies): Promise<void> {
  try {
    await deps.iam.send(new DeleteAccessKeyCommand({ UserName: userName, AccessKeyId: accessKeyId }));
  } catch (error) {
    if (!isFailure(error, 'NoSuchEntity')) throw error;
  }
}
