import { toCsv } from '#shared/rules/csv.ts';
import { plainCell } from '#shared/rules/plain-cell.ts';
import { ok } from '#shared/contract/app-error.ts';
import type { screeningCommands } from '#shared/contract/screening-commands.ts';
import { canOf } from '../feeds/registry.ts';
import { screeningOf } from '../screening/screening.service.ts';
import { keepMissing } from '../shows/keep-figures.ts';
import { workbookOf } from '../transfer/workbook.ts';
import type { Handler } from './handler.ts';

/** What holds over many shows. */
export const screeningHandlers: { readonly [N in keyof typeof screeningCommands]: Handler<N> } = {
  'screening.get': {
    mode: 'read',
    run: async ({ room }, filter) => {
      const currentId = room.show()?.id ?? null;
      await keepMissing(room, currentId, canOf);
      return ok(screeningOf(room.db, room.roomId, filter, currentId, canOf));
    },
  },
  'screening.save': {
    mode: 'read',
    run: ({ transfers }, { format, timeZone, sheet }) =>
      transfers.saveCatalogue(
        'screening',
        format,
        format === 'xlsx'
          ? workbookOf([sheet], { timeZone })
          : Buffer.from(toCsv([sheet.heads, ...sheet.rows.map((row) => row.map(plainCell))])),
      ),
  },
};
