import type { OidcIssuer } from '../lab/oidc.ts';

/** A token of the laboratory's issuer, as a kubelet would put one into a file. */
export async function fetchToken(oidc: OidcIssuer): Promise<string> {
  const response = await fetch(`${oidc.requestUrl}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${oidc.requestToken}` },
  });
  const { value } = (await response.json()) as { value: string };
  return value;
}
