import type { Answer, Call } from '../wire/call.ts';
import { element } from '../wire/call.ts';

/** How the account lists and counts its users, and how long sessions last. */
export type AccountAnswers = {
  /** Users in one answer to ListUsers, however many were asked for. */
  userPage: number;
  /** The number of users that GetAccountSummary reports; undefined: the real number. */
  accountUsers: number | undefined;
  /** Seconds that sessions of roles last, in place of what the call asks for; undefined: as the call asks. */
  sessionSeconds: number | undefined;
};

/** API_ListUsers, “MaxItems”: the default. */
const DEFAULT_PAGE = 100;

/** The settings as on AWS. API_ListUsers, “MaxItems”: at most 1,000. */
export function defaultAccountAnswers(): AccountAnswers {
  return { userPage: 1_000, accountUsers: undefined, sessionSeconds: undefined };
}

/** API_ListUsers: “does not return … Tags”, and in pages; moto gives tags and everything at once. */
function pageOfUsers({ params }: Call, answer: Answer, userPage: number): Answer {
  const plain = answer.body.replaceAll(/<Tags>[\s\S]*?<\/Tags>|<Tags ?\/>/g, '');
  const members = [...plain.matchAll(/<member>[\s\S]*?<\/member>/g)].map(([member]) => ({
    member,
    name: element(member, 'UserName') ?? '',
  }));
  // A marker is a name, not a number: users that are deleted between two pages must not shift the others.
  const sorted = members.sort((one, other) => (one.name < other.name ? -1 : 1));
  const rest = sorted.filter(({ name }) => name > (params.Marker ?? ''));
  const page = rest.slice(0, Math.min(userPage, Number(params.MaxItems ?? DEFAULT_PAGE)));
  const more = page.length < rest.length;
  const marker = more ? `<Marker>${page.at(-1)?.name}</Marker>` : '';
  const body = plain
    .replace(/<Users>[\s\S]*<\/Users>|<Users ?\/>/, `<Users>${page.map(({ member }) => member).join('')}</Users>`)
    .replace(/<IsTruncated>[^<]*<\/IsTruncated>/, `<IsTruncated>${more}</IsTruncated>${marker}`);
  return { ...answer, body };
}

function withUserCount(answer: Answer, users: number): Answer {
  const body = answer.body.replace(/(<key>Users<\/key>\s*<value>)\d+/, `$1${users}`);
  return { ...answer, body };
}

function withExpiration(answer: Answer, seconds: number): Answer {
  const end = new Date(Date.now() + seconds * 1_000).toISOString();
  return { ...answer, body: answer.body.replace(/<Expiration>[^<]*/, `<Expiration>${end}`) };
}

/** Corrects moto's answer where it is about the account as a whole. */
export function correctedAccount(call: Call, answer: Answer, settings: AccountAnswers): Answer {
  const { userPage, accountUsers, sessionSeconds } = settings;
  switch (`${call.service}:${call.action}`) {
    case 'iam:ListUsers':
      return pageOfUsers(call, answer, userPage);
    case 'iam:GetAccountSummary':
      return accountUsers === undefined ? answer : withUserCount(answer, accountUsers);
    case 'sts:AssumeRole':
    case 'sts:AssumeRoleWithWebIdentity':
      return sessionSeconds === undefined ? answer : withExpiration(answer, sessionSeconds);
    default:
      return answer;
  }
}
