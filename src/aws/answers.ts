import { HttpResponse } from '@smithy/core/protocols';
import { ForeignAnswer } from './faults.ts';
import { type HttpAnswer, type HttpRequestLike, type HttpSettings, httpClient } from './http.ts';

/** AWS's answers to what we ask have kilobytes; a page of users or secrets some hundred. */
const MAX_BODY_BYTES = 10 * 2 ** 20;
/** Actions whose answer has no body (AWS: API_TagResource of Secrets Manager). */
const WITHOUT_BODY = ['TagResource', 'UntagResource'];

/**
 * The SDK's HTTP handler, which lets through only what AWS has answered. Without this, the page of a captive portal with status 200
 * would be taken for a success, since the SDK finds nothing in it and says so of nothing.
 * @returns `handle` throws ForeignAnswer, NetworkFault, ProxyRefusal
 */
export function awsRequestHandler(settings: HttpSettings) {
  const { exchange, destroy } = httpClient(settings);
  const handle = async (request: HttpRequestLike, options?: { readonly abortSignal?: AbortSignal }) => {
    const answer = await exchange(request, { ...options, maxBytes: MAX_BODY_BYTES });
    assertAws(request, answer);
    const { status: statusCode, headers, body } = answer;
    return { response: new HttpResponse({ statusCode, headers, body: new Uint8Array(body) }) };
  };
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy,
  };
}

/** @throws ForeignAnswer */
function assertAws(request: HttpRequestLike, answer: HttpAnswer): void {
  const text = answer.body.toString('utf8');
  const target = request.headers['x-amz-target'];
  // Only of a text: the SDK warns of each read of a JSON body, which it keeps as bytes.
  const action = typeof request.body === 'string' ? new URLSearchParams(request.body).get('Action') : null;
  const isAws =
    target !== undefined
      ? isJsonAnswer(target, answer, text)
      : action !== null
        ? isQueryAnswer(action, answer, text)
        : isJsonObject(text);
  if (!isAws)
    throw new ForeignAnswer(request.hostname, { status: answer.status, type: header(answer, 'content-type') });
}

function header({ headers }: HttpAnswer, name: string): string {
  return headers[name] ?? '';
}

const isSuccess = ({ status }: HttpAnswer): boolean => status >= 200 && status < 300;

/** IAM and STS: XML whose root names the action, and a request id (https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html). */
function isQueryAnswer(action: string, answer: HttpAnswer, text: string): boolean {
  const [, root] = /^\s*(?:<\?xml[^>]*\?>\s*)?<([A-Za-z]+)[\s>/]/.exec(text) ?? [];
  const hasId = header(answer, 'x-amzn-requestid') !== '' || text.includes('<RequestId>');
  // A body without a length of its own may be cut off unnoticed.
  const isWhole = text.trimEnd().endsWith(`</${root}>`);
  if (!header(answer, 'content-type').includes('xml') || !hasId || !isWhole) return false;
  return isSuccess(answer) ? root === `${action}Response` : root === 'ErrorResponse' && answer.status >= 400;
}

/** Secrets Manager: a JSON object, and a request id (https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html). */
function isJsonAnswer(target: string, answer: HttpAnswer, text: string): boolean {
  const action = target.split('.').at(-1) ?? '';
  if (header(answer, 'x-amzn-requestid') === '') return false;
  if (text === '') return isSuccess(answer) && WITHOUT_BODY.includes(action);
  if (!header(answer, 'content-type').includes('json') || !isJsonObject(text)) return false;
  return isSuccess(answer) || answer.status >= 400;
}

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
