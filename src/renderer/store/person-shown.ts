import type { PersonKey } from '#shared/model/person.ts';

/** A person as they were chosen in the chat: known by name before their card is read. */
export interface ShownPerson extends PersonKey {
  readonly name: string;
}

/** What was typed into a person's note and not saved. */
export interface NoteDraft extends PersonKey {
  readonly text: string;
  /** `changedTs` of the note it was begun on; null where there was none. */
  readonly replaces: number | null;
}
