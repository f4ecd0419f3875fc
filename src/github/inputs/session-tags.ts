import { MAX_TAGS, tagKeyProblem, tagValue, tagValueProblem } from '../../aws/tags.ts';
import type { SessionTag, SessionTags } from '../../identity/identity.ts';
import type { Env } from '../env.ts';
import type { InputReader } from './reader.ts';
import { readTagObject } from './structured.ts';

/** The session tags and the variables of their values. `droppable`: left out when the tags are too large for AWS. */
const SOURCES: readonly { key: string; variable: string; droppable: boolean }[] = [
  { key: 'Repository', variable: 'GITHUB_REPOSITORY', droppable: false },
  { key: 'Workflow', variable: 'GITHUB_WORKFLOW', droppable: false },
  { key: 'Action', variable: 'GITHUB_ACTION', droppable: false },
  { key: 'Actor', variable: 'GITHUB_ACTOR', droppable: false },
  { key: 'Commit', variable: 'GITHUB_SHA', droppable: false },
  { key: 'Branch', variable: 'GITHUB_REF', droppable: false },
  { key: 'EventName', variable: 'GITHUB_EVENT_NAME', droppable: true },
  { key: 'BaseRef', variable: 'GITHUB_BASE_REF', droppable: true },
  { key: 'HeadRef', variable: 'GITHUB_HEAD_REF', droppable: true },
  { key: 'RunId', variable: 'GITHUB_RUN_ID', droppable: true },
  { key: 'Job', variable: 'GITHUB_JOB', droppable: true },
  { key: 'TriggeringActor', variable: 'GITHUB_TRIGGERING_ACTOR', droppable: true },
];

const MARK: SessionTag = { key: 'GitHub', value: 'Actions', droppable: false };
const RESERVED = new Set([MARK, ...SOURCES].map(({ key }) => key.toLowerCase()));

/**
 * Reads the session tags of chained `AssumeRole` calls. There are none by default; `role-skip-session-tagging: false`, `custom-tags` and
 * `transitive-tag-keys` turn them on.
 */
export function readSessionTags(reader: InputReader, env: Env): SessionTags | undefined {
  const custom = readCustomTags(reader);
  const transitive = reader.list('transitive-tag-keys');
  const asked = custom.length > 0 || transitive.length > 0;
  if (reader.flag('role-skip-session-tagging', !asked)) return undefined;
  const facts = SOURCES.map(({ key, variable, droppable }) => ({
    key,
    value: tagValue(env[variable] ?? ''),
    droppable,
  }));
  const tags = [MARK, ...facts.filter(({ value }) => value !== ''), ...custom];
  if (tags.length > MAX_TAGS) {
    reader.problem('custom-tags', `and this action’s own tags are ${tags.length} session tags; AWS allows ${MAX_TAGS}`);
  }
  return { tags, transitiveKeys: transitive.filter((key) => tags.some((tag) => tag.key === key)) };
}

function readCustomTags(reader: InputReader): SessionTag[] {
  const tags = Object.entries(readTagObject(reader, 'custom-tags'));
  const seen = new Set<string>();
  for (const [key, value] of tags) {
    const folded = key.toLowerCase();
    const problems = [tagKeyProblem(key), tagValueProblem(key, value)].filter((problem) => problem !== undefined);
    if (RESERVED.has(folded)) problems.push(`the key "${key}" is set by this action`);
    if (seen.has(folded)) problems.push(`the key "${key}" appears twice (AWS ignores case in keys)`);
    seen.add(folded);
    for (const problem of problems) reader.problem('custom-tags', `: ${problem}`);
  }
  return tags.map(([key, value]) => ({ key, value, droppable: false }));
}
