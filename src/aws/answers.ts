import { HttpResponse } from '@smithy/core/protocols';
import { ForeignAnswer } from './faults.ts';
import { type HttpAnswer, type HttpRequestLike, type HttpSettings, httpClient } from './http.ts';

/** Most answers have some kilobytes; a page of users or secrets has some hundred. */
const MAX_BODY_BYTES = 10 * 2 ** 20;
/** Actions whose answer has no body (AWS: API_TagResource of Secrets Manager). */
const WITHOUT_BODY = ['TagResource', 'UntagResource'];

/**
 * The HTTP handler of all SDK clients. It passes on only answers of AWS. The SDK itself accepts any answer with status 200, for example
 * the page of a captive portal, and returns a result without fields.
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
  // Only for a string: the SDK prints a warning when a JSON body, which is bytes, is converted.
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
  // Without a Content-Length, Node does not notice that a body was cut off.
  const isWhole = text.trimEnd().endsWith(`</${root}>`);
  if (!header(answer, 'content-type').includes('xml') || !hasId || !isWhole) return false;
  return isSuccess(answer) ? root === `${action}Response` : root === 'ErrorResponse' && answer.status >= 400;
}

/**
 * Secrets Manager: a JSON object, and a request id (https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html).
 * The content type does not count: a page is no JSON object, and moto sends its JSON as text/html.
 */
function isJsonAnswer(target: string, answer: HttpAnswer, text: string): boolean {
  const action = target.split('.').at(-1) ?? '';
  if (header(answer, 'x-amzn-requestid') === '') return false;
  if (text === '') return isSuccess(answer) && WITHOUT_BODY.includes(action);
  return isJsonObject(text) && (isSuccess(answer) || answer.status >= 400);
}

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
