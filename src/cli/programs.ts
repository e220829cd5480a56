import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { present } from '../text/present.ts';

const require = createRequire(import.meta.url);

const own = require('../../package.json') as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Our version. */
export const ownVersion: string = own.version;

/** They guess what an author meant, measure columns of the terminal, and read the command line: no byte of a file hangs on them. */
const forMessages = ['leven', 'string-width', 'yargs'];

/** The programs and fonts that the output's bytes depend on, with their versions. */
export function programs(): Record<string, string> {
  const packages = Object.keys(own.dependencies).filter((name) => !forMessages.includes(name));
  return { rectoverso: ownVersion, ...Object.fromEntries(packages.map((name) => [name, versionOf(name)])) };
}

/**
 * The installed version of a package; some do not export their package.json, so it is read as a file.
 * @throws {Error} when it is not installed
 */
function versionOf(name: string): string {
  const files = require.resolve.paths(name)?.map((folder) => `${folder}/${name}/package.json`);
  const file = present(
    files?.find((each) => existsSync(each)),
    `package ${name}; it is not installed`,
  );
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
