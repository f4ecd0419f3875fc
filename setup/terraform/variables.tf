variable "subjects" {
  description = "The `sub` claims that may assume the role, as GitHub sends them, such as \"repo:OWNER@OWNER_ID/REPO@REPO_ID:ref:refs/heads/main\" or, in a repository from before July 2026, \"repo:OWNER/REPO:environment:production\". * stands for any text."
  type        = list(string)

  validation {
    condition     = length(var.subjects) > 0 && alltrue([for subject in var.subjects : can(regex("^repo:[^*?/:]+/[^*?:]+:.+$", subject))])
    error_message = "Name at least one subject; each must begin with repo:OWNER/REPO: and may hold a * only after that."
  }
}

variable "create_oidc_provider" {
  description = "An account has at most one OIDC provider for GitHub. Say false if yours exists already."
  type        = bool
  default     = true
}

variable "boundary_policy_arn" {
  description = "Your own permissions boundary. Null creates the example, which reads a few services."
  type        = string
  default     = null
}

variable "allowed_policy_arns" {
  description = "The managed policies that a lease may be given; * stands for any text. Null allows AWS's ReadOnlyAccess and your own policies with the path /github-actions/."
  type        = list(string)
  default     = null
}

variable "sweep_subject" {
  description = "The `sub` claim of the workflow that sweeps: one branch, such as \"repo:OWNER@OWNER_ID/REPO@REPO_ID:ref:refs/heads/main\" (a scheduled workflow runs on the default branch). It gets a role that can delete leases and nothing else. Null creates none."
  type        = string
  default     = null

  validation {
    condition     = var.sweep_subject == null || can(regex("^repo:[^*?/:]+/[^*?:]+:ref:refs/heads/[^*?]+$", var.sweep_subject))
    error_message = "One branch, without any *: repo:OWNER@OWNER_ID/REPO@REPO_ID:ref:refs/heads/main"
  }
}

variable "secret_shape" {
  description = "The `mode` in which the managing role may sync secrets: \"json\" or \"per-key\". Null: it may not."
  type        = string
  default     = null

  validation {
    condition     = var.secret_shape == null || can(regex("^(json|per-key)$", var.secret_shape))
    error_message = "json, per-key or null."
  }
}

variable "secret_prefix" {
  description = "Synced secrets have names that begin so."
  type        = string
  default     = "github/"

  validation {
    condition     = can(regex("^[0-9A-Za-z_/+=.@-]+$", var.secret_prefix))
    error_message = "Letters, digits and /_+=.@- as in names of secrets; not empty, and no *."
  }
}

variable "prune_repository_id" {
  description = "For `prune` with `mode: per-key`, the number of the repository whose secrets may be deleted (gh api repos/OWNER/REPO --jq .id). Null allows no deleting."
  type        = string
  default     = null

  validation {
    condition     = var.prune_repository_id == null || can(regex("^[0-9]+$", var.prune_repository_id))
    error_message = "The repository's number."
  }
}

variable "restore_secrets" {
  description = "May the sync restore a secret that is scheduled for deletion?"
  type        = bool
  default     = true
}

variable "copy_secrets" {
  description = "May the sync copy secrets to other regions (`replica-regions`)?"
  type        = bool
  default     = false
}

variable "secret_key_id" {
  description = "Id of the KMS key of this account that the secrets are under. Null = the default key, which needs no permission."
  type        = string
  default     = null

  validation {
    condition     = var.secret_key_id == null || can(regex("^(mrk-)?[0-9a-f-]{32,36}$", var.secret_key_id))
    error_message = "A key's id; neither an alias nor an ARN."
  }
}

variable "allow_rare_children" {
  description = "May the roles remove what the action never makes (MFA devices, SSH keys, certificates, login profiles)?"
  type        = bool
  default     = false
}

variable "role_name" {
  description = "Name of the managing role."
  type        = string
  default     = "github-lease-manager"
}

variable "sweep_role_name" {
  description = "Name of the sweeper's role."
  type        = string
  default     = "github-lease-sweeper"
}

variable "lease_path" {
  description = "Leases live under this IAM path, and nothing else should. It must hold the action's input `iam-path`."
  type        = string
  default     = "/github-actions/"

  validation {
    condition     = can(regex("^/([A-Za-z0-9._-]+/)+$", var.lease_path))
    error_message = "The path begins and ends with a slash and is not the root."
  }
}

variable "group_path" {
  description = "Leases may join the groups under this IAM path and no others."
  type        = string
  default     = "/github-actions/"

  validation {
    condition     = can(regex("^/([A-Za-z0-9._-]+/)+$", var.group_path))
    error_message = "The path begins and ends with a slash and is not the root."
  }
}
