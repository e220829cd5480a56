/**
 * Recto Verso as a library: read a bank, see what is wrong with it, compile it. Nothing here prints, and only
 * `readBankFiles` reads.
 */

export type { Bank, Quiz, Section, Source } from './bank/bank.ts';
export { type Diagnostic, hasErrors, inReadingOrder } from './bank/diagnostic.ts';
export { type BankFiles, type Loaded, loadBank } from './bank/load.ts';
export type { Kind, Question } from './bank/question.ts';
export { readBankFiles, UnreadableBank } from './bank/read.ts';
export { type Compiled, compile, type Order, type World } from './compile.ts';
export type { OutputFile } from './files/output-file.ts';
export type { SourceFile } from './files/source.ts';
export type { LockEntry } from './identity/entry.ts';
export { emptyLock, formatLock, type Lock, parseLock } from './identity/lock.ts';
export { createTypesetter, type Typesetter } from './typst/typeset.ts';
