/**
 * Recto Verso as a library, for browsers too: read a bank and see what is wrong with it. Nothing here reads, writes or
 * prints; what does is in `node.ts`.
 */

export type { Bank, Quiz, Section, Source } from './bank/bank.ts';
export { type Diagnostic, hasErrors, inReadingOrder } from './bank/diagnostic.ts';
export { type BankFiles, type Loaded, loadBank } from './bank/load.ts';
export type { Kind, Question } from './bank/question.ts';
export { checkBank } from './check/engine.ts';
export { type Compiled, compile, type Order, type World } from './compile.ts';
export type { OutputFile } from './files/output-file.ts';
export { type SourceFile, sourceFile } from './files/source.ts';
export type { LockEntry } from './identity/entry.ts';
export { emptyLock, formatLock, type Lock, parseLock } from './identity/lock.ts';
