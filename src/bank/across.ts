import { isTaken, mediaFormats } from '../files/media-formats.ts';
import { positionAt } from '../files/source.ts';
import { nearest, quoted } from '../text/nearest.ts';
import type { Bank, Quiz } from './bank.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { BankFiles } from './load.ts';
import { type Located, locator } from './locate.ts';
import { eachQuestion, type Question } from './question.ts';
import type { RuleId } from './rules.ts';
import { type Medium, mediaOf } from './texts.ts';
import { type Path, rangeOf, type Words } from './yaml/path.ts';

interface Read {
  readonly questions: readonly Question[];
  readonly quizzes: readonly Quiz[];
}

/** What can only be seen over the whole bank: ids, sources and files that questions name. */
export function checkAcross(bank: Bank | undefined, read: Read, files: BankFiles): Diagnostic[] {
  const across = new Across(files);
  const questions = eachQuestion(read.questions);
  across.ids(questions);
  across.quizIds(read.quizzes);
  for (const question of eachQuestion(bank?.questions ?? []))
    across.sources(question, Object.keys(bank?.sources ?? {}));
  for (const question of questions) across.media(question);
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

  #report(question: Question, path: Path, rule: RuleId, message: string, words?: Words): void {
    const { file, range } = this.#locate.question(question, path);
    const place = rangeOf(file, range, words);
    this.diagnostics.push(diagnose(file, place, { rule, message, question: question.id }));
  }

  ids(questions: readonly Question[]): void {
    const byId = new Map<string, Question>();
    for (const question of questions) {
      const before = byId.get(question.id);
      if (before) {
        const place = shown(this.#locate.question(before, ['id']));
        const message = `the id "${question.id}" is taken at ${place}; give this question another`;
        this.#report(question, ['id'], 'duplicate-id', message);
      } else byId.set(question.id, question);
    }
    const earlier = new Map<string, Question>();
    for (const question of questions) {
      for (const [at, was] of question.was.entries()) {
        const other = byId.get(was) ?? earlier.get(was);
        if (other) this.#report(question, ['was', at], 'was-collides', this.#collision(question, was, other));
        else earlier.set(was, question);
      }
    }
  }

  #collision(question: Question, was: string, other: Question): string {
    if (other.id === question.id) return `"${was}" is this question's own id, or given twice; delete it here`;
    const what = other.id === was ? 'is the id' : 'is an earlier id';
    const place = shown(this.#locate.question(other, [other.id === was ? 'id' : 'was']));
    return `"${was}" ${what} of the question at ${place}; only one question can have been it, so delete it in one`;
  }

  quizIds(quizzes: readonly Quiz[]): void {
    const counts = new Map<string, number>();
    for (const { id } of quizzes) {
      const before = counts.get(id) ?? 0;
      counts.set(id, before + 1);
      if (before === 0) continue;
      const { file, range } = this.#locate.quiz(id, ['id'], before);
      const place = shown(this.#locate.quiz(id, ['id']));
      const message = `the quiz at ${place} has the id "${id}" already; give this one another`;
      this.diagnostics.push(diagnose(file, range, { rule: 'duplicate-id', message }));
    }
  }

  sources(question: Question, sources: readonly string[]): void {
    for (const [at, { source }] of question.cite.entries()) {
      if (source === undefined && sources.length === 0) continue;
      const path = ['cite', at];
      if (source === undefined) {
        const message = `the bank has several sources; say which with "source:", one of ${sources.join(', ')}`;
        this.#report(question, path, 'which-source', message);
      } else if (!sources.includes(source)) {
        const guess = nearest(source, sources);
        const advice = guess ? `did you mean "${guess}"?` : 'list it under "sources:" of the deck';
        const message = `no source is called "${source}"; ${advice}`;
        this.#report(question, [...path, 'source'], 'unknown-source', message);
      }
    }
  }

  media(question: Question): void {
    for (const medium of mediaOf(question)) {
      const { file, kind, path, words, alt } = medium;
      if (!this.#files.others.has(file)) {
        this.#report(question, path, 'missing-file', this.#missing(medium), words);
      } else if (!isTaken(file, kind)) {
        const formats = mediaFormats[kind].join(', ');
        const message = `${quoted(file)} is no ${kind} that every Anki takes; save it as one of ${formats}`;
        this.#report(question, path, 'media-format', message, words);
      }
      if (alt?.trim() !== '') continue;
      const message = 'say what the picture shows, for those who cannot see it: ![a map of Kent](map.png)';
      this.#report(question, path, 'missing-alt', message, words);
    }
  }

  #missing({ file }: Medium): string {
    if (/^[a-z]+:\/\//i.test(file)) {
      return `${quoted(file)} is an address; save the file in the bank's folder, for decks work without the net`;
    }
    const guess = nearest(file, [...this.#files.others]);
    const advice = guess ? `did you mean "${guess}"?` : 'put it there, or mend the path';
    return `there is no file ${quoted(file)} in the bank's folder; ${advice}`;
  }
}

function shown({ file, range }: Located): string {
  const { line, column } = positionAt(file, range.start);
  return `${file.path}:${line}:${column}`;
}
