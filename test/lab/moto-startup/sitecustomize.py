"""Runs inside moto_server before anything else (it is on its PYTHONPATH): loads some of AWS's managed policies into moto, and
lets it serve several requests about secrets at once.

moto loads all 1,500 or none. All of them cost a second at every reset, and tests reset moto before each test.
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


def let_secrets_be_made_at_once():
    """moto looks a secret up by iterating over all of them, and fails (500) where another request adds one meanwhile."""
    from moto.secretsmanager import models

    store = models.SecretsStore
    name_of = models.get_secret_name_from_partial_arn

    def found(self, key):
        return next((each for each in list(dict.values(self)) if key in (each.arn, each.name)), None)

    def pop(self, key):
        secret = found(self, key)
        return dict.pop(self, name_of(key if secret is None else secret.name), None)

    store.__getitem__ = lambda self, key: found(self, key) or dict.__getitem__(self, name_of(key))
    store.__contains__ = lambda self, key: found(self, key) is not None or dict.__contains__(self, name_of(key))
    store.get = lambda self, key: found(self, key) or dict.get(self, name_of(key))
    store.pop = pop
    store.values = lambda self: list(dict.values(self))
    store.keys = lambda self: list(dict.keys(self))


if os.environ.get("MOTO_IAM_LOAD_MANAGED_POLICIES") == "true":
    try:
        keep_known_policies()
        let_secrets_be_made_at_once()
    except ImportError:
        pass  # Another Python that starts before moto's own, such as a version manager's.
