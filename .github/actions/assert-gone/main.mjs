import { fail, usersUnderPath } from './iam.mjs';

const users = await usersUnderPath();
if (users.length > 0) fail(`Not a clean start, these users exist already: ${users.join(', ')}`);
else
  console.log(
    'No user under the path yet. The post of this step looks again, after the post of the action under test.',
  );
