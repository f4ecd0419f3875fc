import { fileURLToPath } from 'node:url';
import { pythonOf } from '../../scripts/python-venv.ts';

const VENV = { name: 'moto-venv', requirements: fileURLToPath(new URL('requirements.txt', import.meta.url)) };

const WHAT_TO_INSTALL = [
  'The tests need moto_server (AWS IAM and STS on this machine) and could not make one. One of these is enough:',
  '  - python3 (3.10 or newer) with its venv module (Debian, Ubuntu: apt-get install python3 python3-venv) and access to PyPI',
  '  - pip install "moto[server]==5.2.1", so that moto_server is on the PATH',
  '  - a moto_server running with MOTO_IAM_LOAD_MANAGED_POLICIES=true, and MOTO_URL=http://host:port',
].join('\n');

/**
 * A Python that has the pinned moto, and boto3 with it, from a virtual environment made on first use (about 15 s).
 * Throws an error that says what to install when this machine cannot make one.
 */
export async function motoPython(): Promise<string> {
  try {
    return await pythonOf(VENV);
  } catch (cause) {
    throw new Error(WHAT_TO_INSTALL, { cause });
  }
}

/** A command that runs the pinned moto. Errors as `motoPython`. */
export async function motoFromVenv(): Promise<string[]> {
  return [await motoPython(), '-c', 'from moto.server import main; main()'];
}
