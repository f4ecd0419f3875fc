# Managing role, permissions boundary and, if wanted, GitHub's OIDC provider, a role for sweeping and permissions on secrets, for
# aws-ephemeral-credentials.
# The policies are those of ../policies; docs/permissions.md explains every statement.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  partition    = data.aws_partition.current.partition
  account_id   = data.aws_caller_identity.current.account_id
  iam          = "arn:${local.partition}:iam::${local.account_id}"
  leases       = "${local.iam}:user${var.lease_path}*"
  issuer       = "token.actions.githubusercontent.com"
  audience     = local.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"
  boundary_arn = var.boundary_policy_arn == null ? aws_iam_policy.boundary[0].arn : var.boundary_policy_arn

  allowed_policy_arns = coalesce(var.allowed_policy_arns, [
    "arn:${local.partition}:iam::aws:policy/ReadOnlyAccess",
    "${local.iam}:policy/github-actions/*",
  ])

  # Roles that look for and remove what others attached to a lease.
  cleaners = var.allow_rare_children ? concat([aws_iam_role.manager.name], aws_iam_role.sweeper[*].name) : []

  secrets = "arn:${local.partition}:secretsmanager:*:${local.account_id}:secret:${var.secret_prefix}*"
  key     = var.secret_key_id == null ? null : "arn:${local.partition}:kms:*:${local.account_id}:key/${var.secret_key_id}"
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_oidc_provider ? 1 : 0

  url            = "https://${local.issuer}"
  client_id_list = [local.audience]
}

resource "aws_iam_policy" "boundary" {
  count = var.boundary_policy_arn == null ? 1 : 0

  name        = "github-lease-boundary"
  description = "The most that a lease of aws-ephemeral-credentials can do, whatever is attached to it."
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ReadsThatJobsMayBeGiven"
        Effect = "Allow"
        Action = [
          "cloudwatch:Describe*",
          "cloudwatch:Get*",
          "cloudwatch:List*",
          "ec2:Describe*",
          "ecr:BatchGetImage",
          "ecr:Describe*",
          "ecr:GetAuthorizationToken",
          "ecr:GetDownloadUrlForLayer",
          "ecr:List*",
          "logs:Describe*",
          "logs:Get*",
          "s3:GetBucketLocation",
          "s3:ListAllMyBuckets",
        ]
        Resource = "*"
      },
      {
        Sid      = "NeverAnotherIdentity"
        Effect   = "Deny"
        Action   = ["iam:*", "sts:AssumeRole*", "sts:AssumeRoot", "sts:GetFederationToken", "sts:GetWebIdentityToken"]
        Resource = "*"
      },
      {
        Sid      = "NeverTheOrganization"
        Effect   = "Deny"
        Action   = ["account:*", "identitystore:*", "organizations:*", "sso:*"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "manager" {
  name                 = var.role_name
  description          = "Creates and deletes the IAM users that aws-ephemeral-credentials leases to jobs of GitHub Actions."
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "JobsOfTheseSubjects"
        Effect    = "Allow"
        Principal = { Federated = "${local.iam}:oidc-provider/${local.issuer}" }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = { "${local.issuer}:aud" = local.audience }
          StringLike   = { "${local.issuer}:sub" = var.subjects }
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "iam_user_leases" {
  name = "iam-user-leases"
  role = aws_iam_role.manager.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "CreateOnlyBoundedAndMarkedUsers"
        Effect   = "Allow"
        Action   = "iam:CreateUser"
        Resource = local.leases
        Condition = {
          StringEquals = {
            "iam:PermissionsBoundary"         = local.boundary_arn
            "aws:RequestTag/lease:managed-by" = "aws-ephemeral-credentials"
          }
        }
      },
      {
        Sid       = "MarkUsersAsTheyAreCreated"
        Effect    = "Allow"
        Action    = "iam:TagUser"
        Resource  = local.leases
        Condition = { StringEquals = { "aws:RequestTag/lease:managed-by" = "aws-ephemeral-credentials" } }
      },
      {
        Sid      = "MoveTheEndOfLeases"
        Effect   = "Allow"
        Action   = "iam:TagUser"
        Resource = local.leases
        Condition = {
          StringEquals                = { "aws:ResourceTag/lease:managed-by" = "aws-ephemeral-credentials" }
          "ForAllValues:StringEquals" = { "aws:TagKeys" = ["lease:expires-at"] }
          Null                        = { "aws:TagKeys" = "false" }
        }
      },
      {
        Sid      = "PutInlinePoliciesOnBoundedLeases"
        Effect   = "Allow"
        Action   = "iam:PutUserPolicy"
        Resource = local.leases
        Condition = {
          StringEquals = {
            "iam:PermissionsBoundary"          = local.boundary_arn
            "aws:ResourceTag/lease:managed-by" = "aws-ephemeral-credentials"
          }
        }
      },
      {
        Sid      = "AttachListedPoliciesToBoundedLeases"
        Effect   = "Allow"
        Action   = "iam:AttachUserPolicy"
        Resource = local.leases
        Condition = {
          StringEquals = {
            "iam:PermissionsBoundary"          = local.boundary_arn
            "aws:ResourceTag/lease:managed-by" = "aws-ephemeral-credentials"
          }
          ArnLike = { "iam:PolicyARN" = local.allowed_policy_arns }
        }
      },
      {
        Sid       = "GiveLeasesKeys"
        Effect    = "Allow"
        Action    = "iam:CreateAccessKey"
        Resource  = local.leases
        Condition = { StringEquals = { "aws:ResourceTag/lease:managed-by" = "aws-ephemeral-credentials" } }
      },
      {
        Sid    = "TakeLeasesDown"
        Effect = "Allow"
        Action = [
          "iam:DeleteAccessKey",
          "iam:DeleteUser",
          "iam:DeleteUserPolicy",
          "iam:DetachUserPolicy",
          "iam:ListAccessKeys",
          "iam:ListAttachedUserPolicies",
          "iam:ListGroupsForUser",
          "iam:ListUserPolicies",
        ]
        Resource  = local.leases
        Condition = { StringEquals = { "aws:ResourceTag/lease:managed-by" = "aws-ephemeral-credentials" } }
      },
      {
        Sid      = "LookWhoIsUnderThePath"
        Effect   = "Allow"
        Action   = "iam:GetUser"
        Resource = local.leases
      },
      {
        # IAM does not know path and tags of a user that does not exist: the resource is then the bare name.
        Sid    = "SeeThatALeaseIsGone"
        Effect = "Allow"
        Action = [
          "iam:GetUser",
          "iam:ListAccessKeys",
          "iam:ListAttachedUserPolicies",
          "iam:ListGroupsForUser",
          "iam:ListUserPolicies",
        ]
        Resource = "${local.iam}:user/gha-*"
      },
      {
        Sid      = "JoinAndLeaveGroups"
        Effect   = "Allow"
        Action   = ["iam:AddUserToGroup", "iam:RemoveUserFromGroup"]
        Resource = "${local.iam}:group${var.group_path}*"
      },
      {
        Sid      = "NeverMoveTheLastEnd"
        Effect   = "Deny"
        Action   = "iam:TagUser"
        Resource = "*"
        Condition = {
          Null = {
            "aws:RequestTag/lease:max-expires-at"  = "false"
            "aws:ResourceTag/lease:max-expires-at" = "false"
          }
          # IAM's variable, not Terraform's.
          StringNotEquals = { "aws:RequestTag/lease:max-expires-at" = "$${aws:ResourceTag/lease:max-expires-at}" }
        }
      },
      {
        Sid      = "NeverTouchABoundary"
        Effect   = "Deny"
        Action   = ["iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "secret_sync" {
  count = var.secret_shape == null ? 0 : 1

  name = "secret-sync"
  role = aws_iam_role.manager.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "ReadSecretsUnderOnePrefix"
          Effect   = "Allow"
          Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
          Resource = local.secrets
        },
        {
          Sid    = "WriteSecretsUnderOnePrefix"
          Effect = "Allow"
          Action = [
            "secretsmanager:CreateSecret",
            "secretsmanager:PutSecretValue",
            "secretsmanager:TagResource",
            "secretsmanager:UpdateSecret",
          ]
          Resource = local.secrets
        },
      ],
      [for shape in ["per-key"] : {
        Sid      = "ListSecretsAndReadThemByTwenties"
        Effect   = "Allow"
        Action   = ["secretsmanager:BatchGetSecretValue", "secretsmanager:ListSecrets"]
        Resource = "*"
      } if var.secret_shape == shape],
      [for id in compact([var.prune_repository_id]) : {
        Sid       = "DeleteOnlyWhatThisRepositorySynced"
        Effect    = "Allow"
        Action    = "secretsmanager:DeleteSecret"
        Resource  = local.secrets
        Condition = { StringLike = { "aws:ResourceTag/sync:owner" = "repo:${id}/*" } }
      } if var.secret_shape == "per-key"],
      [for wanted in [var.restore_secrets] : {
        Sid      = "RestoreDeletedSecrets"
        Effect   = "Allow"
        Action   = "secretsmanager:RestoreSecret"
        Resource = local.secrets
      } if wanted],
      [for wanted in [var.copy_secrets] : {
        Sid      = "CopySecretsToOtherRegions"
        Effect   = "Allow"
        Action   = ["secretsmanager:RemoveRegionsFromReplication", "secretsmanager:ReplicateSecretToRegions"]
        Resource = local.secrets
      } if wanted],
      [for key in compact([local.key]) : {
        Sid       = "UseAnOwnKeyThroughSecretsManager"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"]
        Resource  = key
        Condition = { StringLike = { "kms:ViaService" = "secretsmanager.*.${data.aws_partition.current.dns_suffix}" } }
      }],
    )
  })
}

resource "aws_iam_role" "sweeper" {
  count = var.sweep_subject == null ? 0 : 1

  name                 = var.sweep_role_name
  description          = "Deletes leases of aws-ephemeral-credentials that were left behind, and can do nothing else."
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "JobsOfOneBranch"
        Effect    = "Allow"
        Principal = { Federated = "${local.iam}:oidc-provider/${local.issuer}" }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = {
            "${local.issuer}:aud" = local.audience
            "${local.issuer}:sub" = var.sweep_subject
          }
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "sweep" {
  count = var.sweep_subject == null ? 0 : 1

  name = "sweep"
  role = aws_iam_role.sweeper[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "FindLeasesAndCountUsers"
        Effect   = "Allow"
        Action   = ["iam:GetAccountSummary", "iam:ListUsers"]
        Resource = "*"
      },
      {
        Sid      = "SweeperLooksWhoIsUnderThePath"
        Effect   = "Allow"
        Action   = "iam:GetUser"
        Resource = local.leases
      },
      {
        Sid    = "SweeperTakesLeasesDown"
        Effect = "Allow"
        Action = [
          "iam:DeleteAccessKey",
          "iam:DeleteUser",
          "iam:DeleteUserPolicy",
          "iam:DetachUserPolicy",
          "iam:ListAccessKeys",
          "iam:ListAttachedUserPolicies",
          "iam:ListGroupsForUser",
          "iam:ListUserPolicies",
        ]
        Resource  = local.leases
        Condition = { StringEquals = { "aws:ResourceTag/lease:managed-by" = "aws-ephemeral-credentials" } }
      },
      {
        Sid    = "SweeperSeesThatALeaseIsGone"
        Effect = "Allow"
        Action = [
          "iam:GetUser",
          "iam:ListAccessKeys",
          "iam:ListAttachedUserPolicies",
          "iam:ListGroupsForUser",
          "iam:ListUserPolicies",
        ]
        Resource = "${local.iam}:user/gha-*"
      },
      {
        Sid      = "SweeperTakesLeasesOutOfGroups"
        Effect   = "Allow"
        Action   = "iam:RemoveUserFromGroup"
        Resource = "${local.iam}:group${var.group_path}*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "rare_children" {
  count = length(local.cleaners)

  name = "rare-children"
  role = local.cleaners[count.index]
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "FindAndRemoveRareChildren"
        Effect = "Allow"
        Action = [
          "iam:DeactivateMFADevice",
          "iam:DeleteLoginProfile",
          "iam:DeleteServiceSpecificCredential",
          "iam:DeleteSigningCertificate",
          "iam:DeleteSSHPublicKey",
          "iam:GetLoginProfile",
          "iam:ListMFADevices",
          "iam:ListServiceSpecificCredentials",
          "iam:ListSigningCertificates",
          "iam:ListSSHPublicKeys",
        ]
        Resource  = local.leases
        Condition = { StringEquals = { "aws:ResourceTag/lease:managed-by" = "aws-ephemeral-credentials" } }
      },
      {
        Sid      = "DeleteVirtualMFADevices"
        Effect   = "Allow"
        Action   = "iam:DeleteVirtualMFADevice"
        Resource = "${local.iam}:mfa/gha-*"
      },
    ]
  })
}
