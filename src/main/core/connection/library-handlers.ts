import type { libraryCommands } from '#shared/contract/library-commands.ts';
import { ok } from '#shared/contract/app-error.ts';
import { cardUse } from '../cues/library/card-use.ts';
import { canOf } from '../feeds/registry.ts';
import { deckFile } from '../cues/library/deck-file.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about the cue library and the hosts of a room. */
export const libraryHandlers: { readonly [N in keyof typeof libraryCommands]: Handler<N> } = {
  'cue.sendCard': {
    mode: 'write',
    run: ({ room }, { cardId, productId }) => room.cues.sendCard(cardId, productId),
  },
  'cue.addCards': { mode: 'write', run: ({ room }, input) => room.cues.library.add(input) },
  'cue.setFavourite': {
    mode: 'write',
    run: ({ room }, input) => room.cues.library.setFavourite(input),
  },
  'cue.undoLibrary': {
    mode: 'write',
    run: ({ room }, { changeId }) => room.cues.library.undo(changeId),
  },
  'cue.usage': {
    mode: 'read',
    run: async ({ room }) => {
      const { cues, db, roomId } = room;
      const ownDeckShowId = cues.ownDeckShowId();
      const of = { db, roomId, ownDeckShowId, nowTs: room.showNow(), canOf };
      return ok({ cards: await cardUse(of, cues.deck()) });
    },
  },
  'cue.exportDeck': {
    mode: 'read',
    run: ({ room, transfers }, { format, language }) => {
      const deck = room.cues.deck();
      const saved = transfers.saveCatalogue('cues', format, deckFile(deck, format, language));
      return saved.ok ? ok({ path: saved.value.path, cards: deck.length }) : saved;
    },
  },
  'anchor.put': { mode: 'write', run: ({ room }, input) => room.cues.library.putAnchor(input) },
  'anchor.remove': {
    mode: 'write',
    run: ({ room }, { anchorId }) => room.cues.library.removeAnchor(anchorId),
  },
  'anchor.choose': {
    mode: 'write',
    run: ({ room, identity }, { anchorId }) =>
      room.cues.library.chooseAnchor(anchorId, identity.screenId),
  },
};
