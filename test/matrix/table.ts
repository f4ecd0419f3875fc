// The parts of the fault matrix: stages, the calls of each, and faults. Pure, so that a test can compare the documentation with it
// without a laboratory.
import { TOKEN } from '../support/token-request.ts';
import { FAULTS, type FaultName, type Scope } from './columns.ts';

/** What a step does, with the calls that have cells of their own. */
export type Stage = {
  readonly name: string;
  readonly what: string;
  readonly calls: readonly string[];
  /** Calls that it makes too and that have their cells in another stage, in the very same lines of the action. */
  readonly shared?: { readonly with: string; readonly calls: readonly string[] };
};

const SIGN_IN = [TOKEN, 'AssumeRoleWithWebIdentity'];
const ISSUING = ['CreateUser', 'CreateAccessKey', 'PutUserPolicy', 'AttachUserPolicy', 'AddUserToGroup'];
const USER_MAIN = [...SIGN_IN, ...ISSUING, 'GetCallerIdentity'];
const LOOKS = ['GetUser', 'ListAccessKeys', 'ListAttachedUserPolicies', 'ListUserPolicies', 'ListGroupsForUser'];
const REMOVALS = ['DeleteAccessKey', 'DetachUserPolicy', 'DeleteUserPolicy', 'RemoveUserFromGroup', 'DeleteUser'];
/** Sweeps do the same without the closed guard. */
const CLEARING = [...LOOKS, ...REMOVALS];
/** `PutUserPolicy`: the guard that denies everything. */
const REVOKING = [...CLEARING, 'PutUserPolicy'];
const RARE = [
  'GetLoginProfile',
  'DeleteLoginProfile',
  'ListMFADevices',
  'DeactivateMFADevice',
  'DeleteVirtualMFADevice',
  'ListSSHPublicKeys',
  'DeleteSSHPublicKey',
  'ListSigningCertificates',
  'DeleteSigningCertificate',
  'ListServiceSpecificCredentials',
  'DeleteServiceSpecificCredential',
];
const JSON_LOOKS = ['DescribeSecret', 'GetSecretValue'];
const LISTING = ['ListSecrets', 'BatchGetSecretValue'];

/** Every row. */
export const STAGES: readonly Stage[] = [
  {
    name: 'main: user',
    what: 'an IAM user with boundary, policy, inline policy, group and tags, by OIDC',
    calls: USER_MAIN,
  },
  {
    name: 'main: user, chained',
    what: 'the same by a role that is assumed from the first',
    calls: ['AssumeRole'],
    shared: { with: 'main: user', calls: USER_MAIN },
  },
  {
    name: 'main: user, answers lost',
    what: 'the same where the answers of CreateUser and CreateAccessKey are lost, so that main must find its user and its unknown key',
    calls: ['GetUser', 'ListAccessKeys', 'DeleteAccessKey'],
    shared: { with: 'main: user', calls: USER_MAIN },
  },
  {
    name: 'main: rolled back',
    what: 'the same where one policy does not exist, so that main takes the user back',
    calls: REVOKING,
    shared: { with: 'main: user', calls: [...SIGN_IN, ...ISSUING] },
  },
  {
    name: 'main: user and secrets',
    what: 'the same with a secret sync beside it',
    calls: [...JSON_LOOKS, 'CreateSecret'],
    shared: { with: 'main: user', calls: USER_MAIN },
  },
  { name: 'main: session', what: 'a session of a role, by OIDC', calls: SIGN_IN },
  {
    name: 'main: session, chained',
    what: 'a session of a role that is assumed from the first',
    calls: ['AssumeRole'],
    shared: { with: 'main: session', calls: SIGN_IN },
  },
  {
    name: 'main: session of a user',
    what: 'a session by static keys',
    calls: ['GetCallerIdentity', 'GetSessionToken'],
  },
  {
    name: 'main: narrowed session of a user',
    what: 'the same with a session policy',
    calls: ['GetFederationToken'],
    shared: { with: 'main: session of a user', calls: ['GetCallerIdentity'] },
  },
  {
    name: 'post',
    what: 'the revocation after main',
    calls: [...SIGN_IN, ...REVOKING, 'GetCallerIdentity'],
  },
  {
    name: 'post: foreign things',
    what: 'the same where others have attached a login profile, an MFA device, an SSH key, a certificate and a service credential to the user',
    calls: RARE,
    shared: { with: 'post', calls: [...SIGN_IN, ...REVOKING, 'GetCallerIdentity'] },
  },
  { name: 'renew', what: '/renew of the job’s lease', calls: [...SIGN_IN, 'GetUser', 'TagUser', 'PutUserPolicy'] },
  {
    name: 'revoke',
    what: '/revoke of the job’s lease',
    calls: [...SIGN_IN, ...REVOKING, 'GetCallerIdentity'],
  },
  {
    name: 'sweep',
    what: '/sweep of one lease that has ended, beside an active one and a user that is not a lease',
    calls: [...SIGN_IN, 'ListUsers', 'GetAccountSummary', ...CLEARING],
  },
  { name: 'sync: json, create', what: '/sync of a new secret', calls: [...SIGN_IN, ...JSON_LOOKS, 'CreateSecret'] },
  {
    name: 'sync: json, change',
    what: '/sync of a secret whose value, description, tags and replicas differ',
    calls: ['UpdateSecret', 'PutSecretValue', 'TagResource', 'ReplicateSecretToRegions'],
    shared: { with: 'sync: json, create', calls: [...SIGN_IN, ...JSON_LOOKS] },
  },
  {
    name: 'sync: per key, create',
    what: '/sync of new secrets, one for each key',
    calls: [...SIGN_IN, ...LISTING, 'CreateSecret'],
  },
  {
    name: 'sync: per key, change',
    what: '/sync of one secret that differs and one that is scheduled for deletion',
    calls: [...JSON_LOOKS, 'RestoreSecret', 'UpdateSecret', 'PutSecretValue', 'TagResource'],
    shared: { with: 'sync: per key, create', calls: [...SIGN_IN, ...LISTING] },
  },
  {
    name: 'sync: per key, prune',
    what: '/sync that deletes a secret with a replica, which the source has no more',
    calls: ['DescribeSecret', 'RemoveRegionsFromReplication', 'DeleteSecret'],
    shared: { with: 'sync: per key, create', calls: [...SIGN_IN, ...LISTING] },
  },
];

/** In place of a call: the fault applies to all of them. */
export const EVERY_CALL = 'every call';

/** One field of the matrix. */
export type Cell = { readonly stage: string; readonly call: string; readonly fault: FaultName };

/** The cells of a stage, call by call; then those of the whole stage. */
export function cellsOf({ name, calls }: Stage): Cell[] {
  const cells = (call: string, ...scopes: Scope[]) =>
    FAULTS.filter(({ scope }) => scopes.includes(scope)).map((fault) => ({ stage: name, call, fault: fault.name }));
  const ofCalls = calls.flatMap((call) => (call === TOKEN ? cells(call, 'call', 'token') : cells(call, 'call')));
  return [...ofCalls, ...cells(EVERY_CALL, 'stage')];
}

/** Every cell there is. */
export function allCells(): Cell[] {
  return STAGES.flatMap(cellsOf);
}

/** The stage of this name. */
export function stageNamed(name: string): Stage {
  const stage = STAGES.find((each) => each.name === name);
  if (stage === undefined) throw new Error(`The matrix has no stage “${name}”.`);
  return stage;
}
