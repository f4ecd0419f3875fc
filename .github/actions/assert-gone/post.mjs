import { fail, usersUnderPath } from './iam.mjs';

// Without this, a lease that was never made would pass as a lease that was taken away.
const seen = process.env.SELF_TEST_USER_ARN;
const left = await usersUnderPath();
const stillSet = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_EPHEMERAL_LEASE_ID'].filter(
  (name) => process.env[name],
);

if (!seen) fail('The job never saw its lease, so its absence proves nothing.');
if (left.length > 0) fail(`The post of the action left IAM users behind: ${left.join(', ')}`);
if (stillSet.length > 0) fail(`The post of the action left variables behind: ${stillSet.join(', ')}`);
if (process.exitCode === undefined)
  console.log(`${seen} existed during the job and is gone, and so are its variables.`);
