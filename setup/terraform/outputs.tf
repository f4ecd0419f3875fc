output "role_to_assume" {
  description = "The action's input `role-to-assume`."
  value       = aws_iam_role.manager.arn
}

output "permissions_boundary_arn" {
  description = "The action's input `permissions-boundary-arn`."
  value       = local.boundary_arn
}

output "sweep_role_to_assume" {
  description = "The input `role-to-assume` of `/sweep`; null when there is no sweeper."
  value       = one(aws_iam_role.sweeper[*].arn)
}
