#!/usr/bin/env bash
# Sets up an AWS account for aws-ephemeral-credentials with the AWS CLI alone: GitHub's OIDC provider, the permissions boundary, the
# managing role and, if asked for, the sweeper's role and permissions on secrets. The policies are those of ./policies;
# docs/permissions.md explains every statement.
#
#   SUBJECTS='repo:OWNER@OWNER_ID/REPO@REPO_ID:ref:refs/heads/main' setup/aws-cli.sh
#
# It can be run again: roles and their policies are brought to what is asked for. A provider or boundary that exists is left as it is,
# and nothing is deleted.
#
# SUBJECTS             sub claims that may assume the managing role, one a line; * stands for any text
# SWEEP_SUBJECT        sub claim that may assume the sweeper's role: one branch. Empty: no such role
# BOUNDARY_POLICY_ARN  your own permissions boundary. Empty: the example
# BUCKET               the bucket that the example lets leases write to. Empty: none
# ALLOWED_POLICY_ARNS  managed policies that a lease may be given, one a line; * stands for any text. Empty: ReadOnlyAccess and your own
#                      policies with the path /github-actions/
# SECRET_SHAPE         json or per-key: the mode in which the managing role may sync secrets. Empty: it may not
# SECRET_PREFIX        what the names of synced secrets begin with (github/)
# PRUNE_REPOSITORY_ID  per-key with prune: the number of the repository whose secrets may be deleted
# RESTORE_SECRETS      true or false: restore secrets that are scheduled for deletion (true)
# COPY_SECRETS         true or false: copy secrets to other regions (false)
# SECRET_KEY_ID        id of the KMS key of this account that the secrets are under. Empty: the default key
# ALLOW_RARE_CHILDREN  true or false: remove what others attached to a lease, such as an MFA device (false)
# ROLE_NAME, SWEEP_ROLE_NAME, LEASE_PATH, GROUP_PATH
#                      other names than github-lease-manager, github-lease-sweeper and /github-actions/
set -euo pipefail

sweep_subject=${SWEEP_SUBJECT:-}
boundary_arn=${BOUNDARY_POLICY_ARN:-}
bucket=${BUCKET:-}
shape=${SECRET_SHAPE:-}
prefix=${SECRET_PREFIX:-github/}
repository_id=${PRUNE_REPOSITORY_ID:-}
key_id=${SECRET_KEY_ID:-}
role_name=${ROLE_NAME:-github-lease-manager}
sweep_role_name=${SWEEP_ROLE_NAME:-github-lease-sweeper}
lease_path=${LEASE_PATH:-/github-actions/}
group_path=${GROUP_PATH:-/github-actions/}

issuer=token.actions.githubusercontent.com
boundary_name=github-lease-boundary
policies=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/policies

fail() {
  echo "$1" >&2
  exit 1
}

# The lines of a text as a JSON list, each of which must match a pattern.
json_list() {
  local line list=
  while IFS= read -r line; do
    [[ -z $line ]] && continue
    [[ $line =~ $2 ]] || fail "Not usable: $line"
    list="$list${list:+, }\"$line\""
  done <<<"$1"
  echo "[$list]"
}

# Refuses characters that end a JSON string or are special to sed.
plain='[^]["\|&]'
subjects=$(json_list "${SUBJECTS:-}" "^repo:[^*?/:\"]+/[^*?:\"]+:$plain+\$")
[[ $subjects != '[]' ]] || fail 'Set SUBJECTS to one sub claim at least, such as repo:OWNER@OWNER_ID/REPO@REPO_ID:ref:refs/heads/main'
sweep_subjects=$(json_list "$sweep_subject" '^repo:[^*?/:"]+/[^*?:"]+:ref:refs/heads/[^*?"\]+$')
allowed=$(json_list "${ALLOWED_POLICY_ARNS:-}" "^arn:$plain+\$")
[[ $shape =~ ^(json|per-key)?$ ]] || fail "SECRET_SHAPE is json, per-key or empty, not $shape"
[[ $prefix =~ ^[0-9A-Za-z_/+=.@-]+$ ]] || fail "Not the beginning of a secret's name: $prefix"
[[ $key_id =~ ^[0-9a-z-]*$ ]] || fail "Not the id of a key: $key_id"
[[ $repository_id =~ ^[0-9]*$ ]] || fail "Not the number of a repository: $repository_id"
[[ $bucket =~ ^[0-9a-z.-]*$ ]] || fail "Not a bucket: $bucket"
for path in "$lease_path" "$group_path"; do
  [[ $path =~ ^/([0-9A-Za-z_+=,.@-]+/)+$ ]] || fail "Not a path below the root: $path"
done

# Account and partition are those of the caller.
caller=$(aws sts get-caller-identity --query Arn --output text)
IFS=: read -r _ partition _ _ account _ <<<"$caller"
suffix=amazonaws.com
[[ $partition == aws-cn ]] && suffix=amazonaws.com.cn
iam="arn:$partition:iam::$account"
provider_arn="$iam:oidc-provider/$issuer"
[[ -n $boundary_arn ]] || { boundary_arn="$iam:policy/$boundary_name" && make_boundary=true; }

# A policy of ./policies with this account's values, and without the statements named after it. Statements stand between lines of
# four blanks and a brace; the commas between the remaining ones are written again.
policy() {
  local file="$policies/$1.json"
  shift
  awk -v dropped=" $* " '
    /^    \{$/ { block = $0; inside = 1; next }
    inside && /^      "Sid":/ { split($0, part, "\""); sid = part[4] }
    inside && /^    \},?$/ {
      inside = 0
      if (!index(dropped, " " sid " ")) { printf "%s%s\n    }", separator, block; separator = ",\n" }
      next
    }
    inside { block = block "\n" $0; next }
    /^  \]$/ { print "" }
    { print }' "$file" | filled
}

filled() {
  local listed=()
  [[ $allowed == "[]" ]] || listed=(-e "s|\"iam:PolicyARN\": .*|\"iam:PolicyARN\": $allowed|")
  sed ${listed[@]+"${listed[@]}"} \
    -e "s|arn:aws:iam::ACCOUNT_ID:policy/$boundary_name|$boundary_arn|" \
    -e "s|:user/github-actions/|:user$lease_path|; s|:group/github-actions/|:group$group_path|" \
    -e "s|:secret:github/|:secret:$prefix|; s|/KEY_ID|/$key_id|; s|repo:REPO_ID/|repo:$repository_id/|" \
    -e "s|secretsmanager\.\*\.amazonaws\.com|secretsmanager.*.$suffix|" \
    -e "s|:::BUCKET|:::$bucket|g; s|arn:aws:|arn:$partition:|g; s|ACCOUNT_ID|$account|g"
}

# Who may assume a role: jobs whose token has one of these subjects, as they are (`,` between audience and subject) or with a * in them.
like=' }, "StringLike": {'
trust() {
  cat <<JSON
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "$1",
      "Effect": "Allow",
      "Principal": { "Federated": "$provider_arn" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "$issuer:aud": "sts.$suffix"$2 "$issuer:sub": $3 }
      }
    }
  ]
}
JSON
}

# Creates a role, or changes whom it trusts.
role() {
  if aws iam get-role --role-name "$1" >/dev/null 2>&1; then
    aws iam update-assume-role-policy --role-name "$1" --policy-document "$3"
  else
    aws iam create-role --role-name "$1" --description "$2" --max-session-duration 3600 --assume-role-policy-document "$3" >/dev/null
  fi
}

put() {
  aws iam put-role-policy --role-name "$1" --policy-name "$2" --policy-document "$3"
}

if ! aws iam get-open-id-connect-provider --open-id-connect-provider-arn "$provider_arn" >/dev/null 2>&1; then
  aws iam create-open-id-connect-provider --url "https://$issuer" --client-id-list "sts.$suffix" >/dev/null
fi

if [[ ${make_boundary:-} == true ]] && ! aws iam get-policy --policy-arn "$boundary_arn" >/dev/null 2>&1; then
  without=()
  [[ -n $bucket ]] || without=(WritesThatJobsMayBeGiven)
  aws iam create-policy --policy-name "$boundary_name" --policy-document "$(policy boundary-example ${without[@]+"${without[@]}"})" >/dev/null
fi

role "$role_name" 'Creates and deletes the IAM users that aws-ephemeral-credentials leases to jobs of GitHub Actions.' \
  "$(trust JobsOfTheseSubjects "$like" "$subjects")"
put "$role_name" iam-user-leases "$(policy manager-iam-user)"

if [[ -n $shape ]]; then
  without=()
  [[ -n $repository_id ]] || without=(DeleteOnlyWhatThisRepositorySynced)
  put "$role_name" secret-sync "$(policy "manager-secrets-$shape" ${without[@]+"${without[@]}"})"
  without=()
  [[ ${RESTORE_SECRETS:-true} == true ]] || without+=(RestoreDeletedSecrets)
  [[ ${COPY_SECRETS:-false} == true ]] || without+=(CopySecretsToOtherRegions)
  [[ -n $key_id ]] || without+=(UseAnOwnKeyThroughSecretsManager)
  # A policy needs at least one statement.
  [[ ${#without[@]} == 3 ]] || put "$role_name" secret-sync-optional "$(policy manager-secrets-optional ${without[@]+"${without[@]}"})"
fi

if [[ -n $sweep_subject ]]; then
  role "$sweep_role_name" 'Deletes leases of aws-ephemeral-credentials that were left behind, and can do nothing else.' \
    "$(trust JobsOfOneBranch , "$sweep_subjects")"
  put "$sweep_role_name" sweep "$(policy manager-sweep)"
fi

if [[ ${ALLOW_RARE_CHILDREN:-false} == true ]]; then
  put "$role_name" rare-children "$(policy manager-iam-user-optional)"
  [[ -z $sweep_subject ]] || put "$sweep_role_name" rare-children "$(policy manager-iam-user-optional)"
fi

echo "role-to-assume: $iam:role/$role_name"
echo "permissions-boundary-arn: $boundary_arn"
[[ -z $sweep_subject ]] || echo "role-to-assume of /sweep: $iam:role/$sweep_role_name"
