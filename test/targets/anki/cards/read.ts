import { readAsset } from '../../../../src/node.ts';
import { cardReader, dressed } from '../../../../src/targets/anki/cards/read.ts';
import { noteTypes } from '../../../../src/targets/anki/note-types.ts';

/** A template, script or style sheet of the cards, by its name. */
export const readCard = cardReader(readAsset);

/** Every note type with what its cards look like. */
export const dressedTypes = Object.values(noteTypes).map((type) => dressed(type, readCard));
