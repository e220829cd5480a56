import { findRule, ruleIds } from '../check/catalogue.ts';
import { checkBank } from '../check/engine.ts';
import { type RepairOf, repairBank } from '../edit/repair-bank.ts';
import { type OpenBank, targetsFor } from './banks.ts';
import { idsInLock } from './lock-ids.ts';
import type { Terminal } from './terminal.ts';
import { counted } from './wording.ts';
import { writeBank } from './write-bank.ts';

/**
 * `recto check --fix`: repairs what is safe to repair, writes it, says what it did, and gives the banks as they are
 * now. Messages go to stderr, so that results in any format stay what they are.
 */
export async function fixBanks(opened: readonly OpenBank[], terminal: Terminal): Promise<OpenBank[]> {
  const fixed: OpenBank[] = [];
  let count = 0;
  for (const bank of opened) {
    const reserved = idsInLock(bank);
    const targets = await targetsFor(bank);
    const { loaded, diagnostics, files, repaired, takenBack } = repairBank(
      bank.files,
      reserved,
      (loaded) => checkBank(loaded, targets),
      repairOf,
    );
    await writeBank(files, terminal);
    for (const { file, line, message } of repaired) terminal.err(`${file}:${line} repaired: ${message}\n`);
    if (takenBack > 0) terminal.err(`${bank.path}: ${withdrawn(takenBack)}\n`);
    count += repaired.length;
    fixed.push({ ...bank, ...loaded, diagnostics });
  }
  if (count === 0) terminal.err('Nothing here can be repaired without its author.\n');
  else terminal.err(`${counted(count, 'repair')} made. Read them over and commit them.\n`);
  return fixed;
}

const repairOf: RepairOf = (rule) => {
  const repair = findRule(rule)?.repair;
  return repair && ((place) => repair(place, ruleIds));
};

const withdrawn = (count: number): string =>
  count === 1
    ? 'one repair was taken back, for the bank would not have been better for it.'
    : `${count} repairs were taken back, for the bank would not have been better for them.`;
