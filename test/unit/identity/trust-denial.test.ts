import { describe, expect, it } from '@jest/globals';
import { trustDenial } from '../../../src/identity/trust-denial.ts';
import { awsError } from '../../support/fakes/aws-error.ts';
import { jwt } from '../../support/fakes/identity.ts';

describe('the denial of a token', () => {
  it('names the provider of the token and the partition of the role', () => {
    const token = jwt({ iss: 'https://ghe.example.com/_services/token', sub: 's', aud: 'sts.amazonaws.com.cn' });
    const { remedy } = trustDenial(token, 'arn:aws-cn:iam::123456789012:role/r', awsError('AccessDenied'));
    expect(remedy).toContain('arn:aws-cn:iam::123456789012:oidc-provider/ghe.example.com/_services/token');
    expect(remedy).toContain('"ghe.example.com/_services/token:sub": "s"');
  });

  it('still shows a statement when token and role cannot be read', () => {
    const { message, remedy } = trustDenial('opaque', 'role', awsError('AccessDenied'));
    expect(message).toContain('Assuming role with a web identity token was denied');
    expect(remedy).toContain('arn:aws:iam::ACCOUNT_ID:oidc-provider/token.actions.githubusercontent.com');
  });

  it('shows only claims that trust policies use', () => {
    const { message } = trustDenial(
      jwt({ sub: 's', actor: 'mona', jti: 'j-1' }),
      'arn:aws:iam::123456789012:role/r',
      awsError('AccessDenied'),
    );
    expect(message).toContain('sub: s');
    expect(message).not.toMatch(/mona|j-1/);
  });
});
