import { readFileSync } from 'node:fs';
import type { ReadAsset } from './files/asset.ts';

/** Reads what lies beside the code from the disk. */
export const readAsset: ReadAsset = (file) => readFileSync(file, 'utf8');
