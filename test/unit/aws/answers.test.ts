import { gzipSync } from 'node:zlib';
import { CreateUserCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { GetSecretValueCommand, ListSecretsCommand, TagResourceCommand } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpRequest } from '@smithy/core/protocols';
import { awsRequestHandler } from '../../../src/aws/answers.ts';
import type { ClientContext } from '../../../src/aws/calls.ts';
import { iamClient, secretsManagerClient, stsClient } from '../../../src/aws/clients.ts';
import { isTransient } from '../../../src/aws/failures.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { type HttpAnswer, httpServer } from '../../support/fakes/http-server.ts';
import { AWS_HEADERS, AWS_JSON_HEADERS, jsonAnswer, refusal, xmlAnswer } from '../../support/fakes/sts.ts';
import { fakeWaiting } from '../../support/fakes/time.ts';

type Answer = NonNullable<HttpAnswer>;
const KEYS = { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret' };
const ARN = 'arn:aws:iam::111122223333:user/robot';
const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:app-AbCdEf';
const HTML = { 'content-type': 'text/html' };
const PORTAL = '<!DOCTYPE html><html><body>Please log in</body></html>';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** The clients of a server that gives this answer to all; none makes a second attempt. */
async function setUp(answer: Answer) {
  const server = await httpServer(() => answer);
  open.push(server);
  const context: ClientContext = {
    ...fakeWaiting({ retries: false }),
    connection: {
      region: 'eu-central-1',
      stsEndpoint: server.url,
      iamEndpoint: server.url,
      secretsManagerEndpoint: server.url,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      maxAttempts: 1,
    },
    debug: () => undefined,
  };
  const [sts, iam, secretsManager] = await Promise.all([
    stsClient(context, KEYS),
    iamClient(context, KEYS),
    secretsManagerClient(context, KEYS),
  ]);
  return {
    whoAmI: () => sts.send(new GetCallerIdentityCommand({})),
    createUser: () => iam.send(new CreateUserCommand({ UserName: 'robot' })),
    listUsers: () => iam.send(new ListUsersCommand({})),
    getSecret: () => secretsManager.send(new GetSecretValueCommand({ SecretId: 'app' })),
    listSecrets: () => secretsManager.send(new ListSecretsCommand({})),
    tagSecret: () => secretsManager.send(new TagResourceCommand({ SecretId: 'app', Tags: [] })),
  };
}

const USER = `<User><Arn>${ARN}</Arn></User>`;
const { body: CREATED } = xmlAnswer('CreateUser', USER);
const IDENTITY = `<Arn>${ARN}</Arn><Account>111122223333</Account>`;
const GOT = { ARN: SECRET, Name: 'app', VersionId: 'v-1', SecretString: 's3cret' };

/** Answers that whoever stands between us and AWS may give. */
const FOREIGN: [string, Answer][] = [
  ['200 and a page', { status: 200, body: PORTAL, headers: HTML }],
  ['200 and a page that calls itself XHTML', { status: 200, body: PORTAL, headers: { 'content-type': 'text/xml' } }],
  ['200 and a page with a request id', { status: 200, body: PORTAL, headers: { ...AWS_HEADERS, ...HTML } }],
  ['200 and nothing', { status: 200, body: '' }],
  ['200 and nothing, with AWS’s headers', { status: 200, body: '', headers: AWS_HEADERS }],
  ['204', { status: 204, body: '' }],
  ['204 with AWS’s headers', { status: 204, body: '', headers: AWS_HEADERS }],
  ['302 to a login page', { status: 302, body: '', headers: { location: 'https://login.example.test/' } }],
  ['301 with AWS’s headers', { status: 301, body: '', headers: { ...AWS_HEADERS, location: 'https://a.test/' } }],
  ['403 and a page', { status: 403, body: PORTAL, headers: HTML }],
  ['404 and a page', { status: 404, body: PORTAL, headers: HTML }],
  ['407 and nothing', { status: 407, body: '' }],
  ['429 and a page', { status: 429, body: PORTAL, headers: HTML }],
  ['502 and a page', { status: 502, body: PORTAL, headers: HTML }],
  ['503 and nothing', { status: 503, body: '' }],
  ['text', { status: 200, body: 'OK', headers: { 'content-type': 'text/plain' } }],
];

const FOREIGN_XML: [string, Answer][] = [
  ['another action’s success', xmlAnswer('DeleteUser')],
  ['an action’s success whose name begins alike', xmlAnswer('CreateUserResponse', USER)],
  ['a success without a request id', { status: 200, body: CREATED, headers: { 'content-type': 'text/xml' } }],
  ['a success without a content type', { status: 200, body: CREATED, headers: { 'x-amzn-requestid': 'r-1' } }],
  ['an empty root', { status: 200, body: '<Response/>', headers: AWS_HEADERS }],
  ['an error with status 200', { ...refusal('AccessDenied'), status: 200 }],
  ['a success with status 403', { ...xmlAnswer('CreateUser', USER), status: 403 }],
  ['an error with status 302', { ...refusal('AccessDenied'), status: 302 }],
  ['an error without a request id', { status: 403, body: '<ErrorResponse/>', headers: { 'content-type': 'text/xml' } }],
  ['JSON', jsonAnswer({ User: { Arn: ARN } })],
  [
    'a success that is zipped, though nobody asked for that',
    { status: 200, body: gzipSync(CREATED), headers: { ...AWS_HEADERS, 'content-encoding': 'gzip' } },
  ],
];

const FOREIGN_JSON: [string, Answer][] = [
  ['an array', { status: 200, body: '[]', headers: AWS_JSON_HEADERS }],
  ['a text', { status: 200, body: '"ok"', headers: AWS_JSON_HEADERS }],
  ['null', { status: 200, body: 'null', headers: AWS_JSON_HEADERS }],
  ['half of an object', { status: 200, body: '{"ARN":"arn:aws', headers: AWS_JSON_HEADERS }],
  ['an object without a request id', { ...jsonAnswer(GOT), headers: { 'content-type': 'application/json' } }],
  ['an object with status 302', { ...jsonAnswer(GOT), status: 302 }],
  ['an error without a request id', { status: 400, body: '{}', headers: { 'content-type': 'application/json' } }],
  ['nothing, with AWS’s headers', { status: 200, body: '', headers: AWS_JSON_HEADERS }],
  ['an error that is empty', { status: 400, body: '', headers: AWS_JSON_HEADERS }],
  ['XML', xmlAnswer('GetSecretValue')],
  [
    'an object that is zipped, though nobody asked for that',
    {
      status: 200,
      body: gzipSync(JSON.stringify(GOT)),
      headers: { ...AWS_JSON_HEADERS, 'content-encoding': 'gzip' },
    },
  ],
];

const foreign = async (call: Promise<unknown>) => {
  const error = await rejection(call);
  expect(error).toMatchObject({ name: 'ForeignAnswer', message: expect.stringContaining('is not AWS’s') });
  return error;
};

describe('an answer that is not AWS’s', () => {
  it.each([...FOREIGN, ...FOREIGN_XML])('is never a success of IAM: %s', async (_, answer) => {
    const { createUser } = await setUp(answer);
    await foreign(createUser());
  });

  it.each([...FOREIGN, ...FOREIGN_JSON])('is never a success of Secrets Manager: %s', async (_, answer) => {
    const { getSecret, listSecrets } = await setUp(answer);
    await foreign(getSecret());
    await foreign(listSecrets());
  });

  it.each(FOREIGN.filter(([, { body, headers }]) => body !== '' || !headers?.['x-amzn-requestid']))(
    'is never a success of a call whose answer is empty: %s',
    async (_, answer) => {
      const { tagSecret } = await setUp(answer);
      await foreign(tagSecret());
    },
  );

  it('may pass by itself, but for a proxy that wants other credentials', async () => {
    const portal = await setUp({ status: 403, body: PORTAL, headers: HTML });
    expect(isTransient(await foreign(portal.createUser()))).toBe(true);
    const proxy = await setUp({ status: 407, body: PORTAL, headers: HTML });
    expect(isTransient(await foreign(proxy.createUser()))).toBe(false);
  });

  it('is told with host, status and content type, and with nothing of what it says', async () => {
    const { whoAmI } = await setUp({ status: 200, body: PORTAL, headers: HTML });
    const { message } = (await rejection(whoAmI())) as Error;
    expect(message).toBe(
      'an answer in the name of 127.0.0.1 is not AWS’s (status 200, text/html): a proxy, a filter or a captive portal gave it',
    );
  });

  it('is told also where it has no content type', async () => {
    const { whoAmI } = await setUp({ status: 503, body: PORTAL });
    expect(((await rejection(whoAmI())) as Error).message).toContain('(status 503, no content type)');
  });
});

describe('an answer of AWS’s', () => {
  it('is a success with the root that names the action', async () => {
    const { createUser } = await setUp(xmlAnswer('CreateUser', USER));
    expect((await createUser()).User?.Arn).toBe(ARN);
  });

  it.each([
    [
      'a request id in the body',
      `<ResponseMetadata><RequestId>r-2</RequestId></ResponseMetadata>`,
      { 'content-type': 'text/xml' },
    ],
    ['a charset', '', { ...AWS_HEADERS, 'content-type': 'text/xml;charset=utf-8' }],
  ])('may have %s', async (_, metadata, headers) => {
    const body = `<?xml version="1.0"?>\n<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${IDENTITY}</GetCallerIdentityResult>${metadata}</GetCallerIdentityResponse>`;
    const { whoAmI } = await setUp({ status: 200, body, headers });
    expect(await whoAmI()).toMatchObject({ Arn: ARN, Account: '111122223333' });
  });

  it('may be an empty list', async () => {
    const iam = await setUp(xmlAnswer('ListUsers', '<Users/><IsTruncated>false</IsTruncated>'));
    expect((await iam.listUsers()).Users).toEqual([]);
    const secretsManager = await setUp(jsonAnswer({ SecretList: [] }));
    expect((await secretsManager.listSecrets()).SecretList).toEqual([]);
  });

  it.each([
    ['AWS’s content type', {}],
    ['the content type that moto gives', { 'content-type': 'text/html; charset=utf-8' }],
  ])('is a success as JSON with %s', async (_, headers) => {
    const { getSecret } = await setUp({ ...jsonAnswer(GOT), headers: { ...AWS_JSON_HEADERS, ...headers } });
    expect(await getSecret()).toMatchObject(GOT);
  });

  it.each([
    ['an object', '{}'],
    ['nothing', ''],
  ])('may be %s where the action has nothing to say', async (_, body) => {
    const { tagSecret } = await setUp({ status: 200, body, headers: AWS_JSON_HEADERS });
    expect(await tagSecret()).toMatchObject({ $metadata: { httpStatusCode: 200, requestId: 'r-1' } });
  });

  it.each([
    ['AccessDenied', 403],
    ['EntityAlreadyExists', 409],
    ['Throttling', 400],
    ['ServiceFailure', 500],
  ])('keeps its code and status where it is an error: %s', async (code, status) => {
    const { createUser } = await setUp(refusal(code, { status }));
    expect((await rejection(createUser())) as Error).toMatchObject({
      message: `STS says ${code}`,
      $metadata: { httpStatusCode: status, requestId: 'r-1' },
    });
    expect(((await rejection(createUser())) as Error).name.replace(/Exception$/, '')).toBe(code);
  });

  it.each([
    ['ResourceNotFoundException', 400],
    ['AccessDeniedException', 400],
    ['InternalServiceError', 500],
  ])('keeps its code and status where it is an error as JSON: %s', async (code, status) => {
    const body = JSON.stringify({ __type: code, Message: 'no' });
    const { getSecret } = await setUp({ status, body, headers: AWS_JSON_HEADERS });
    expect(await rejection(getSecret())).toMatchObject({ name: code, $metadata: { httpStatusCode: status } });
  });
});

describe('an answer without what we go on to use', () => {
  const incomplete = async (call: Promise<unknown>, message: string) => {
    const error = await rejection(call);
    expect(error).toMatchObject({ name: 'IncompleteAnswer', message });
    expect(isTransient(error)).toBe(true);
  };

  it('is no success of IAM and STS', async () => {
    await incomplete(
      (await setUp(xmlAnswer('CreateUser'))).createUser(),
      'the answer to CreateUser has no usable User.Arn',
    );
    await incomplete((await setUp(xmlAnswer('ListUsers'))).listUsers(), 'the answer to ListUsers has no usable Users');
    const half = await setUp(xmlAnswer('GetCallerIdentity', `<Arn>${ARN}</Arn>`));
    await incomplete(half.whoAmI(), 'the answer to GetCallerIdentity has no usable Account');
  });

  it.each([
    ['in a tag', -5],
    ['between users', -60],
  ])('is no success where XML is cut off %s', async (_, end) => {
    const users = ['a', 'b', 'c'].map((name) => `<member><UserName>${name}</UserName></member>`).join('');
    const { body, ...rest } = xmlAnswer('ListUsers', `<Users>${users}</Users><IsTruncated>true</IsTruncated>`);
    const { listUsers } = await setUp({ ...rest, body: String(body).slice(0, end) });
    expect(isTransient(await rejection(listUsers()))).toBe(true);
  });

  it('is no success of Secrets Manager', async () => {
    const { getSecret, listSecrets } = await setUp(jsonAnswer({}));
    await incomplete(getSecret(), 'the answer to GetSecretValue has no usable ARN');
    await incomplete(listSecrets(), 'the answer to ListSecrets has no usable SecretList');
  });
});

describe('the SDK’s HTTP handler', () => {
  it('is what the SDK expects', () => {
    const handler = awsRequestHandler({ keepAlive: true, debug: () => undefined });
    expect(handler.metadata).toEqual({ handlerProtocol: 'http/1.1' });
    expect(handler.httpHandlerConfigs()).toEqual({});
    expect(handler.updateHttpClientConfig()).toBeUndefined();
    handler.destroy();
  });

  it.each([
    [{ status: 200, body: '{"accessToken":"t"}' }, true],
    [{ status: 401, body: '{"message":"expired"}' }, true],
    [{ status: 200, body: PORTAL }, false],
    [{ status: 200, body: '[]' }, false],
  ])('takes any JSON object for the answer of a service that names no action (%j)', async (answer, isAws) => {
    const server = await httpServer(() => answer);
    open.push(server);
    const { protocol, hostname, port } = new URL(server.url);
    const request = new HttpRequest({ protocol, hostname, port: Number(port), path: '/federation/credentials' });
    const handler = awsRequestHandler({ keepAlive: false, debug: () => undefined });
    const handled = handler.handle(request);
    if (isAws) expect((await handled).response.statusCode).toBe(answer.status);
    else await foreign(handled);
    handler.destroy();
  });
});
