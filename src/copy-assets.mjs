// Copies what the compiler does not: the Typst templates, card templates, style sheets and card scripts that
// stand beside the code which uses them, and makes the command executable.
import { chmodSync, cpSync, statSync } from 'node:fs';

const isAsset = (path) => statSync(path).isDirectory() || !/\.(ts|mjs|md)$/.test(path);

cpSync('src', 'dist', { recursive: true, filter: isAsset });
chmodSync('dist/cli/recto.js', 0o755);
