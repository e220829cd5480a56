/**
 * Loaded before a program by `node --import`: gives it a file system on which one change goes wrong. Counts every open to
 * write, write, rename, unlink and so on; at the one whose number is FAULT_AT it does what FAULT says: an error code, with
 * which the change fails, or a signal that the program gets. A write has written the half when it fails or is killed. Each
 * change is a line in the file FAULT_LOG.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const { FAULT_AT, FAULT, FAULT_LOG } = process.env;
const log = fs.openSync(FAULT_LOG, 'w');
const { writeSync } = fs;
let count = 0;

/** What is to happen at this change: an error to throw, or nothing. */
function fault(what, path, half = () => {}) {
  count++;
  writeSync(log, `${what} ${basename(String(path)).replace(/\d+/g, '')}\n`);
  if (count !== Number(FAULT_AT)) return;
  const isHeld = FAULT.startsWith('SIG') && FAULT !== 'SIGKILL';
  if (!isHeld) half();
  if (FAULT.startsWith('SIG')) process.kill(process.pid, FAULT);
  else throw Object.assign(new Error(`${FAULT}: made to fail`), { code: FAULT, syscall: what });
}

const changes = [
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
for (const name of changes) {
  const { [name]: real } = fs.promises;
  fs.promises[name] = async (path, ...rest) => {
    fault(name, path);
    return real(path, ...rest);
  };
  const { [`${name}Sync`]: realSync } = fs;
  fs[`${name}Sync`] = (path, ...rest) => {
    fault(name, path);
    return realSync(path, ...rest);
  };
}

const { open } = fs.promises;
const paths = new WeakMap();
fs.promises.open = async (path, flags = 'r', mode) => {
  if (flags !== 'r') fault('open', path);
  const handle = await open(path, flags, mode);
  if (flags !== 'r') paths.set(handle, path);
  return handle;
};
const handle = await open(new URL(import.meta.url));
const handles = Object.getPrototypeOf(handle);
await handle.close();
for (const name of ['write', 'writeFile', 'sync', 'datasync', 'chmod', 'truncate']) {
  const { [name]: real } = handles;
  handles[name] = async function changed(...given) {
    const [bytes] = given;
    if (paths.has(this))
      fault(name, paths.get(this), () => bytes && writeSync(this.fd, bytes.subarray(0, bytes.length / 2)));
    return real.apply(this, given);
  };
}

syncBuiltinESMExports();
