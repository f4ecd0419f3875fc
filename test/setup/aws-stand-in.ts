// A fake AWS CLI for the tests of setup/aws-cli.sh, which so run on machines without the AWS CLI. It calls moto at
// AWS_ENDPOINT_URL with the parameters of the command line, and knows only what the script needs.
import { queryMoto } from './moto-query.ts';

const [service = '', command = '', ...options] = process.argv.slice(2);
/** Options of the CLI, which the service does not know. */
const OWN = ['query', 'output'];

function camel(words: string): string {
  const joined = words.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return joined.replace('OpenIdConnect', 'OpenIDConnect').replace('ClientIdList', 'ClientIDList.member.1');
}

const given = options.flatMap((option, index): [string, string][] =>
  option.startsWith('--') ? [[option.slice(2), options[index + 1] ?? '']] : [],
);
const params = given.filter(([name]) => !OWN.includes(name)).map(([name, value]) => [camel(name), value] as const);
const { ok, body } = await queryMoto(process.env.AWS_ENDPOINT_URL ?? '', {
  service,
  region: process.env.AWS_REGION ?? '',
  action: camel(command),
  params: Object.fromEntries(params),
});
if (!ok) {
  process.stderr.write(`${body}\n`);
  process.exitCode = 254;
}
const wanted = Object.fromEntries(given).query;
if (ok && wanted !== undefined) process.stdout.write(`${new RegExp(`<${wanted}>([^<]*)`).exec(body)?.[1]}\n`);
