// A later step with the SDK: prints the job's identity and the value of a secret. LEASE_* are credentials for the constructor.
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const { LEASE_ACCESS_KEY_ID, LEASE_SECRET_ACCESS_KEY = '', LEASE_SESSION_TOKEN = '' } = process.env;
const credentials = {
  accessKeyId: LEASE_ACCESS_KEY_ID ?? '',
  secretAccessKey: LEASE_SECRET_ACCESS_KEY,
  sessionToken: LEASE_SESSION_TOKEN,
};
const given = LEASE_ACCESS_KEY_ID === undefined ? {} : { credentials };
const { Arn: arn } = await new STSClient(given).send(new GetCallerIdentityCommand({}));
const command = new GetSecretValueCommand({ SecretId: 'greeting' });
const { SecretString: secret } = await new SecretsManagerClient(given).send(command);
process.stdout.write(JSON.stringify({ arn, secret }));
