# Managing role, permissions boundary and (if wanted) GitHub's OIDC provider for aws-ephemeral-credentials.
# The policies are those of ../policies; docs/permissions.md explains every statement.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  partition    = data.aws_partition.current.partition
  iam          = "arn:${local.partition}:iam::${data.aws_caller_identity.current.account_id}"
  leases       = "${local.iam}:user${var.lease_path}*"
  issuer       = "token.actions.githubusercontent.com"
  audience     = local.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"
  boundary_arn = var.boundary_policy_arn == null ? aws_iam_policy.boundary[0].arn : var.boundary_policy_arn

  allowed_policy_arns = coalesce(var.allowed_policy_arns, ["arn:${local.partition}:iam::aws:policy/ReadOnlyAccess"])
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
        Sid      = "TagWithoutChangingTheMark"
        Effect   = "Allow"
        Action   = "iam:TagUser"
        Resource = local.leases
        Condition = {
          StringEqualsIfExists = { "aws:RequestTag/lease:managed-by" = "aws-ephemeral-credentials" }
        }
      },
      {
        Sid       = "PutInlinePoliciesOnBoundedUsers"
        Effect    = "Allow"
        Action    = "iam:PutUserPolicy"
        Resource  = local.leases
        Condition = { StringEquals = { "iam:PermissionsBoundary" = local.boundary_arn } }
      },
      {
        Sid      = "AttachListedPoliciesToBoundedUsers"
        Effect   = "Allow"
        Action   = "iam:AttachUserPolicy"
        Resource = local.leases
        Condition = {
          StringEquals = { "iam:PermissionsBoundary" = local.boundary_arn }
          ArnLike      = { "iam:PolicyARN" = local.allowed_policy_arns }
        }
      },
      {
        Sid    = "KeysReadsAndRemoval"
        Effect = "Allow"
        Action = [
          "iam:CreateAccessKey",
          "iam:DeleteAccessKey",
          "iam:DeleteUser",
          "iam:DeleteUserPolicy",
          "iam:DetachUserPolicy",
          "iam:GetUser",
          "iam:ListAccessKeys",
          "iam:ListAttachedUserPolicies",
          "iam:ListGroupsForUser",
          "iam:ListUserPolicies",
        ]
        Resource = local.leases
      },
      {
        # For a user that does not exist IAM knows no path, and asks whether the bare name may be looked at.
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
        Sid      = "NeverTouchABoundary"
        Effect   = "Deny"
        Action   = ["iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "sweep" {
  count = var.allow_sweep ? 1 : 0

  name = "sweep"
  role = aws_iam_role.manager.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "FindLeasesAndCountUsers"
        Effect   = "Allow"
        Action   = ["iam:GetAccountSummary", "iam:ListUsers"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "rare_children" {
  count = var.allow_rare_children ? 1 : 0

  name = "rare-children"
  role = aws_iam_role.manager.id
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
        Resource = local.leases
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
