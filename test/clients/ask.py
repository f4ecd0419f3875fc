"""Prints, as a later step with boto3, who the job is and what a secret holds. LEASE_* are credentials for the constructor."""

import json
import os

import boto3

given = {}
if "LEASE_ACCESS_KEY_ID" in os.environ:
    given = {
        "aws_access_key_id": os.environ["LEASE_ACCESS_KEY_ID"],
        "aws_secret_access_key": os.environ["LEASE_SECRET_ACCESS_KEY"],
        "aws_session_token": os.environ["LEASE_SESSION_TOKEN"],
    }
session = boto3.Session(**given)
arn = session.client("sts").get_caller_identity()["Arn"]
secret = session.client("secretsmanager").get_secret_value(SecretId="greeting")["SecretString"]
print(json.dumps({"arn": arn, "secret": secret}))
