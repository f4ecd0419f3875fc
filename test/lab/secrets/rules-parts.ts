import type { AwsError, Call } from '../wire/call.ts';

/** A structured member of a JSON call, which the log keeps as text. */
export function json<T>(call: Call, member: string): T | undefined {
  const text = call.params[member];
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** The service model's error about a parameter. Sensitive values are not repeated. */
export function invalidMember(member: string, constraint: string, value?: string): AwsError {
  const shown = value === undefined ? 'Value' : `Value '${value}'`;
  const start = `1 validation error detected: ${shown} at '${member}' failed to satisfy constraint`;
  return { code: 'ValidationException', message: `${start}: Member must ${constraint}` };
}

/** The service's own error about a parameter (InvalidParameterException). */
export function invalidParameter(message: string): AwsError {
  return { code: 'InvalidParameterException', message };
}

/** The error about the state of a secret (InvalidRequestException). */
export function invalidRequest(message: string): AwsError {
  return { code: 'InvalidRequestException', message };
}

export const NOT_FOUND: AwsError = {
  code: 'ResourceNotFoundException',
  message: "Secrets Manager can't find the specified secret.",
};
