// A path is enough for the emulator to list; it takes the service's name from the Authorization header and checks no signature.
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=assert/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0';

/** ARNs of the IAM users that exist under the input `iam-path` at the input `iam-endpoint`. */
export async function usersUnderPath() {
  const PathPrefix = process.env['INPUT_IAM-PATH'];
  const response = await fetch(process.env['INPUT_IAM-ENDPOINT'], {
    method: 'POST',
    headers: { authorization: AUTHORIZATION, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Action: 'ListUsers', Version: '2010-05-08', PathPrefix, MaxItems: '1000' }),
    signal: AbortSignal.timeout(10_000),
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`ListUsers answered ${response.status}: ${body.slice(0, 500)}`);
  if (!body.includes('<ListUsersResponse')) throw new Error(`That is no answer of IAM: ${body.slice(0, 500)}`);
  return [...body.matchAll(/<Arn>([^<]+)<\/Arn>/g)].map(([, arn]) => arn);
}

/** Fails the job with `message`. */
export function fail(message) {
  console.log(`::error title=Self-test::${message}`);
  process.exitCode = 1;
}
