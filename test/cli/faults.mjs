/**
 * Loaded before a program by `node --import`: gives it a file system on which one change goes wrong. Counts every open to
 * write, write, rename, unlink and so on; at the one whose number is FAULT_AT it does what FAULT says: an error code, with
 * which the change fails; the same behind "late:", for a change that is made all the same; or a signal that the program
 * gets. A write has written the half when it fails or is killed. Each change is a line in the file FAULT_LOG.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const { FAULT_AT, FAULT, FAULT_LOG } = process.env;
const log = fs.openSync(FAULT_LOG, 'w');
const { writeSync } = fs;
let count = 0;

/** The error with which this change fails, if it does; a signal comes at once. */
function fault(what, path) {
  count++;
  writeSync(log, `${what} ${basename(String(path)).replace(/\d+/g, '')}\n`);
  if (count !== Number(FAULT_AT)) return undefined;
  if (FAULT.startsWith('SIG')) process.kill(process.pid, FAULT);
  const code = FAULT.replace('late:', '');
  return Object.assign(new Error(`${code}: made to fail`), { code, syscall: what });
}

/** Makes a change, or what there is of it in spite of its fault; `half` makes the half of it. */
async function change(what, path, whole, half = () => {}) {
  if (count + 1 === Number(FAULT_AT) && FAULT === 'SIGKILL') half();
  const error = fault(what, path);
  if (!error || FAULT.startsWith('SIG')) return whole();
  if (FAULT.startsWith('late:')) await whole();
  else half();
  throw error;
}

const names = [
  'rename',
  'unlink',
  'rm',
  'rmdir',
  'link',
  'copyFile',
  'mkdir',
  'writeFile',
  'appendFile',
  'chmod',
];
for (const name of names) {
  const { [name]: real } = fs.promises;
  fs.promises[name] = (path, ...rest) => change(name, path, () => real(path, ...rest));
  const { [`${name}Sync`]: realSync } = fs;
  fs[`${name}Sync`] = (path, ...rest) => {
    const error = fault(name, path);
    if (error && !FAULT.startsWith('SIG')) throw error;
    return realSync(path, ...rest);
  };
}

const { open } = fs.promises;
const paths = new WeakMap();
fs.promises.open = async (path, flags = 'r', mode) => {
  if (flags === 'r') return open(path);
  const handle = await change('open', path, () => open(path, flags, mode));
  paths.set(handle, path);
  return handle;
};
const handle = await open(new URL(import.meta.url));
const handles = Object.getPrototypeOf(handle);
await handle.close();
for (const name of ['write', 'writeFile', 'sync', 'datasync', 'chmod', 'truncate']) {
  const { [name]: real } = handles;
  handles[name] = function changed(...given) {
    const whole = () => real.apply(this, given);
    const [bytes] = given;
    const half = () => bytes && writeSync(this.fd, bytes.subarray(0, bytes.length / 2));
    return paths.has(this) ? change(name, paths.get(this), whole, half) : whole();
  };
}

syncBuiltinESMExports();
