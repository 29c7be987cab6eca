import { z } from 'zod';

import { FoundPerson } from '../model/erasure.ts';
import { PlatformName } from './event-envelope.ts';
import { personCommands } from './person-commands.ts';

const desk = ['desk'] as const;

/** The part of the contract about the data of the whole store: people in it, taking it elsewhere. */
export const dataCommands = {
  ...personCommands,
  /** People whose platform id, login or name matches, the likeliest first; at most 20. */
  'person.find': {
    input: z.strictObject({
      platform: PlatformName.nullable(),
      text: z.string().trim().min(1).max(200),
    }),
    output: z.strictObject({ people: z.array(FoundPerson) }),
    callers: desk,
  },
  /**
   * Erases a person from the store and from every copy of it in the data folder. Answered once the
   * request is on disk: it then goes on by itself, also after a restart, and cannot be undone; the
   * `data` slice shows how far it is. Figures keep their counts. Refused: unknown_person.
   */
  'person.erase': {
    input: z.strictObject({ platform: PlatformName, platformUserId: z.string().min(1).max(200) }),
    output: z.strictObject({ erasureId: z.int().positive() }),
    callers: desk,
  },
  /**
   * Writes everything of the store into one file; `path` null puts it into the data folder's
   * `exports`. Answered when it has begun, the `data` slice shows the rest. Refused: data_busy,
   * file_exists, folder_unwritable.
   */
  'data.export': {
    input: z.strictObject({ path: z.string().min(1).max(4096).nullable() }),
    output: z.strictObject({ path: z.string() }),
    callers: desk,
  },
  /**
   * Checks an export file whole and then puts its store in place of this one, which is kept as a
   * backup. Answered when the check has begun. Refused: store_on_air, data_busy, file_unreadable.
   */
  'data.import': {
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: z.strictObject({}),
    callers: desk,
  },
  /** Ends an export, or an import that is still being checked; nothing of it stays. */
  'data.cancel': { input: z.strictObject({}), output: z.strictObject({}), callers: desk },
  /** Puts the file aside that was opened with Cuedesk (`offered` of the `data` slice); it stays as it is. */
  'data.decline': { input: z.strictObject({}), output: z.strictObject({}), callers: desk },
} as const;
