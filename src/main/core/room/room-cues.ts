import { blockTime } from '#shared/rules/block-time.ts';
import { CuesService } from '../cues/cues.service.ts';
import type { Room } from './room.ts';

const MINUTE_MS = 60_000;

/** The cues of a room, which say what the rest of it knows; asked only later. */
export function roomCues(room: Room): CuesService {
  return new CuesService(room, {
    about: (wanted) => {
      const { items } = room.pushes.slice();
      const productId = wanted ?? room.pushes.onShelf();
      const product = items.find((item) => item.productId === productId) ?? null;
      const metrics = room.metrics.slice();
      return { productId: product?.productId ?? null, product, metrics, minutesLeft: left(room) };
    },
  });
}

/** Minutes of its plan that the running block has left; null where none runs or it has no plan. */
function left(room: Room): number | null {
  const block = room.blocks.now();
  if (block === null || block.startedTs === null || block.plannedMs === 0) return null;
  return blockTime(block, room.showNow()).leftMs / MINUTE_MS;
}
