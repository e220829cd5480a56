import type { NoteTypeKey } from '../../identity/note.ts';

export interface Template {
  /** Kept by Anki, so that a template can be renamed without breaking the match (reference: `notetype/merge.rs`). */
  readonly id: number;
  readonly name: string;
  /** What its files in `cards/` are called: "term-2" for term-2.front.html and term-2.back.html. */
  readonly file: string;
  /** What Anki's browser shows of a card in its columns Question and Answer, where it takes away all tags. */
  readonly browser: Sides;
}

type Sides = readonly [question: string, answer: string];

export interface Field {
  readonly id: number;
  readonly name: string;
  /** Image Occlusion finds its fields by tags 0 to 4. */
  readonly tag?: number;
}

/**
 * A note type as learners have it. Ids, the number of fields and their order can never change: Anki would add a second
 * note type beside the first, and every update would be a conflict.
 */
export interface NoteType {
  readonly key: NoteTypeKey;
  readonly id: number;
  readonly name: string;
  readonly cloze: boolean;
  /** Seconds; must move when a template or the style sheet changes, or learners keep the old one. */
  readonly modified: number;
  readonly fields: readonly Field[];
  readonly templates: readonly Template[];
}

/** Fields that every note type ends with. */
export const commonFields = [
  'Hint',
  'Why',
  'Source',
  'Passage',
  'Audio',
  'Notice',
  'Topic',
  'Language',
  'Data',
  'Spare 1',
  'Spare 2',
] as const;

/** The fields that the editor shows collapsed and the search leaves out. */
export const hiddenFields: ReadonlySet<string> = new Set(['Language', 'Data', 'Spare 1', 'Spare 2']);

interface Outline {
  readonly name: string;
  /** Its own fields, before the common ones. The first is what Anki sorts by. */
  readonly fields: readonly string[];
  readonly templates: Readonly<Record<string, Sides>>;
  readonly cloze?: true;
  readonly modified: number;
}

/** When the templates that all note types have now were last changed; a later change to one type moves its own time. */
const lastLook = Date.UTC(2026, 10, 24) / 1000;

const asked: Sides = ['{{Question}}', '{{Answer}}'];

/** The order of this table, like that of everything in it, is part of the ids. New types go to its end. */
const outlines: Readonly<Record<NoteTypeKey, Outline>> = {
  basic: {
    name: 'Recto Verso Basic',
    fields: ['Question', 'Image', 'Answer'],
    templates: { Question: asked },
    modified: lastLook,
  },
  typed: {
    name: 'Recto Verso Typed',
    fields: ['Question', 'Image', 'Typed', 'Answer'],
    templates: { Question: asked },
    modified: lastLook,
  },
  term: {
    name: 'Recto Verso Term',
    fields: ['Term', 'Image', 'Meaning'],
    templates: {
      'Term to meaning': ['{{Term}}', '{{Meaning}}'],
      'Meaning to term': ['{{Meaning}}', '{{Term}}'],
    },
    modified: lastLook,
  },
  cloze: {
    name: 'Recto Verso Cloze',
    fields: ['Text', 'Image', 'Prompt', 'Whole', 'Options'],
    templates: {
      // Items and pairs would run together without their tags.
      Cloze: ['{{Prompt}}{{^Prompt}}{{cloze:Text}}{{/Prompt}}', '{{cloze-only:Text}}{{cloze-only:Whole}}'],
    },
    cloze: true,
    modified: lastLook,
  },
  choice: {
    name: 'Recto Verso Choice',
    fields: ['Question', 'Image', 'Options', 'Answer'],
    templates: { Choice: asked },
    modified: lastLook,
  },
  diagram: {
    name: 'Recto Verso Image Occlusion',
    fields: ['Occlusion', 'Image', 'Header', 'Back Extra', 'Comments'],
    templates: { 'Image Occlusion': ['{{Header}}', '{{cloze-only:Back Extra}}'] },
    cloze: true,
    modified: lastLook,
  },
};

/** Ids are a time before the first release plus a place in the table, so that no other maker's are met. */
const firstId = 1_763_900_000_000;

function build(key: NoteTypeKey, outline: Outline, at: number): NoteType {
  const id = firstId + at * 1000;
  const occlusion = key === 'diagram';
  return {
    key,
    id,
    name: outline.name,
    cloze: outline.cloze ?? false,
    modified: outline.modified,
    fields: [...outline.fields, ...commonFields].map((name, index) => {
      const field = { id: id + 100 + index, name };
      return occlusion && index < 5 ? { ...field, tag: index } : field;
    }),
    templates: Object.entries(outline.templates).map(([name, browser], index) => ({
      id: id + 500 + index,
      name,
      file: index === 0 ? key : `${key}-${index + 1}`,
      browser,
    })),
  };
}

/** Every note type, by our name for it. */
export const noteTypes = Object.fromEntries(
  Object.entries(outlines).map(([key, outline], at) => [key, build(key as NoteTypeKey, outline, at)]),
) as Readonly<Record<NoteTypeKey, NoteType>>;
