import type { RoomEventOf } from '#shared/contract/room-event.ts';
import type { Room } from './room.ts';

/** A platform told of a product's stock: after the commit that brought it, a change of its own. */
export function noteStock(room: Room, event: RoomEventOf<'product'>): void {
  const { productId: code, stock } = event;
  const unitsPaid = room.pushes.unitsPaid(code);
  room.ports.clock.after(0, () => {
    room.commit(() => room.catalogue.setStockOf(code, stock, unitsPaid, event.state === 'soldout'));
  });
}
