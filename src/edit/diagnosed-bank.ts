import type { Diagnostic } from '../bank/diagnostic.ts';
import { type BankFiles, type Loaded, loadBank } from '../bank/load.ts';
import { eachQuestion } from '../bank/question.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../bank/yaml/node.ts';
import type { Path } from '../bank/yaml/path.ts';
import { lastUpTo, offsetAt, type SourceFile } from '../files/source.ts';
import { present } from '../text/present.ts';
import { headOf, type ParsedFile, parseBank } from './parsed.ts';

/** Where a diagnostic points, as YAML. */
export interface YamlPlace {
  readonly file: SourceFile;
  /** What it lies in, the same before and after a repair: see `ownerOf`. */
  readonly owner: string;
  /** The map of the question it lies in, or of the file. */
  readonly base: YamlMap;
  /** True where it lies in no question. */
  readonly outside: boolean;
  /** The way from `base` to `map`. */
  readonly path: Path;
  /** The innermost map around the place, and its entry there. */
  readonly map: YamlMap;
  readonly entry: YamlEntry;
}

/** How well an owner, or a whole bank, can be read (more is better), and how many problems it has. */
export interface Readability {
  readonly stage: number;
  readonly problems: number;
}

/**
 * True when a repair has led from `before` to `after` and was worth it: fewer problems, or a question that can be read
 * where it could not, for then problems come to light that were there all the time.
 */
export const better = (after: Readability, before: Readability): boolean =>
  after.stage > before.stage || (after.stage === before.stage && after.problems < before.problems);

/** Says what is wrong with a bank. */
export type Check = (loaded: Loaded) => readonly Diagnostic[];

/** A bank as it is at one point of its repair. */
export interface DiagnosedBank {
  readonly files: BankFiles;
  readonly parsed: readonly ParsedFile[];
  readonly loaded: Loaded;
  /** What the check says of it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those that point at an entry of a map. */
  readonly places: readonly (readonly [Diagnostic, YamlPlace])[];
  /** How each question is, and what stands in each file outside its questions. */
  readonly owners: ReadonlyMap<string, Readability>;
  readonly whole: Readability;
}

/** Reads a bank and finds where in its YAML its diagnostics point. */
export function diagnosed(files: BankFiles, check: Check): DiagnosedBank {
  const loaded = loadBank(files);
  const diagnostics = check(loaded);
  const parsed = parseBank(files);
  const owners = ownersIn(parsed, loaded);
  const placeOf = placer(parsed);
  const places = diagnostics.flatMap((diagnostic) => {
    const [owner, place] = placeOf(diagnostic) ?? [];
    if (owner !== undefined) present(owners.get(owner), `owner "${owner}"`).problems++;
    return place ? [[diagnostic, place] as const] : [];
  });
  const stage = [...owners.values()].reduce((sum, owner) => sum + owner.stage, 0);
  const whole = { stage, problems: diagnostics.length };
  return { files, parsed, loaded, diagnostics, places, owners, whole };
}

/**
 * Each owner at its stage, its problems not counted yet. While a question's kind is not known, its fields are not looked at; while it or a quiz cannot be
 * read, nor is what they say.
 */
function ownersIn(parsed: readonly ParsedFile[], { bank, files, read: { quizzes } }: Loaded) {
  const places = eachQuestion(bank ? bank.questions : []).map(({ place }) => place);
  const read = new Set(places.map(({ file, start }) => `${file}#${start}`));
  const owners = new Map<string, { stage: number; problems: number }>();
  const enter = (owner: string, stage: number) => owners.set(owner, { stage, problems: 0 });
  for (const { file, root, questions } of parsed) {
    const inFile = file === files.deck || file === files.quizzes ? quizzes.length : 0;
    if (root) enter(ownerOf(file), inFile + (bank ? 1 : 0));
    for (const [at, question] of questions.entries()) {
      const isRead = read.has(`${file.path}#${question.start}`);
      enter(ownerOf(file, at), isRead ? 2 : headOf(question)?.kind ? 1 : 0);
    }
  }
  return owners;
}

/** A file, or a question by its number there. */
const ownerOf = ({ path }: SourceFile, question: number | 'file' = 'file'): string => `${path}#${question}`;

/**
 * Finds the owner and the YAML at a diagnostic's place: no place where it lies between the entries of a map, and neither in
 * files that are not valid YAML.
 */
function placer(parsed: readonly ParsedFile[]) {
  const files = new Map(parsed.map((each) => [each.file.path, each]));
  return (diagnostic: Diagnostic): [owner: string, place: YamlPlace | undefined] | undefined => {
    const found = files.get(diagnostic.file);
    if (!found?.root) return undefined;
    const { file, root, questions } = found;
    const offset = offsetAt(file, diagnostic);
    const question = (at: number) => present(questions[at], `question ${at}`);
    let at = lastUpTo(questions, ({ start }) => start, offset);
    while (at >= 0 && !holds(question(at), offset)) at--;
    const outside = at < 0;
    const base = outside ? root : question(at);
    const owner = outside ? ownerOf(file) : ownerOf(file, at);
    const around = innermost(base, offset, []);
    return [owner, around && { file, owner, base, outside, ...around }];
  };
}

/** The innermost entry around an offset; undefined where it lies between entries. */
function innermost(
  node: YamlNode,
  offset: number,
  path: Path,
): Pick<YamlPlace, 'map' | 'entry' | 'path'> | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    const at = node.items.findIndex((each) => holds(each, offset));
    const item = node.items[at];
    return item && innermost(item, offset, [...path, at]);
  }
  const entry = node.entries.find(({ key, value }) => holds(key, offset) || holds(value, offset));
  if (!entry) return undefined;
  const { key, value } = entry;
  if (value.kind === 'scalar' || holds(key, offset)) return { map: node, entry, path };
  return innermost(value, offset, [...path, key.value]);
}

const holds = ({ start, end }: YamlNode, offset: number): boolean => start <= offset && offset < end;
