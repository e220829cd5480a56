import type { Bank } from '../../bank/bank.ts';
import { answered } from '../../bank/question.ts';
import { hexDigest } from '../../files/hash.ts';
import type { FieldNames, NoteWriter, Written } from '../../identity/note.ts';
import { ankiKind } from './kinds/index.ts';
import type { MediaNames } from './media.ts';
import { joinedFields, type NoteContent, noteContent } from './note.ts';
import { commonFields } from './note-types.ts';
import { replacedContent } from './replaced.ts';

export const fieldNames: FieldNames = {
  notice: 'Notice',
  derived: 'Data',
  shared: new Set([...commonFields, 'Tags', 'Image', 'Options']),
};

/** How a bank's questions become Anki's notes, for `settle`. */
export const noteWriter = (bank: Bank, media: MediaNames): NoteWriter<NoteContent> => ({
  questions: answered(bank.questions).filter(({ uses }) => uses.includes('anki')),
  fieldNames,
  typeOf: (question) => ankiKind(question).type,
  partsOf: (question) => ankiKind(question).parts?.(question),
  write: (question, numbered) => hashed(noteContent(bank, question, numbered, (file) => media.name(file))),
  replaced: (present, type, numbers) => hashed(replacedContent(bank, present, type, numbers, media)),
});

/** A note with the hashes of all that an import would update. */
export function hashed(content: NoteContent): Written<NoteContent> {
  const filled = content.fields.filter(([, html]) => html !== '');
  const tags = content.tags.join(' ');
  return {
    content,
    hash: hexDigest(24, joinedFields(content), tags),
    fields: {
      ...Object.fromEntries(filled.map(([name, html]) => [name, hexDigest(4, html)])),
      Tags: hexDigest(4, tags),
    },
  };
}
