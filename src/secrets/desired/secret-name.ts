/** The variables of a name template. */
export const SECRET_NAME_VARIABLES = ['owner', 'repo', 'environment', 'key'] as const;
type Variable = (typeof SECRET_NAME_VARIABLES)[number];

/** The values of the variables. */
export type SecretNameFacts = Readonly<Record<Variable, string>>;

/** Limit for a template. A name has at most 512 characters. */
const MAX_TEMPLATE_CHARS = 2048;
const BRACES = /\{\{(.*?)\}\}/gs;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Name. */
const NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
/** AWS appends a hyphen and six characters to the name in an ARN, so a name with such an ending looks like another secret's ARN. */
const ARN_LIKE_ENDING = /-[A-Za-z0-9]{6}$/;

/** The variables that a template uses; `undefined` for each unknown one. */
function variablesIn(template: string): (Variable | undefined)[] {
  return [...template.matchAll(BRACES)].map(([, inner = '']) =>
    SECRET_NAME_VARIABLES.find((name) => name === inner.trim()),
  );
}

/** True if the template uses this variable. */
export function usesVariable(template: string, variable: Variable): boolean {
  return variablesIn(template).includes(variable);
}

/** What is wrong with a template, as the end of a sentence; `undefined` if it is valid. */
export function templateProblem(template: string): string | undefined {
  if (template.length > MAX_TEMPLATE_CHARS)
    return `has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are allowed`;
  if (variablesIn(template).includes(undefined)) {
    const known = SECRET_NAME_VARIABLES.map((name) => `{{${name}}}`).join(', ');
    return `has "${template}", which uses an unknown variable; the variables are ${known}`;
  }
  const rest = template.replaceAll(BRACES, '');
  return /\{\{|\}\}/.test(rest) ? `has "${template}", which has unbalanced braces` : undefined;
}

/** A secret's name. @param template must be valid: see `templateProblem` */
export function secretName(template: string, facts: SecretNameFacts): string {
  return template.replaceAll(BRACES, (_, inner: string) => facts[inner.trim() as Variable]);
}

/** Why AWS would refuse a name, as the end of a sentence; `undefined` if it would not. */
export function nameProblem(name: string): string | undefined {
  if (NAME.test(name)) return undefined;
  return `would get the name "${name}"; AWS allows 1 to 512 letters, digits or /_+=.@-`;
}

/**
 * True for a name that ends like an ARN, which AWS advises against
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Name).
 */
export function looksLikeArn(name: string): boolean {
  return ARN_LIKE_ENDING.test(name);
}
