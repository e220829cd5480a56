import { spawnSync } from 'node:child_process';

/**
 * A test that needs a program which not every machine has: where it is missing the test is skipped and says so, but in
 * continuous integration (`CI=true`) a missing program is a failure.
 */
export function testWith(tool: string, found: boolean): jest.It {
  if (found) return test;
  if (process.env.CI === 'true') {
    test(`${tool} is there`, () => {
      throw new Error(`${tool} is missing, and continuous integration needs it`);
    });
  } else console.warn(`skipped: this needs ${tool}`);
  return test.skip;
}

/** True when the command runs and says that all is well. */
export const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
