import { describe, expect, it } from '@jest/globals';
import { asWorkflow } from '../../../scripts/workflow-blocks.ts';

const HEAD = 'on: push\npermissions: {}\n';

describe('a block of YAML in the documentation', () => {
  it.each([
    [
      'a list of steps',
      '- run: |\n    true # a comment\n\n    false\n- uses: ./\n',
      `${HEAD}jobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          true # a comment\n\n          false\n      - uses: ./\n`,
    ],
    [
      'a job',
      'runs-on: macos-latest\nsteps:\n  - run: true\n',
      `${HEAD}jobs:\n  job:\n    runs-on: macos-latest\n    steps:\n      - run: true\n`,
    ],
    ['jobs', 'one:\n  uses: ./a.yml\n', `${HEAD}jobs:\n  one:\n    uses: ./a.yml\n`],
    ['a workflow without its head', 'jobs:\n  a:\n    steps: []\n', `${HEAD}jobs:\n  a:\n    steps: []\n`],
    [
      'a workflow that has its own head',
      'on: pull_request\npermissions: write-all\njobs:\n  a:\n    steps: []\n',
      'on: pull_request\npermissions: write-all\njobs:\n  a:\n    steps: []\n',
    ],
  ])('that is %s becomes a whole workflow, its text kept', (_, block, workflow) => {
    expect(asWorkflow(block)).toBe(workflow);
  });

  it.each([
    ['an input', 'ttl: 1h\n'],
    ['a condition', 'if: always()\n'],
    ['a list of other things', '- ttl: 1h\n'],
    ['a workflow whose job says less than it does', 'jobs:\n  a:\n    permissions: {}\n'],
    ['nothing', ''],
  ])('that is %s is not a workflow', (_, block) => {
    expect(asWorkflow(block)).toBeUndefined();
  });
});
