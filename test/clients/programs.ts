// Finds the AWS CLI and boto3: on this machine, or in a virtual environment of the project.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pythonOf } from '../../scripts/python-venv.ts';
import { motoPython } from '../lab/moto-venv.ts';

const AWS_CLI = { name: 'aws-cli-venv', requirements: fileURLToPath(new URL('requirements.txt', import.meta.url)) };

const runs = (program: string, ...args: string[]) =>
  promisify(execFile)(program, args).then(
    () => true,
    () => false,
  );

/** A command that runs the AWS CLI: `aws` of the PATH, else one made on first use (about 15 s). Errors are those of python3 and pip. */
export async function awsCli(): Promise<string[]> {
  return (await runs('aws', '--version')) ? ['aws'] : [await pythonOf(AWS_CLI), '-m', 'awscli'];
}

/** A Python that has boto3: `python3` of the PATH, else the one that runs moto. Errors as `motoPython`. */
export async function pythonWithBoto3(): Promise<string> {
  return (await runs('python3', '-c', 'import boto3')) ? 'python3' : motoPython();
}
