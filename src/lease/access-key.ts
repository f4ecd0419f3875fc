import { CreateAccessKeyCommand, DeleteAccessKeyCommand, ListAccessKeysCommand } from '@aws-sdk/client-iam';
import type { AwsCredentials, Iam } from '../aws/clients.ts';
import { isFailure } from '../aws/failures.ts';
import type { Waiting } from '../waiting/clock.ts';
import { again, done, poll } from '../waiting/poll.ts';
import { isAlphanumeric, MAX_TRIES, specialCharactersRemain } from './alphanumeric-secret.ts';
import { issueFailure } from './issue-failures.ts';
import type { UntilVisible } from './until-visible.ts';

/** What `createAccessKey` needs. */
export type AccessKeyDependencies = Waiting & {
  readonly iam: Iam;
  readonly mask: (secret: string) => void;
  readonly untilVisible: UntilVisible;
};

/**
 * A user can have two keys (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). Two lost answers fill that
 * quota; after this many rounds the cause must be another.
 */
const MAX_ROUNDS = 4;
const LIST_BACKOFF = { firstMs: 250, maxMs: 1_000 };
const MAX_LISTS = 12;

/**
 * Creates the user's access key. `CreateAccessKey` has no idempotency token: when an answer was lost and the SDK sent the request
 * again, there is a second key, whose secret is unknown. It is deleted before this returns, so the user has exactly one key.
 * @param options `plain`: create keys until the secret has only letters and digits, at most 10 times
 * @throws ActionError `special-characters-remain`, `lease-denied`, `lease-limit-reached`, `lease-failed`
 */
export async function createAccessKey(
  userName: string,
  options: { plain: boolean },
  deps: AccessKeyDependencies,
): Promise<AwsCredentials> {
  for (let tries = 1; ; tries++) {
    const key = await createOneKey(userName, deps).catch((error: unknown) =>
      Promise.reject(issueFailure(`Creating the access key of ${userName}`, error)),
    );
    if (!options.plain || isAlphanumeric(key.secretAccessKey)) return key;
    if (tries === MAX_TRIES) throw specialCharactersRemain();
    await deleteKey(userName, key.accessKeyId, deps).catch((error: unknown) =>
      Promise.reject(issueFailure(`Deleting an access key of ${userName} to create another`, error)),
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
      // The user is new and only this job uses it, so all its keys come from requests whose answers were lost.
      if (!isFailure(error, 'LimitExceeded') || round === MAX_ROUNDS) throw error;
      await deleteUnknownKeys(userName, undefined, deps);
    }
  }
}

/** Deletes every key except `keep`. Lists again until the list, which is eventually consistent, shows `keep`. */
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
