import type { QuestionId } from '#shared/model/ids.ts';
import type { Question, QuestionsSlice } from '#shared/model/question.ts';

export const SECTIONS = ['owed', 'others', 'answered'] as const;
export type Section = (typeof SECTIONS)[number];

/** Rows by the section they stand in. */
export type Sections = { readonly [S in Section]: readonly Question[] };
/** Which row stood where when the hand came on. */
export type Places = { readonly [S in Section]: readonly QuestionId[] };

/** The rows as they belong, of those whose words hold what is searched. */
export function sectionsOf({ open, answered }: QuestionsSlice, search: string): Sections {
  const wanted = search.trim().toLowerCase();
  const found = (rows: readonly Question[]): readonly Question[] =>
    wanted === '' ? rows : rows.filter(({ text }) => text.toLowerCase().includes(wanted));
  return {
    owed: found(open.filter(({ isDebt }) => isDebt)),
    others: found(open.filter(({ isDebt }) => !isDebt)),
    answered: found(answered),
  };
}

export function placesOf({ owed, others, answered }: Sections): Places {
  const ids = (rows: readonly Question[]): readonly QuestionId[] => rows.map(({ id }) => id);
  return { owed: ids(owed), others: ids(others), answered: ids(answered) };
}

/**
 * The rows as they are now, each where it stood: one that was answered meanwhile stays in its place
 * and says so, what is new comes behind the others of its section.
 */
export function stillSections(places: Places, now: Sections): Sections {
  const rows = new Map(SECTIONS.flatMap((section) => now[section].map((row) => [row.id, row])));
  const placed = new Set(SECTIONS.flatMap((section) => places[section]));
  const still = (section: Section): readonly Question[] => [
    ...places[section].flatMap((id) => rows.get(id) ?? []),
    ...now[section].filter(({ id }) => !placed.has(id)),
  ];
  return { owed: still('owed'), others: still('others'), answered: still('answered') };
}

export function allRows(sections: Sections): readonly Question[] {
  return SECTIONS.flatMap((section) => sections[section]);
}
