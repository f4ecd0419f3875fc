// A later step for machines without the AWS CLI: prints the identity of the credentials in the environment.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const [endpoint = ''] = process.argv.slice(2);
try {
  const { Arn, Account } = await new STSClient({ endpoint }).send(new GetCallerIdentityCommand({}));
  process.stdout.write(`${JSON.stringify({ Account, Arn }, null, 2)}\n`);
} catch (error) {
  const { name, message } = error as Error;
  process.stdout.write(`An error occurred (${name}) when calling GetCallerIdentity: ${message}\n`);
  process.exitCode = 1;
}
