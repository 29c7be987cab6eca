import { blockTime } from '#shared/rules/block-time.ts';
import { CuesService } from '../cues/cues.service.ts';
import type { Room } from './room.ts';

const MINUTE_MS = 60_000;

/** The cues of a room, which say what the rest of it knows; asked only later. */
export function roomCues(room: Room): CuesService {
  return new CuesService(room, {
    answers: {
      productId: () => room.pushes.onShelf(),
      putDetails: (productId, details) => room.catalogue.products.putDetails(productId, details),
    },
    about: (wanted) => {
      const { items } = room.pushes.slice();
      const productId = wanted ?? room.pushes.onShelf();
      const product = items.find((item) => item.productId === productId) ?? null;
      const metrics = room.metrics.slice();
      return {
        productId: product?.productId ?? null,
        product,
        metrics,
        minutesLeft: left(room),
        ...owedFirst(room, productId),
      };
    },
  });
}

/** The question that the room owes an answer to first, and the approved one; null for none. */
export function owedFirst(
  room: Room,
  productId: number | null,
): { readonly question: string | null; readonly answer: string | null } {
  const question = room.questions.slice().open.find(({ isDebt }) => isDebt)?.text ?? null;
  if (question === null) return { question, answer: null };
  return { question, answer: room.cues.answers.find(question, productId)?.answer ?? null };
}

/** Minutes of its plan that the running block has left; null where none runs or it has no plan. */
function left(room: Room): number | null {
  const block = room.blocks.now();
  if (block === null || block.startedTs === null || block.plannedMs === 0) return null;
  return blockTime(block, room.showNow()).leftMs / MINUTE_MS;
}
