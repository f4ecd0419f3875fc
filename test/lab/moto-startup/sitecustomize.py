"""Runs inside moto_server before anything else (it is on its PYTHONPATH): lets moto know some of AWS's managed policies.

moto knows all 1,500 or none. All of them cost a second at every reset, and tests reset moto before each test.
"""

import json
import os

KNOWN = [
    "AdministratorAccess",
    "AmazonDynamoDBFullAccess",
    "AmazonDynamoDBReadOnlyAccess",
    "AmazonEC2FullAccess",
    "AmazonEC2ReadOnlyAccess",
    "AmazonECS_FullAccess",
    "AmazonRDSReadOnlyAccess",
    "AmazonS3FullAccess",
    "AmazonS3ReadOnlyAccess",
    "AmazonSNSReadOnlyAccess",
    "AmazonSQSFullAccess",
    "AmazonSQSReadOnlyAccess",
    "AmazonSSMReadOnlyAccess",
    "AWSCloudFormationFullAccess",
    "AWSCloudFormationReadOnlyAccess",
    "AWSLambda_FullAccess",
    "AWSLambda_ReadOnlyAccess",
    "CloudFrontReadOnlyAccess",
    "CloudWatchReadOnlyAccess",
    "IAMFullAccess",
    "IAMReadOnlyAccess",
    "PowerUserAccess",
    "ReadOnlyAccess",
    "SecretsManagerReadWrite",
    "SecurityAudit",
    "ViewOnlyAccess",
]


def keep_known_policies():
    from moto.iam import models

    every = json.loads(models.aws_managed_policies_data)
    missing = [name for name in KNOWN if name not in every]
    if missing:
        raise LookupError(f"moto does not know the managed policies {missing}")
    models.aws_managed_policies_data = json.dumps({name: every[name] for name in KNOWN})


if os.environ.get("MOTO_IAM_LOAD_MANAGED_POLICIES") == "true":
    try:
        keep_known_policies()
    except ImportError:
        pass  # Another Python on the way to moto's own, such as a version manager's.
