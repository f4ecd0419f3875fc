// The policies of setup/policies, with their placeholders filled in.
import { ROOT, textOf } from '../support/workflow-steps.ts';

/** A statement of the kit's policies: they all have names. */
export type Statement = {
  Sid: string;
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
};

/** A policy document of named statements. */
export type KitPolicy = { Version: string; Statement: Statement[] };

export const KIT = `${ROOT}setup/`;
export const ACCOUNT_ID = '123456789012';
export const BOUNDARY_ARN = `arn:aws:iam::${ACCOUNT_ID}:policy/github-lease-boundary`;
/** KMS key of the tests' secrets. */
export const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
export const REPOSITORY_ID = '714613905';

/** Placeholders and their values; longer names first, since `OWNER` is part of `OWNER_ID`. */
const PLACEHOLDERS: readonly [string, string][] = [
  ['ACCOUNT_ID', ACCOUNT_ID],
  ['OWNER_ID', '6811672'],
  ['REPO_ID', REPOSITORY_ID],
  ['KEY_ID', KEY_ID],
  ['OWNER', 'octo-org'],
  ['REPO', 'shop'],
  ['BUCKET', 'app-bucket'],
];

/** A policy of setup/policies for the laboratory's account and repository. */
export function kitPolicy(name: string): KitPolicy {
  const text = PLACEHOLDERS.reduce(
    (filled, [from, to]) => filled.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to),
    textOf(`setup/policies/${name}.json`),
  );
  return JSON.parse(text);
}

/** The policy without one statement. */
export function without(policy: KitPolicy, sid: string) {
  return { ...policy, Statement: policy.Statement.filter(({ Sid }) => Sid !== sid) };
}

/** The policy without one action of one statement. */
export function withoutAction(policy: KitPolicy, sid: string, action: string) {
  const Statement = policy.Statement.map((statement) =>
    statement.Sid === sid
      ? { ...statement, Action: [statement.Action].flat().filter((each) => each !== action) }
      : statement,
  ).filter(({ Action }) => Action.length > 0);
  return { ...policy, Statement };
}

/** Each action of each statement that allows. */
export function grants(policy: KitPolicy): [sid: string, action: string][] {
  return policy.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Sid, Action }) =>
    [Action].flat().map((action): [string, string] => [Sid, action]),
  );
}

/** A policy that was relaxed in one way, and that way. */
export type Relaxed = readonly [what: string, policy: KitPolicy];

/** The policy relaxed in every way: one condition of an allowing statement removed, or its resource replaced by `*`. */
export function relaxed(policy: KitPolicy): Relaxed[] {
  return policy.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap((statement) => {
    const instead = (changed: Statement): KitPolicy => ({
      ...policy,
      Statement: policy.Statement.map((each) => (each === statement ? changed : each)),
    });
    const { Sid, Resource, Condition = {} } = statement;
    const anywhere: Relaxed[] =
      Resource === '*' ? [] : [[`${Sid} on any resource`, instead({ ...statement, Resource: '*' })]];
    const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.keys(keys).map((key): Relaxed => {
        const { [key]: _, ...others } = keys;
        const left = Object.entries({ ...Condition, [operator]: others }).filter(
          ([, each]) => Object.keys(each).length > 0,
        );
        return [`${Sid} without ${operator} ${key}`, instead({ ...statement, Condition: Object.fromEntries(left) })];
      }),
    );
    return [...anywhere, ...conditions];
  });
}
