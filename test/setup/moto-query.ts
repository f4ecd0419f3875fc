/** A call of a service's Query protocol, for services whose client this project does not have. */
export type Query = {
  readonly service: string;
  readonly region: string;
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
};

const VERSIONS: Readonly<Record<string, string>> = {
  cloudformation: '2010-05-15',
  iam: '2010-05-08',
  sts: '2011-06-15',
};

/** Calls moto itself, which reads only service and region from the signature. */
export async function queryMoto(url: string, query: Query): Promise<{ ok: boolean; body: string }> {
  const { service, region, action, params } = query;
  const scope = `laboratory/20260101/${region}/${service}/aws4_request`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none` },
    body: new URLSearchParams({ Action: action, Version: VERSIONS[service] ?? '', ...params }),
  });
  return { ok: response.ok, body: await response.text() };
}
