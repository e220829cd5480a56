import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Our version, from package.json. */
export function ownVersion(): string {
  return (require('../../package.json') as { version: string }).version;
}

const packages = [
  '@expo-google-fonts/atkinson-hyperlegible',
  '@fontsource/opendyslexic',
  '@mdit/plugin-sub',
  '@mdit/plugin-sup',
  '@mdit/plugin-tex',
  '@myriaddreamin/typst-ts-node-compiler',
  '@noble/hashes',
  '@resvg/resvg-wasm',
  'csv-parse',
  'docx',
  'fflate',
  'image-size',
  'js-yaml',
  'markdown-it',
  'qr',
  'sql.js',
  'temml',
  'zod',
];

/** The programs and fonts that the output's bytes depend on, with their versions. */
export function programs(): Record<string, string> {
  const versions = packages.map((name) => [name, versionOf(name)]);
  return { rectoverso: ownVersion(), ...Object.fromEntries(versions) };
}

/**
 * The installed version of a package; some do not export their package.json, so it is read as a file.
 * @throws {Error} when it is not installed
 */
function versionOf(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')) as { version: string })
        .version;
    } catch {
      // not in this folder; the next one up
    }
  }
  throw new Error(`the package ${name} is not installed`);
}
