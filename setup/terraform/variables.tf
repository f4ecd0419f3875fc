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
  description = "The managed policies that a lease may be given; * stands for any text. Null allows AWS's ReadOnlyAccess."
  type        = list(string)
  default     = null
}

variable "allow_sweep" {
  description = "May the role list users, as one needs that looks for leases left behind?"
  type        = bool
  default     = false
}

variable "allow_rare_children" {
  description = "May the role remove what the action never makes (MFA devices, SSH keys, certificates, login profiles)?"
  type        = bool
  default     = false
}

variable "role_name" {
  description = "Name of the managing role."
  type        = string
  default     = "github-lease-manager"
}

variable "lease_path" {
  description = "Leases live under this IAM path, and nothing else should. It must hold the action's input `iam-path`."
  type        = string
  default     = "/github-actions/"

  validation {
    condition     = can(regex("^/([!-.0-~]+/)+$", var.lease_path))
    error_message = "The path begins and ends with a slash and is not the root."
  }
}

variable "group_path" {
  description = "Leases may join the groups under this IAM path and no others."
  type        = string
  default     = "/github-actions/"

  validation {
    condition     = can(regex("^/([!-.0-~]+/)+$", var.group_path))
    error_message = "The path begins and ends with a slash and is not the root."
  }
}
