import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { Room } from '../../room/room.ts';
import { catalogueRow, productById } from './product.queries.ts';
import type { ShelfRow } from './catalogue-file.ts';

/** What lies on this show's shelf, with what the catalogue has of it. Refused: show_not_running. */
export function shelfRows(room: Room): Result<readonly ShelfRow[]> {
  if (room.show() === null) return fail('show_not_running', {});
  const { items } = room.pushes.slice();
  const names = new Map(room.catalogue.groups.all().map(({ id, name }) => [id, name]));
  return ok(
    items.flatMap(({ productId, linkNumber, groupId, stock }) => {
      const stored = productById(room.db, room.roomId, productId);
      if (stored === undefined) return [];
      const row = catalogueRow(stored);
      const groupName = groupId === null ? null : (names.get(groupId) ?? null);
      return [{ ...row, fields: { ...row.fields, stock }, linkNumber, groupName }];
    }),
  );
}
