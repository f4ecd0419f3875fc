import type { Answer, AwsError, Call } from '../wire/call.ts';
import { codeIn, errorAnswer, jsonAnswer } from '../wire/call.ts';
import type { RuleLab } from '../wire/rules.ts';
import { violationOf } from '../wire/rules.ts';
import { invalidToken, listedPage } from './list.ts';
import { json } from './rules-parts.ts';

/** API_BatchGetSecretValue, “MaxResults”. */
const MAX_BATCH = 20;

/** Reads one secret, rules included. */
export type ReadSecret = (call: Call, lab: RuleLab) => Promise<Answer>;

type Item = { value: object } | { error: { SecretId: string; ErrorCode: string; Message: string } };

async function readItem(call: Call, lab: RuleLab, SecretId: string, read: ReadSecret): Promise<Item> {
  const single: Call = { ...call, action: 'GetSecretValue', params: { SecretId } };
  const violation: AwsError | undefined = await violationOf(single, lab);
  call.asked = [...call.asked, ...single.asked];
  const answer = violation ? errorAnswer(single, violation) : await read(single, lab);
  const body = JSON.parse(answer.body) as { message?: string };
  if (answer.status < 400) return { value: body };
  return { error: { SecretId, ErrorCode: codeIn(answer) ?? '', Message: body.message ?? '' } };
}

/** Answers BatchGetSecretValue: a secret that cannot be read is an entry of Errors, and the call succeeds (API_APIErrorType). */
export async function batchGet(call: Call, lab: RuleLab, read: ReadSecret): Promise<Answer> {
  const ids = json<string[]>(call, 'SecretIdList');
  const page = ids ? { items: ids } : await idsByFilter(call, lab);
  if (!page) return invalidToken(call);
  const { items, ...token } = page;
  const results = await Promise.all(items.map((id) => readItem(call, lab, id, read)));
  const SecretValues = results.flatMap((item) => ('value' in item ? [item.value] : []));
  const Errors = results.flatMap((item) => ('error' in item ? [item.error] : []));
  return jsonAnswer({ SecretValues, Errors, ...token });
}

async function idsByFilter(call: Call, lab: RuleLab): Promise<{ items: string[]; NextToken?: string } | undefined> {
  const page = await listedPage(call, lab.secrets, MAX_BATCH);
  return page && { ...page, items: page.items.map(({ ARN }) => ARN) };
}
