import type { PersonToErase } from '#shared/model/erasure.ts';
import { erasePatterns, maskKept } from '#shared/rules/erase-person.ts';
import type { WritableDatabase } from '../database/database.ts';
import {
  customMarks,
  deleteMark,
  notesNaming,
  writeNoteText,
} from '../people/kept-people.queries.ts';
import { hasTable } from './erase-rows.queries.ts';
import { needlesOf } from './needles.ts';

/** Names of one letter stand in too many words to be told apart from them. */
const DISTINCT_NAME_LETTERS = 2;

/** Where what is kept about others names the person: notes are masked, a mark whose word does is gone. */
export function eraseKeptNames(db: WritableDatabase, person: PersonToErase): void {
  if (!hasTable(db, 'person_notes')) return;
  const names = person.names.filter((name) => [...name.trim()].length >= DISTINCT_NAME_LETTERS);
  const named = { ...person, names };
  const patterns = erasePatterns(named);
  for (const note of notesNaming(db, needlesOf(named).asText)) {
    const text = maskKept(note.text, patterns);
    if (text !== note.text) writeNoteText(db, { ...note, text });
  }
  for (const { id, word } of customMarks(db)) {
    if (maskKept(word, patterns) !== word) deleteMark(db, id);
  }
}
