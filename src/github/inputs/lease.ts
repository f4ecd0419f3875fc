import { parseArn, partitionOfRegion } from '../../aws/partition.ts';
import type { SessionPlan } from '../../lease/issue-session.ts';
import { defaultPath, iamPath, MAX_PATH_CHARS } from '../../lease/naming/path.ts';
import { parseNameTemplate, type Segment, TemplateProblem } from '../../lease/naming/template.ts';
import { tagProblems } from '../../lease/tags.ts';
import { inlineSizeProblem, MAX_INLINE_CHARS, type UserSpec } from '../../lease/user-spec.ts';
import type { RunFacts } from '../../run.ts';
import { type InputReader, parseDuration, parseList } from './reader.ts';
import { readPolicyDocuments, readTags } from './structured.ts';

/** The lease to issue. */
export type LeaseInputs = ({ readonly kind: 'iam-user' } & UserSpec) | ({ readonly kind: 'session' } & SessionPlan);

type LeaseContext = { readonly run: RunFacts; readonly region: string };

const HOUR_SECONDS = 3600;
const MIN_USER_TTL_SECONDS = 60;
const MAX_TTL_SECONDS = 3650 * 24 * HOUR_SECONDS;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, DurationSeconds. */
const MIN_SESSION_TTL_SECONDS = 900;
const MAX_WAIT_SECONDS = 300;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html. 20 is the highest quota that AWS grants. */
const MAX_USER_POLICIES = 20;
const MAX_SESSION_POLICIES = 10;
const MAX_GROUPS = 10;
const LONGEST_NAME = 'n'.repeat(64);

/** Reads the lease and checks it against the limits of IAM and STS. Problems are added to the reader. */
export function readLease(reader: InputReader, context: LeaseContext): LeaseInputs {
  const kind = reader.oneOf('credential-type', ['iam-user', 'session']);
  const partition = partitionOfRegion(context.region);
  const { ttlSeconds, maxTtlSeconds } = readTtl(reader, kind);
  const policyArns = readPolicyArns(reader, kind);
  const inline = reader.alias('inline-policy', 'inline-session-policy');
  const inlinePolicies = readPolicyDocuments(reader, inline);
  const alphanumericSecret = reader.flag('special-characters-workaround', false);
  const user = readUserParts(reader, kind);
  if (kind === 'session') {
    if (inlinePolicies.length > 1) reader.problem(inline.name, 'has several documents; a session can have one');
    const [policy] = inlinePolicies;
    if ((policy?.length ?? 0) > MAX_INLINE_CHARS) {
      reader.problem(inline.name, `has ${policy?.length} characters; a session policy may have ${MAX_INLINE_CHARS}`);
    }
    return { kind, ttlSeconds, policy, policyArns, alphanumericSecret };
  }
  const spec = { ...user, partition, ttlSeconds, maxTtlSeconds, policyArns, inlinePolicies, alphanumericSecret };
  const path = user.path ?? defaultPath(context.run.repository, '');
  const problem = inlineSizeProblem(spec, path, LONGEST_NAME);
  if (problem !== undefined) reader.problem(inline.name, problem);
  return { kind, ...spec };
}

function readTtl(reader: InputReader, kind: LeaseInputs['kind']) {
  const { name, value } = reader.alias('ttl', 'role-duration-seconds', (a, b) => parseDuration(a) === parseDuration(b));
  const ttlSeconds = value === '' ? HOUR_SECONDS : reader.seconds(name, HOUR_SECONDS);
  const maxTtlSeconds = reader.seconds('max-ttl', 24 * HOUR_SECONDS);
  if (maxTtlSeconds > MAX_TTL_SECONDS)
    reader.problem('max-ttl', `is ${maxTtlSeconds} s; the maximum is ten years, ${MAX_TTL_SECONDS} s`);
  const minimum = kind === 'session' ? MIN_SESSION_TTL_SECONDS : MIN_USER_TTL_SECONDS;
  if (ttlSeconds < minimum) {
    reader.problem(
      name,
      `is ${ttlSeconds} s; the minimum for ${kind === 'session' ? 'a session' : 'an IAM user'} is ${minimum} s`,
    );
  }
  if (ttlSeconds > maxTtlSeconds)
    reader.problem(name, `is ${ttlSeconds} s, which is above \`max-ttl\`, ${maxTtlSeconds} s`);
  return { ttlSeconds, maxTtlSeconds };
}

function readPolicyArns(reader: InputReader, kind: LeaseInputs['kind']): string[] {
  const { name, value } = reader.alias('policy-arns', 'managed-session-policies');
  const arns = parseList(value);
  for (const arn of arns) checkPolicyArn(reader, name, arn);
  if (new Set(arns).size < arns.length) reader.problem(name, 'names a policy twice');
  const maximum = kind === 'session' ? MAX_SESSION_POLICIES : MAX_USER_POLICIES;
  if (arns.length > maximum) reader.problem(name, `names ${arns.length} policies; the maximum is ${maximum}`);
  return arns;
}

function checkPolicyArn(reader: InputReader, name: string, text: string): void {
  const arn = parseArn(text);
  const isPolicy = arn?.service === 'iam' && arn.resource.startsWith('policy/') && arn.accountId !== '';
  if (!isPolicy) reader.problem(name, `has "${text}", which is not the ARN of a managed policy`);
}

function readUserParts(reader: InputReader, kind: LeaseInputs['kind']) {
  const boundary = reader.text('permissions-boundary-arn');
  if (boundary !== '') checkPolicyArn(reader, 'permissions-boundary-arn', boundary);
  const groups = readGroups(reader);
  const tags = readTags(reader, 'tags');
  for (const problem of tagProblems(tags)) reader.problem('tags', `: ${problem}`);
  const path = readPath(reader);
  if (kind === 'session') {
    const given = {
      'permissions-boundary-arn': boundary,
      'iam-groups': groups[0],
      tags: Object.keys(tags)[0],
      'iam-path': path,
    };
    for (const [name, value] of Object.entries(given)) {
      if (value)
        reader.problem(name, 'applies to IAM users only; narrow a session with `policy-arns` or `inline-policy`');
    }
  }
  return {
    boundaryArn: boundary || undefined,
    groups,
    tags,
    path,
    nameTemplate: readTemplate(reader),
    waitForPropagationSeconds: readWait(reader),
  };
}

function readGroups(reader: InputReader): string[] {
  const groups = reader.list('iam-groups').map((group) => {
    const arn = parseArn(group);
    return arn?.service === 'iam' && arn.resource.startsWith('group/') ? (arn.resource.split('/').at(-1) ?? '') : group;
  });
  for (const group of groups) {
    if (!/^[\w+=,.@-]{1,128}$/.test(group))
      reader.problem('iam-groups', `has "${group}", which is neither the name nor the ARN of a group`);
  }
  if (groups.length > MAX_GROUPS)
    reader.problem('iam-groups', `names ${groups.length} groups; a user can be in ${MAX_GROUPS}`);
  return [...new Set(groups)];
}

function readPath(reader: InputReader): string | undefined {
  const given = reader.text('iam-path');
  if (given === '') return undefined;
  const path = iamPath(given);
  if (path.length > MAX_PATH_CHARS)
    reader.problem('iam-path', `has ${path.length} characters; IAM allows ${MAX_PATH_CHARS}`);
  return path;
}

function readTemplate(reader: InputReader): readonly Segment[] {
  try {
    return parseNameTemplate(reader.text('user-name-template') || 'gha-{{repo}}-{{run_id}}-{{random 8}}');
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    reader.problem('user-name-template', `is not valid: ${error.message}`);
    return [];
  }
}

function readWait(reader: InputReader): number {
  const seconds = reader.seconds('wait-for-propagation', 60);
  if (seconds > MAX_WAIT_SECONDS)
    reader.problem('wait-for-propagation', `is ${seconds} s; the maximum is ${MAX_WAIT_SECONDS} s`);
  return seconds;
}
