import { ok } from '#shared/contract/app-error.ts';
import { roomMatcher, type RiskRoom } from '#shared/rules/risk-words/room-list.ts';
import type { RiskMatcher } from '#shared/rules/risk-words/matcher.ts';
import { gives } from '#shared/rules/alerts/room-minute.ts';
import { deckNow } from '../proposals/deck-now.ts';
import { CardLifts } from '../proposals/card-lifts.ts';
import { blockAt, type ProductOn } from '../proposals/moment-of.ts';
import { ProposalsService } from '../proposals/proposals.service.ts';
import { owedFirst } from './room-cues.ts';
import type { RoomDeps } from './room-deps.ts';
import type { Room } from './room.ts';

const MINUTE_MS = 60_000;
const NO_OWN: readonly string[] = [];

/** Made with the first text, and anew when what holds in the room changes. */
class HeldMatcher {
  #made: { readonly key: string; readonly matcher: RiskMatcher } | null = null;

  of(held: RiskRoom): RiskMatcher {
    const key = JSON.stringify(held);
    if (this.#made?.key !== key) this.#made = { key, matcher: roomMatcher(held) };
    return this.#made.matcher;
  }
}

/** The proposed cues of a room, with what they need of its services. */
export function roomProposals(room: Room, deps: RoomDeps): ProposalsService {
  const risks = new HeldMatcher();
  const lifts = new CardLifts(room);

  function isRisk(text: string): boolean {
    const { risk, category, words } = deps.settings();
    const platforms = [...new Set(room.sources.statuses().map(({ platform }) => platform))];
    return risks
      .of({ risk, category, words: words.risk ?? NO_OWN, platforms })
      .find(text)
      .some(({ entry }) => entry.level === 'ban');
  }

  function productOn(): ProductOn | null {
    const productId = room.pushes.onShelf();
    const item = productId === null ? undefined : room.catalogue.byId(productId);
    if (item === undefined) return null;
    const { code, linkNumber, stock, isSoldOut } = item;
    const unitsPaid = room.pushes.unitsPaid(code);
    return { productId: item.productId, linkNumber, code, stock, unitsPaid, isSoldOut };
  }

  return new ProposalsService(room, {
    settings: () => deps.settings().triggers,
    now: () => ({
      block: room.blocks.now(),
      currentCue: room.cues.slice().current,
      productOn: productOn(),
      metrics: room.metrics.slice(),
      questions: room.questions.slice(),
      areOrdersTold: room.sources.statuses().some(({ can }) => can.orders),
    }),
    deck: () => {
      const block = room.blocks.now();
      const now = block === null ? null : blockAt(block, room.showNow());
      const left = now === null ? null : now.startedTs + now.plannedMs - room.showNow();
      const anchor = room.cues.library.anchor();
      return deckNow(room.cues.deck(), {
        items: room.pushes.slice().items,
        onShelf: room.pushes.onShelf(),
        anchorId: anchor?.id ?? null,
        facts: {
          metrics: room.metrics.slice(),
          minutesLeft: left === null ? null : left / MINUTE_MS,
          anchor: anchor?.name ?? null,
          ...owedFirst(room, room.pushes.onShelf()),
        },
        liftOf: (cardId) => lifts.of(cardId),
      });
    },
    reloadLifts: () => lifts.reload(),
    close: () => lifts.close(),
    sight: () => {
      const metrics = room.metrics.slice();
      const likes = (metrics?.bySource ?? []).map(({ values }) => values.likes ?? 0);
      const told = likes.reduce((sum, count) => sum + count, 0);
      return {
        sources: room.sources.statuses().map(({ can }) => ({
          can,
          likes: gives(can, 'likes') ? told : null,
        })),
        isShownTold: (metrics?.entered ?? []).some(({ name }) => name === 'productShown'),
        isStockTold: room.catalogue.items().some(({ stock }) => stock !== null),
        hasUsual: (room.alerts.slice().usual?.shows ?? 0) > 0,
      };
    },
    usual: (figure, windowMin, minute) => room.alerts.usual(figure, windowMin, minute),
    isRisk,
    dueTs: () => room.pushes.promises.slice().open.flatMap(({ dueTs }) => dueTs ?? []),
    recent: (limit) => room.chatBefore(null, limit),
    send: (kind, text, cardId) => {
      const productId = room.pushes.onShelf();
      return room.cues.send(kind, text, null, {
        cardId,
        productId: cardId === null ? null : productId,
      });
    },
    sendQuestion: (questionId, text) => {
      const sent = room.questions.send({ questionId, text, isAnswer: text !== null });
      return sent.ok ? ok({ cueId: sent.value.cueId }) : sent;
    },
  });
}
