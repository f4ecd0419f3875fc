import type { Role } from '@aws-sdk/client-iam';
import { GetRoleCommand } from '@aws-sdk/client-iam';
import type { JWTPayload } from 'jose';
import { decodeJwt } from 'jose';
import { checkPermission, checkTrust } from '../iam/permissions.ts';
import type { AwsError, Call } from './call.ts';
import type { Rule, RuleLab } from './rules.ts';
import { invalid } from './rules-parts.ts';

/** Seconds; API_AssumeRole, API_AssumeRoleWithWebIdentity, API_GetSessionToken, API_GetFederationToken: “DurationSeconds”. */
const MIN_DURATION = 900;
const MAX_ROLE_DURATION = 43_200;
const MAX_USER_DURATION = 129_600;
/** API_AssumeRole: “role chaining limits your … session to a maximum of one hour”. */
const MAX_CHAINED_DURATION = 3_600;
/** Plain characters of a session policy, and session policy ARNs (API_AssumeRole: “Policy”, “PolicyArns”). */
const MAX_POLICY_CHARS = 2_048;
const MAX_POLICY_ARNS = 10;

function denied(call: Call, lab: RuleLab): AwsError {
  const by = lab.caller ? `User: ${lab.caller.identity.arn} is not` : 'Not';
  return { code: 'AccessDenied', message: `${by} authorized to perform sts:${call.action}` };
}

function duration(call: Call, standard: number): number {
  return Number(call.params.DurationSeconds ?? standard);
}

/** The role that a call names; undefined when it does not exist: STS answers both a missing role and missing trust with AccessDenied. */
async function roleOf(call: Call, lab: RuleLab): Promise<Role | undefined> {
  const arn = call.params.RoleArn ?? '';
  const RoleName = arn.slice(arn.lastIndexOf('/') + 1);
  try {
    const { Role } = await lab.moto.iam(arn.split(':')[1] ?? 'aws').send(new GetRoleCommand({ RoleName }));
    return Role?.Arn === arn ? Role : undefined;
  } catch (error) {
    if ((error as Error).name === 'NoSuchEntityException') return undefined;
    throw error;
  }
}

/** API_AssumeRole: “an error if the value is higher than the maximum session duration setting” of the role; default 3600. */
async function checkRole(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const seconds = duration(call, 3_600);
  if (seconds < MIN_DURATION)
    return invalid(String(seconds), 'durationSeconds', `have value greater than or equal to ${MIN_DURATION}`);
  if (seconds > MAX_ROLE_DURATION)
    return invalid(String(seconds), 'durationSeconds', `have value less than or equal to ${MAX_ROLE_DURATION}`);
  const role = await roleOf(call, lab);
  if (!role) return denied(call, lab);
  if (seconds <= (role.MaxSessionDuration ?? 3_600)) return undefined;
  return {
    code: 'ValidationError',
    message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  };
}

/** API_AssumeRole, “RoleSessionName”: 2–64 characters of `[\w+=,.@-]`. */
function checkSessionName(call: Call): AwsError | undefined {
  const name = call.params.RoleSessionName ?? '';
  if (name.length < 2) return invalid(name, 'roleSessionName', 'have length greater than or equal to 2');
  if (name.length > 64) return invalid(name, 'roleSessionName', 'have length less than or equal to 64');
  return /^[\w+=,.@-]*$/.test(name)
    ? undefined
    : invalid(name, 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*');
}

/** API_AssumeRole, “Policy” and “PolicyArns”, and its errors MalformedPolicyDocument and PackedPolicyTooLarge. */
function checkSessionPolicy(call: Call): AwsError | undefined {
  const policy = call.params.Policy;
  const arns = Object.keys(call.params).filter((name) => /^PolicyArns\.member\.\d+\.arn$/.test(name));
  if (arns.length > MAX_POLICY_ARNS)
    return invalid(String(arns.length), 'policyArns', `have length less than or equal to ${MAX_POLICY_ARNS}`);
  if (policy === undefined) return undefined;
  if (policy.length > MAX_POLICY_CHARS)
    return invalid(policy, 'policy', `have length less than or equal to ${MAX_POLICY_CHARS}`);
  try {
    JSON.parse(policy);
    return undefined;
  } catch {
    return { code: 'MalformedPolicyDocument', message: 'This policy contains invalid Json' };
  }
}

/** Errors of API_AssumeRoleWithWebIdentity: InvalidIdentityToken, ExpiredTokenException; the messages are STS's own. */
async function checkToken(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const token = call.params.WebIdentityToken ?? '';
  let claims: JWTPayload;
  try {
    if (!lab.oidc) throw new Error('The laboratory has no OIDC issuer');
    claims = await lab.oidc.verify(token);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_JWT_EXPIRED') {
      return {
        code: 'InvalidIdentityToken',
        message:
          "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
      };
    }
    const now = Math.floor(Date.now() / 1000);
    return {
      code: 'ExpiredTokenException',
      message: `Token expired: current date/time ${now} must be before the expiration date/time ${decodeJwt(token).exp}`,
    };
  }
  const audiences = [claims.aud ?? []].flat();
  if (audiences.some((audience) => lab.allowedAudiences.includes(audience))) return undefined;
  return { code: 'InvalidIdentityToken', message: 'Incorrect token audience' };
}

/** IAM user guide, “Compare STS credentials”: what the credentials of a session may still call in STS. */
function checkCaller(call: Call, lab: RuleLab): AwsError | undefined {
  const kind = lab.caller?.kind;
  const refused = { code: 'AccessDenied', message: `Cannot call ${call.action} with session credentials` };
  switch (call.action) {
    case 'GetSessionToken':
    case 'GetFederationToken':
      return kind === 'user' ? undefined : refused;
    case 'AssumeRole':
      return kind === 'federation'
        ? { ...refused, message: 'Cannot call AssumeRole with federation credentials' }
        : undefined;
    default:
      return undefined;
  }
}

/** IAM user guide, “Methods to assume a role”, role chaining: one hour, whatever the role allows. */
function checkChaining(call: Call, lab: RuleLab): AwsError | undefined {
  if (lab.caller?.kind !== 'role' || duration(call, 3_600) <= MAX_CHAINED_DURATION) return undefined;
  return {
    code: 'ValidationError',
    message: 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
  };
}

function checkUserDuration(call: Call): AwsError | undefined {
  const seconds = duration(call, MAX_ROLE_DURATION);
  if (seconds >= MIN_DURATION && seconds <= MAX_USER_DURATION) return undefined;
  return invalid(String(seconds), 'durationSeconds', `have value between ${MIN_DURATION} and ${MAX_USER_DURATION}`);
}

/** API_GetFederationToken, “Name”: 2–32 characters. */
function checkFederatedName(call: Call): AwsError | undefined {
  const name = call.params.Name ?? '';
  return /^[\w+=,.@-]{2,32}$/.test(name)
    ? undefined
    : invalid(name, 'name', 'satisfy regular expression pattern: [\\w+=,.@-]{2,32}');
}

const service = 'sts';

/** What STS enforces and moto does not. */
export const stsRules: Rule[] = [
  { service, action: 'AssumeRoleWithWebIdentity', check: checkSessionName },
  { service, action: 'AssumeRoleWithWebIdentity', check: checkSessionPolicy },
  { service, action: 'AssumeRoleWithWebIdentity', check: checkToken },
  { service, action: 'AssumeRoleWithWebIdentity', check: checkRole },
  { service, action: 'AssumeRoleWithWebIdentity', check: checkTrust },
  { service, action: 'AssumeRole', check: checkCaller },
  { service, action: 'AssumeRole', check: checkSessionName },
  { service, action: 'AssumeRole', check: checkSessionPolicy },
  { service, action: 'AssumeRole', check: checkChaining },
  { service, action: 'AssumeRole', check: checkRole },
  { service, action: 'GetSessionToken', check: checkCaller },
  { service, action: 'GetSessionToken', check: checkUserDuration },
  { service, action: 'GetFederationToken', check: checkCaller },
  { service, action: 'GetFederationToken', check: checkUserDuration },
  { service, action: 'GetFederationToken', check: checkFederatedName },
  { service, action: 'GetFederationToken', check: checkSessionPolicy },
  { service, action: '*', check: checkPermission },
];
