/**
 * Recto Verso as a library: read a bank, see what is wrong with it, compile it. Nothing here prints, and only
 * `readBankFiles` reads.
 */

export type { Bank, Quiz, Section, Source } from './bank/bank.ts';
export { type Diagnostic, hasErrors, inReadingOrder } from './bank/diagnostic.ts';
export { type BankFiles, type Loaded, loadBank } from './bank/load.ts';
export type { Kind, Question } from './bank/question.ts';
export { readBankFiles, UnreadableBank } from './bank/read.ts';
export { checkBank } from './check/engine.ts';
export { type CompileContext, type Compiled, compile, type Output, type OutputFile } from './compile.ts';
export type { SourceFile } from './files/source.ts';
export { emptyLock, formatLock, type Lock, type LockEntry, parseLock } from './identity/lock.ts';
export { createTypesetter, type Typesetter } from './typst/typeset.ts';
