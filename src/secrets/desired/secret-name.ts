/** What a template of a secret's name may use. */
export const SECRET_NAME_VARIABLES = ['owner', 'repo', 'environment', 'key'] as const;
type Variable = (typeof SECRET_NAME_VARIABLES)[number];

/** What the variables stand for. */
export type SecretNameFacts = Readonly<Record<Variable, string>>;

/** Of a template; a name has at most 512. */
const MAX_TEMPLATE_CHARS = 2048;
const BRACES = /\{\{(.*?)\}\}/gs;
/** AWS: API_CreateSecret, Name. */
const NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
/** What AWS puts behind a name in an ARN, so that a name which ends so may be taken for another's ARN. */
const LIKE_AN_ARNS_END = /-[A-Za-z0-9]{6}$/;

/** The variables a template uses; `undefined` for what is none. */
function variablesIn(template: string): (Variable | undefined)[] {
  return [...template.matchAll(BRACES)].map(([, inner = '']) =>
    SECRET_NAME_VARIABLES.find((name) => name === inner.trim()),
  );
}

/** True when the template uses this variable. */
export function uses(template: string, variable: Variable): boolean {
  return variablesIn(template).includes(variable);
}

/** What is wrong with a template, as the end of a sentence; `undefined` when it can be rendered. */
export function templateProblem(template: string): string | undefined {
  if (template.length > MAX_TEMPLATE_CHARS)
    return `has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are taken`;
  if (variablesIn(template).includes(undefined)) {
    const known = SECRET_NAME_VARIABLES.map((name) => `{{${name}}}`).join(', ');
    return `has "${template}", which uses a name that does not exist; known are ${known}`;
  }
  const rest = template.replaceAll(BRACES, '');
  return /\{\{|\}\}/.test(rest) ? `has "${template}", in which braces lack their partner` : undefined;
}

/** A secret's name from its template, which `templateProblem` has found nothing wrong with. */
export function secretName(template: string, facts: SecretNameFacts): string {
  return template.replaceAll(BRACES, (_, inner: string) => facts[inner.trim() as Variable]);
}

/** What AWS would refuse in a name, as the end of a sentence. */
export function nameProblem(name: string): string | undefined {
  if (NAME.test(name)) return undefined;
  return `would get the name "${name}"; AWS takes 1 to 512 letters, digits or /_+=.@-`;
}

/** True for a name of which AWS says that it should not be used: it ends like an ARN (AWS: API_CreateSecret, Name). */
export function looksLikeArn(name: string): boolean {
  return LIKE_AN_ARNS_END.test(name);
}
