import { readFileSync } from 'node:fs';
import { programs } from '../../src/cli/programs.ts';

/** On these no byte of an output file hangs; each with the reason. */
const withoutPart = {
  leven: 'guesses what an author meant, in messages',
  'string-width': 'measures columns of the terminal',
  yargs: 'reads the command line',
};

const { dependencies, version } = JSON.parse(readFileSync('package.json', 'utf8'));

test('build.json names every package on which the output’s bytes hang, with the version installed', () => {
  const { rectoverso, ...packages } = programs();
  expect(rectoverso).toBe(version);
  expect([...Object.keys(packages), ...Object.keys(withoutPart)].sort()).toEqual(
    Object.keys(dependencies).sort(),
  );
  for (const [name, installed] of Object.entries(packages)) {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    expect([name, installed]).toEqual([name, version]);
  }
});
