import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandName } from '#shared/contract/contract.ts';
import { appendFromBridge } from '../feeds/bridge/append.ts';
import { BRIDGE } from '../feeds/source-lists.rules.ts';
import { switchShow } from '../room/show-changes.ts';
import { alertHandlers } from './alert-handlers.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { screeningHandlers } from './screening-handlers.ts';
import { benefitHandlers } from './benefit-handlers.ts';
import { importedHandlers } from './imported-handlers.ts';
import { reviewDetailHandlers } from './review-detail-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { reviewExportHandlers } from './review-export-handlers.ts';
import { showHandlers } from './show-handlers.ts';
import { showsHandlers } from './shows-handlers.ts';
import { targetHandlers } from './target-handlers.ts';
import { chatHandlers } from './chat-handlers.ts';
import { groupHandlers } from './group-handlers.ts';
import type { Handler } from './handler.ts';
import { answerHandlers } from './answer-handlers.ts';
import { thanksHandlers } from './thanks-handlers.ts';
import { libraryHandlers } from './library-handlers.ts';
import { bookmarkHandlers } from './bookmark-handlers.ts';
import { improvementHandlers } from './improvement-handlers.ts';
import { inboundHandlers } from './inbound-handlers.ts';
import { imageHandlers } from './image-handlers.ts';
import { outletHandlers } from './outlet-handlers.ts';
import { planHandlers } from './plan-handlers.ts';
import { proposalHandlers } from './proposal-handlers.ts';
import { personHandlers } from './person-handlers.ts';
import { riskHandlers } from './risk-handlers.ts';
import { slipHandlers } from './slip-handlers.ts';
import { stageHandlers } from './stage-handlers.ts';
import { teamHandlers } from './team-handlers.ts';

/** One handler for each entry of the contract: a missing one fails to compile. */
export const handlers: { readonly [N in CommandName]: Handler<N> } = {
  'room.create': {
    mode: 'write',
    run: ({ rooms }, input) => rooms.create(input),
    after: async ({ rooms }) => rooms.openNew(),
  },
  'room.list': { mode: 'read', run: ({ rooms }) => ok({ rooms: [...rooms.list()] }) },

  'room.rename': {
    mode: 'write',
    run: ({ rooms }, input) => rooms.rename(input),
    after: async ({ rooms }) => rooms.tellOfRooms(),
  },

  ...showHandlers,
  ...showsHandlers,

  'demo.start': {
    mode: 'write',
    run: ({ room }, input) => room.playback.startDemo(input),
    after: ({ room }) => switchShow(room),
  },
  'replay.start': {
    mode: 'write',
    prepare: ({ room }, input) => room.playback.prepareReplay(input),
    run: ({ room }, input) => room.playback.startReplay(input),
    after: ({ room }) => switchShow(room),
  },
  'playback.setSpeed': { mode: 'write', run: ({ room }, { speed }) => room.shows.setSpeed(speed) },

  'source.add': {
    mode: 'write',
    run: ({ room }, { connector, channel, address }) =>
      room.sources.add(connector, channel, address),
  },
  'source.setEnabled': {
    mode: 'write',
    run: ({ room }, { sourceId, isEnabled }) => room.sources.setEnabled(sourceId, isEnabled),
    after: async ({ room }, { sourceId, isEnabled }) => room.sources.switch(sourceId, isEnabled),
  },
  'source.remove': {
    mode: 'write',
    run: ({ room }, { sourceId }) => room.sources.remove(sourceId),
    after: ({ room }, { sourceId }) => room.sources.forget(sourceId),
  },
  'source.setLogin': {
    mode: 'read',
    run: ({ room }, { sourceId, name, token }) =>
      room.sources.changeLogin(sourceId, (logins, row) => logins.put(row, name, token)),
  },
  'source.removeLogin': {
    mode: 'read',
    run: ({ room }, { sourceId }) =>
      room.sources.changeLogin(sourceId, (logins) => logins.remove(sourceId)),
  },

  'shelf.putProduct': {
    mode: 'write',
    run: ({ room }, { fields, linkNumber }) => room.catalogue.put(fields, linkNumber),
  },
  ...catalogueHandlers,
  ...imageHandlers,
  ...slipHandlers,
  ...improvementHandlers,
  ...riskHandlers,
  ...groupHandlers,
  'shelf.putProducts': {
    mode: 'write',
    run: ({ room }, { products }) => room.pastes.put(products),
  },
  'shelf.stageProducts': { mode: 'read', run: ({ room }, input) => room.pastes.stage(input) },
  'shelf.putStaged': {
    mode: 'write',
    run: ({ room }, { importId, count }) => room.pastes.putStaged(importId, count),
  },
  'shelf.undoPaste': { mode: 'write', run: ({ room }, { pasteId }) => room.pastes.undo(pasteId) },
  'shelf.removeProduct': {
    mode: 'write',
    run: ({ room }, { productId }) => room.catalogue.remove(productId),
  },
  'shelf.reorder': {
    mode: 'write',
    run: ({ room }, { productIds }) => room.catalogue.reorder(productIds),
  },
  'shelf.setSoldOut': {
    mode: 'write',
    run: ({ room }, { productId, isSoldOut }) => room.catalogue.setSoldOut(productId, isSoldOut),
  },
  'shelf.arm': { mode: 'read', run: ({ room }, { linkNumber }) => room.pushes.arm(linkNumber) },
  'shelf.disarm': { mode: 'read', run: ({ room }) => room.pushes.disarm() },
  'shelf.overrule': {
    mode: 'read',
    run: ({ room }, { productId }) => room.pushes.overrule(productId),
  },
  'shelf.go': {
    mode: 'write',
    run: ({ room, identity }, { productId }) => room.pushes.go(productId, identity.screenId),
  },
  'shelf.undo': { mode: 'write', run: ({ room }, { pushId }) => room.pushes.undo(pushId) },
  'shelf.takeDown': { mode: 'write', run: ({ room }) => room.pushes.takeDown() },

  'cue.send': { mode: 'write', run: ({ room }, { kind, text }) => room.cues.send(kind, text) },
  'cue.withdraw': {
    mode: 'write',
    run: ({ room }, { cueId }) => room.cues.answer(cueId, 'withdrawn', null),
  },
  ...libraryHandlers,
  ...thanksHandlers,
  ...answerHandlers,
  'cue.putCard': { mode: 'write', run: ({ room }, input) => room.cues.library.put(input) },
  'cue.removeCard': {
    mode: 'write',
    run: ({ room }, { cardId }) => room.cues.library.remove(cardId),
  },
  'cue.answer': {
    mode: 'write',
    run: ({ room, identity }, { cueId, answer }) => {
      const result = room.cues.answer(cueId, answer, identity.screenId);
      if (result.ok && answer === 'done') room.questions.said(cueId);
      return result;
    },
  },
  'push.confirm': {
    mode: 'write',
    run: ({ room, identity }, { pushId }) =>
      room.pushes.confirm(pushId, identity.role === 'overlay' ? 'overlay' : 'anchor'),
  },

  ...planHandlers,
  ...bookmarkHandlers,

  'question.answer': {
    mode: 'write',
    run: ({ room }, { questionId, how }) => room.questions.answer(questionId, how),
  },
  'question.reopen': {
    mode: 'write',
    run: ({ room }, { questionId }) => room.questions.reopen(questionId),
  },
  'question.send': { mode: 'write', run: ({ room }, input) => room.questions.send(input) },
  'question.lines': {
    mode: 'read',
    run: ({ room }, { questionId, limit }) => room.questions.lines(questionId, limit),
  },

  'figures.enter': {
    mode: 'write',
    run: ({ room, identity }, input) => room.metrics.figures.enter(input, identity.screenId),
  },
  'figures.withdraw': {
    mode: 'write',
    run: ({ room }, input) => room.metrics.figures.withdraw(input),
  },
  'figures.get': { mode: 'read', run: ({ room }, input) => room.metrics.figures.get(input.showId) },
  ...alertHandlers,
  ...proposalHandlers,
  ...targetHandlers,
  ...outletHandlers,
  ...chatHandlers,

  ...teamHandlers,
  ...stageHandlers,
  ...inboundHandlers,

  'screens.listen': {
    mode: 'read',
    run: async ({ screens }, { address }) => plain(await screens.listen(address)),
  },
  'screens.close': {
    mode: 'read',
    run: async ({ screens }) => {
      await screens.closeListening();
      return ok({});
    },
  },
  'screens.offer': {
    mode: 'read',
    run: ({ screens, room }, input) => screens.offer({ trade: null, ...input }, room.roomId),
  },
  'screens.cancelOffer': {
    mode: 'read',
    run: ({ screens }) => {
      screens.cancelOffer();
      return ok({});
    },
  },
  'screens.approve': {
    mode: 'read',
    run: ({ screens, room }, { requestId }) => plain(screens.approve(room.roomId, requestId)),
  },
  'screens.refuse': {
    mode: 'read',
    run: ({ screens, room }, { requestId }) => plain(screens.refuse(room.roomId, requestId)),
  },
  'screens.revoke': {
    mode: 'read',
    run: ({ screens, room }, { screenId }) => plain(screens.revoke(room.roomId, screenId)),
  },

  'store.backups': {
    mode: 'read',
    run: ({ keeper }) => ok({ backups: [...keeper.backups()] }),
  },
  'store.backUp': { mode: 'read', run: ({ keeper }) => keeper.backUp() },
  'store.check': { mode: 'read', run: ({ keeper }) => keeper.check() },
  'store.restore': { mode: 'read', run: ({ keeper }, { name }) => keeper.restore(name) },
  'store.acknowledge': { mode: 'read', run: ({ keeper }) => keeper.acknowledge() },
  'settings.change': { mode: 'read', run: ({ settings }, change) => settings.change(change) },
  'settings.acknowledge': { mode: 'read', run: ({ settings }) => settings.acknowledge() },
  'settings.export': { mode: 'read', run: ({ settings }, { path }) => settings.exportTo(path) },
  'settings.import': { mode: 'read', run: ({ settings }, { text }) => settings.importText(text) },

  ...reviewHandlers,
  ...reviewDetailHandlers,
  ...reviewExportHandlers,
  ...importedHandlers,
  ...benefitHandlers,
  ...screeningHandlers,

  'search.messages': {
    mode: 'read',
    run: async ({ room, search }, input) => ok(await search.find(room.roomId, input)),
  },

  ...personHandlers,

  'person.find': {
    mode: 'read',
    run: ({ erasures }, { platform, text }) => ok({ people: [...erasures.find(platform, text)] }),
  },
  'person.erase': {
    mode: 'write',
    run: ({ erasures }, { platform, platformUserId }) => erasures.request(platform, platformUserId),
    after: async ({ erasures }) => erasures.begin(),
  },

  'data.export': { mode: 'read', run: ({ transfers }, { path }) => transfers.startExport(path) },
  'data.import': { mode: 'read', run: ({ transfers }, { path }) => transfers.startImport(path) },
  'data.cancel': { mode: 'read', run: ({ transfers }) => transfers.cancel() },
  'data.decline': { mode: 'read', run: ({ transfers }) => transfers.decline() },

  'ingest.append': {
    mode: 'write',
    run: ({ room }, { sender, events }) =>
      events.length === 0
        ? fail('bad_request', { what: 'events' })
        : appendFromBridge(room, { connector: BRIDGE, sender }, events),
  },
};

/** A command without a value of its own answers with nothing. */
function plain(result: Result<unknown>): Result<Record<string, never>> {
  return result.ok ? ok({}) : result;
}
