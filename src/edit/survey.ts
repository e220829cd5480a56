import type { Diagnostic } from '../bank/diagnostic.ts';
import { type BankFiles, type Loaded, loadBank } from '../bank/load.ts';
import { eachQuestion } from '../bank/question.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../bank/yaml/parse.ts';
import type { Path } from '../bank/yaml/path.ts';
import type { SourceFile } from '../files/source.ts';
import { Lines, lastUpTo } from './lines.ts';
import { headOf, type ParsedFile, parseBank } from './questions.ts';

/** Where a diagnostic points, as YAML. */
export interface Spot {
  readonly file: SourceFile;
  /** The question it lies in, by its number in its file, or the file: the same before and after a repair. */
  readonly owner: string;
  /** The owner's map. */
  readonly base: YamlMap;
  /** The way from `base` to `map`. */
  readonly path: Path;
  /** The innermost map around the place, and its entry there. */
  readonly map: YamlMap;
  readonly entry: YamlEntry;
}

/** How well an owner, or a whole bank, can be read (more is better), and how many problems it has. */
export interface Health {
  readonly stage: number;
  readonly problems: number;
}

/**
 * True when a repair has led from `before` to `after` and was worth it: fewer problems, or a question that can be read
 * where it could not, for then problems come to light that were there all the time.
 */
export const better = (after: Health, before: Health): boolean =>
  after.stage > before.stage || (after.stage === before.stage && after.problems < before.problems);

/** Says what is wrong with a bank. */
export type Check = (loaded: Loaded) => readonly Diagnostic[];

/** A bank as it is at one point of its repair. */
export class Survey {
  readonly files: BankFiles;
  readonly parsed: readonly ParsedFile[];
  readonly loaded: Loaded;
  readonly check: Check;
  readonly diagnostics: readonly Diagnostic[];
  readonly spots: readonly (readonly [Diagnostic, Spot])[];
  /** Of the bank as a whole. */
  readonly health: Health;
  readonly #owners = new Map<string, { stage: number; problems: number }>();

  constructor(files: BankFiles, check: Check) {
    this.files = files;
    this.check = check;
    this.loaded = loadBank(files);
    this.diagnostics = check(this.loaded);
    this.parsed = parseBank(files);
    const { bank } = this.loaded;
    const read = new Set(
      eachQuestion(bank?.questions ?? []).map(({ place }) => `${place.file}#${place.start}`),
    );
    // While a question's kind is not known, its fields are not looked at; while it or a quiz cannot be read, nor is what
    // they say.
    const stageOf = ({ path }: SourceFile, question: YamlMap) =>
      read.has(`${path}#${question.start}`) ? 2 : headOf(question)?.kind ? 1 : 0;
    for (const { file, root, questions } of this.parsed) {
      const quizzes = file === files.deck || file === files.quizzes ? this.loaded.read.quizzes.length : 0;
      if (root) this.#owners.set(ownerOf(file), { stage: quizzes + (bank ? 1 : 0), problems: 0 });
      for (const [at, question] of questions.entries()) {
        this.#owners.set(ownerOf(file, at), { stage: stageOf(file, question), problems: 0 });
      }
    }
    const spotOf = spotter(this.parsed);
    this.spots = this.diagnostics.flatMap((diagnostic) => {
      const spot = spotOf(diagnostic);
      const owner = spot && this.#owners.get(spot.owner);
      if (owner) owner.problems++;
      return spot?.entry ? [[diagnostic, spot as Spot] as const] : [];
    });
    const stage = [...this.#owners.values()].reduce((sum, owner) => sum + owner.stage, 0);
    this.health = { stage, problems: this.diagnostics.length };
  }

  /** How a question is, or what stands in a file outside its questions. */
  healthOf(owner: string): Health {
    return this.#owners.get(owner) ?? { stage: 0, problems: 0 };
  }
}

const ownerOf = ({ path }: SourceFile, question?: number): string => `${path}#${question ?? ''}`;

type Placed = Omit<Spot, 'entry'> & { readonly entry: YamlEntry | undefined };

/** Finds the YAML at a diagnostic's place; undefined in files that are not valid YAML. */
function spotter(parsed: readonly ParsedFile[]): (diagnostic: Diagnostic) => Placed | undefined {
  const files = new Map(parsed.map((each) => [each.file.path, each]));
  const lines = new Map<string, Lines>();
  return ({ file: path, line, column }) => {
    const found = files.get(path);
    if (!found?.root) return undefined;
    const { file, root, questions } = found;
    if (!lines.has(path)) lines.set(path, new Lines(file.text));
    const offset = lines.get(path)?.offsetOf(line, column) ?? 0;
    let at = lastUpTo(questions, ({ start }) => start, offset);
    while (at >= 0 && offset >= (questions[at]?.end ?? 0)) at--;
    const base = questions[at] ?? root;
    const owner = ownerOf(file, at < 0 ? undefined : at);
    return { file, owner, base, ...innermost(base, offset) };
  };
}

function innermost(base: YamlMap, offset: number): Pick<Placed, 'map' | 'entry' | 'path'> {
  const path: PropertyKey[] = [];
  let map = base;
  let node: YamlNode | undefined = base;
  while (node) {
    if (node.kind === 'map') {
      map = node;
      const entry: YamlEntry | undefined = node.entries.find(
        ({ key, value }) => holds(key, offset) || holds(value, offset),
      );
      if (!entry || entry.value.kind === 'scalar' || holds(entry.key, offset)) return { map, entry, path };
      path.push(entry.key.value);
      node = entry.value;
    } else if (node.kind === 'list') {
      const at: number = node.items.findIndex((item) => holds(item, offset));
      path.push(at);
      node = node.items[at];
    } else node = undefined;
  }
  return { map, entry: undefined, path };
}

const holds = ({ start, end }: YamlNode, offset: number): boolean => start <= offset && offset < end;
