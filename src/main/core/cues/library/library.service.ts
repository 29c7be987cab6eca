import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { DECK_MAX, type CueCard } from '#shared/model/cue.ts';
import {
  ANCHORS_MAX,
  type Anchor,
  type LibraryChange,
  type LibrarySlice,
} from '#shared/model/cue-library.ts';
import { AnchorId, CueCardId, type ScreenId } from '#shared/model/ids.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { freeSlot, insertCard, removeCard, updateCard } from '../cues.queries.ts';
import { LibraryHistory, standsAfter, type Standing } from './library-history.ts';
import {
  anchorOfShow,
  anchorsOf,
  insertAnchor,
  restoreCard,
  setFavourite,
  storedCards,
  writeAnchor,
} from './library.queries.ts';

type Done = Result<Record<string, never>>;

/** The deck the library changes, as the cues of the room hold it. */
export type HeldDeck = {
  cards(): readonly CueCard[];
  /** A show that brought its own deck; null: the room's. */
  ownShowId(): number | null;
  reload(): void;
};

/** Changes of the deck (话术库) and of the room's hosts, each of which can be taken back. */
export class LibraryService {
  readonly #room: RoomContext;
  readonly #deck: HeldDeck;
  readonly #history = new LibraryHistory();
  #anchors: readonly Anchor[] = [];
  #currentAnchorId: number | null = null;

  constructor(room: RoomContext, deck: HeldDeck) {
    this.#room = room;
    this.#deck = deck;
  }

  reload(): void {
    const show = this.#room.show();
    this.#anchors = anchorsOf(this.#room.db, this.#room.roomId);
    this.#currentAnchorId = show === null ? null : anchorOfShow(this.#room.db, show.id);
    this.#room.changed('library');
  }

  slice(): LibrarySlice {
    return {
      anchors: [...this.#anchors],
      currentAnchorId: this.anchor()?.id ?? null,
      lastChange: this.#history.last(this.#deck.ownShowId())?.change ?? null,
    };
  }

  /** Who hosts the show now. */
  anchor(): Anchor | null {
    return this.#anchors.find(({ id }) => id === this.#currentAnchorId) ?? null;
  }

  put({ cardId, ...card }: CommandInput<'cue.putCard'>): Result<{ cardId: CueCardId }> {
    const { roomId, db } = this.#room;
    const showId = this.#deck.ownShowId();
    if (cardId !== null && !this.#has(cardId)) return fail('unknown_cue', { cueId: cardId });
    if (cardId === null && this.#deck.cards().length >= DECK_MAX) return this.#full(1);
    return this.#change('put', () => {
      if (card.pinnedSlot !== null) freeSlot(db, roomId, showId, card.pinnedSlot);
      const id = cardId ?? CueCardId.parse(insertCard(db, { roomId, showId, ...card }));
      if (cardId !== null) updateCard(db, cardId, card);
      return { cardId: id };
    });
  }

  remove(cardId: CueCardId): Done {
    if (!this.#has(cardId)) return fail('unknown_cue', { cueId: cardId });
    return this.#change('removed', () => {
      removeCard(this.#room.db, cardId, this.#room.ports.clock.wallNow());
      return {};
    });
  }

  add({ cards, isStarter }: CommandInput<'cue.addCards'>): Result<CommandOutput<'cue.addCards'>> {
    const { roomId, db } = this.#room;
    const key = (card: { kind: string; text: string }): string =>
      `${card.kind}\n${card.text.trim()}`;
    const held = new Set(this.#deck.cards().map(key));
    const wanted = [...new Map(cards.map((card) => [key(card), card])).values()];
    const fresh = wanted.filter((card) => !held.has(key(card)));
    const count = this.#deck.cards().length + fresh.length;
    if (count > DECK_MAX) return this.#full(fresh.length);
    const showId = this.#deck.ownShowId();
    return this.#change(isStarter ? 'starter' : 'added', () => {
      for (const card of fresh) {
        const text = card.text.trim();
        insertCard(db, { roomId, showId, ...card, text, pinnedSlot: null, productId: null });
      }
      return { added: fresh.length, known: cards.length - fresh.length };
    });
  }

  setFavourite({ cardId, anchorId, isFavourite }: CommandInput<'cue.setFavourite'>): Done {
    if (!this.#has(cardId)) return fail('unknown_cue', { cueId: cardId });
    if (this.#anchor(anchorId) === undefined) return fail('unknown_anchor', { anchorId });
    return this.#change('favourite', () => {
      setFavourite(this.#room.db, cardId, anchorId, isFavourite);
      return {};
    });
  }

  putAnchor({ anchorId, name }: CommandInput<'anchor.put'>): Result<{ anchorId: AnchorId }> {
    const { roomId, db } = this.#room;
    if (anchorId !== null && this.#anchor(anchorId) === undefined) {
      return fail('unknown_anchor', { anchorId });
    }
    const isTaken = this.#anchors.some(
      (each) => each.id !== anchorId && each.name.toLowerCase() === name.toLowerCase(),
    );
    if (isTaken) return fail('anchor_exists', { name });
    if (anchorId === null && this.#anchors.length >= ANCHORS_MAX) {
      return fail('too_many', { what: 'anchors', max: ANCHORS_MAX, given: ANCHORS_MAX + 1 });
    }
    return this.#change('anchor', () => {
      if (anchorId !== null) writeAnchor(db, anchorId, { name, removedTs: null });
      return { anchorId: anchorId ?? AnchorId.parse(insertAnchor(db, roomId, name)) };
    });
  }

  /** Their favourites stay with them: taken back, they are there again. */
  removeAnchor(anchorId: AnchorId): Done {
    const anchor = this.#anchor(anchorId);
    if (anchor === undefined) return fail('unknown_anchor', { anchorId });
    const removedTs = this.#room.ports.clock.wallNow();
    return this.#change('anchor', () => {
      writeAnchor(this.#room.db, anchorId, { name: anchor.name, removedTs });
      return {};
    });
  }

  chooseAnchor(anchorId: AnchorId | null, screenId: ScreenId | null): Done {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const anchor = anchorId === null ? null : this.#anchor(anchorId);
    if (anchor === undefined) return fail('unknown_anchor', { anchorId: anchorId ?? 0 });
    if (anchorId === (this.anchor()?.id ?? null)) return ok({});
    const name = anchor?.name ?? '';
    this.#room.writeFact({ kind: 'anchor.changed', anchorId, name, screenId });
    this.reload();
    return ok({});
  }

  undo(changeId: number): Done {
    const { db, ports } = this.#room;
    const step = this.#history.last(this.#deck.ownShowId());
    if (step === null || step.change.changeId !== changeId) return fail('nothing_to_undo', {});
    if (!standsAfter(step, this.#standing())) {
      // What it left is not there any more: it can never be taken back.
      this.#history.dropLast();
      this.#room.changed('library');
      return fail('nothing_to_undo', {});
    }
    const nowTs = ports.clock.wallNow();
    for (const { id, before, after } of step.anchors) {
      const name = before?.name ?? after?.name ?? '';
      writeAnchor(db, id, { name, removedTs: before === null ? nowTs : null });
    }
    for (const { id, before } of step.cards) {
      if (before === null) removeCard(db, id, nowTs);
      else restoreCard(db, before);
    }
    this.#history.dropLast();
    this.#reloadAll();
    return ok({});
  }

  /** Inside a commit. */
  #change<T>(kind: LibraryChange['kind'], work: () => T): Result<T> {
    const before = this.#standing();
    const value = work();
    this.#history.add(kind, this.#deck.ownShowId(), before, this.#standing());
    this.#reloadAll();
    return ok(value);
  }

  #reloadAll(): void {
    this.reload();
    this.#deck.reload();
  }

  #standing(): Standing {
    const { db, roomId } = this.#room;
    return {
      cards: storedCards(db, roomId, this.#deck.ownShowId()),
      anchors: anchorsOf(db, roomId),
    };
  }

  #has(cardId: CueCardId): boolean {
    return this.#deck.cards().some(({ id }) => id === cardId);
  }

  #anchor(anchorId: AnchorId): Anchor | undefined {
    return this.#anchors.find(({ id }) => id === anchorId);
  }

  #full(more: number): ReturnType<typeof fail> {
    const given = this.#deck.cards().length + more;
    return fail('too_many', { what: 'cards', max: DECK_MAX, given });
  }
}
