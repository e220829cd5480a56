import type { Bank, Quiz } from './bank.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { BankFiles } from './load.ts';
import { locator } from './locate.ts';
import type { Question } from './question.ts';
import { nearest, type Path } from './shape.ts';
import { positionAt } from './source.ts';
import { mediaOf } from './texts.ts';

interface Read {
  readonly questions: readonly Question[];
  readonly quizzes: readonly Quiz[];
}

/** What can only be seen over the whole bank: ids, sources and files that questions name. */
export function checkAcross(bank: Bank | undefined, read: Read, files: BankFiles): Diagnostic[] {
  const across = new Across(files);
  across.ids(read.questions);
  across.quizIds(read.quizzes);
  for (const question of bank?.questions ?? []) across.sources(question, Object.keys(bank?.sources ?? {}));
  for (const question of read.questions) across.media(question);
  return across.diagnostics;
}

class Across {
  readonly diagnostics: Diagnostic[] = [];
  readonly #files: BankFiles;
  readonly #locate: ReturnType<typeof locator>;

  constructor(files: BankFiles) {
    this.#files = files;
    this.#locate = locator(files);
  }

  #report(question: Question, path: Path, rule: string, message: string): void {
    const place = this.#locate.question(question, path);
    this.diagnostics.push(diagnose(place.file, place.range, { rule, message, question: question.id }));
  }

  #placeOf(question: Question, path: Path): string {
    const { file, range } = this.#locate.question(question, path);
    const { line, column } = positionAt(file, range.start);
    return `${file.path}:${line}:${column}`;
  }

  ids(questions: readonly Question[]): void {
    const byId = new Map<string, Question>();
    for (const question of questions) {
      const before = byId.get(question.id);
      if (before) {
        const message = `the id "${question.id}" is taken at ${this.#placeOf(before, ['id'])}; give this question another`;
        this.#report(question, ['id'], 'duplicate-id', message);
      } else byId.set(question.id, question);
    }
    const earlier = new Map<string, Question>();
    for (const question of questions) {
      for (const was of question.was) {
        const other = byId.get(was) ?? earlier.get(was);
        if (other) {
          const what =
            other === question
              ? 'is this question itself'
              : `belongs to the question at ${this.#placeOf(other, ['id'])}`;
          this.#report(
            question,
            ['was'],
            'was-collides',
            `"was" names "${was}", which ${what}; no two questions can share a past`,
          );
        }
        earlier.set(was, question);
      }
    }
  }

  quizIds(quizzes: readonly Quiz[]): void {
    const ids = quizzes.map((quiz) => quiz.id);
    for (const [at, id] of ids.entries()) {
      if (ids.indexOf(id) === at) continue;
      const { file, range } = this.#locate.quiz(at, ['id']);
      const message = `there is a quiz "${id}" already; give this one another id`;
      this.diagnostics.push(diagnose(file, range, { rule: 'duplicate-id', message }));
    }
  }

  sources(question: Question, sources: readonly string[]): void {
    for (const [at, { source }] of question.cite.entries()) {
      if (source === undefined && sources.length === 0) continue;
      const path = question.cite.length > 1 ? ['cite', at] : ['cite'];
      if (source === undefined) {
        const message = `the bank has several sources; say which: ${sources.join(', ')}`;
        this.#report(question, path, 'which-source', message);
      } else if (!sources.includes(source)) {
        const guess = nearest(source, sources);
        const advice = guess ? `did you mean "${guess}"?` : 'add it to "sources:" of the deck';
        this.#report(question, path, 'unknown-source', `no source is called "${source}"; ${advice}`);
      }
    }
  }

  media(question: Question): void {
    for (const { path, file } of mediaOf(question)) {
      if (this.#files.others.has(file)) continue;
      const guess = nearest(file, [...this.#files.others]);
      const advice = guess ? `did you mean "${guess}"?` : "paths begin at the bank's folder";
      this.#report(question, path, 'missing-file', `there is no file "${file}"; ${advice}`);
    }
  }
}
