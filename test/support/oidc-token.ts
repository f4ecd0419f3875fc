import type { OidcIssuer } from '../lab/oidc.ts';

/** Requests a token of the laboratory's issuer, as an action does. */
export async function fetchToken(oidc: OidcIssuer, audience = 'sts.amazonaws.com'): Promise<string> {
  const response = await fetch(`${oidc.requestUrl}&audience=${audience}`, {
    headers: { authorization: `Bearer ${oidc.requestToken}` },
  });
  const { value } = (await response.json()) as { value: string };
  return value;
}
