import { describe, expect, test } from 'vitest';

import type { ActionSight } from '#renderer/actions/action-sight.ts';
import { createActionStore } from '#renderer/actions/action-state.ts';
import { ACTION_TABLE, allChoices } from '#renderer/actions/action-table.ts';
import { actionTypeOf } from '#renderer/actions/part-actions.ts';
import { chatLine } from '#renderer/actions/chat-line.ts';
import { performAction, type ActionSurroundings } from '#renderer/actions/perform-action.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { DeskPanel } from '#renderer/store/desk-store.ts';
import { fail } from '#shared/contract/app-error.ts';
import { commands, isCommandName, type CommandName } from '#shared/contract/contract.ts';
import type { DeskPart } from '#shared/model/desk-part.ts';
import { RoomId } from '#shared/model/ids.ts';
import { NO_STAGE } from '#shared/model/stage.ts';
import { NO_TERMS } from '#shared/model/run-of-show.ts';
import { NO_PROMISES } from '#shared/model/promise.ts';
import { sampleProposals } from '#tests/support/sample-proposals.ts';
import { NO_OUTLETS } from '#shared/model/outlet.ts';
import { KEY_ACTIONS } from '#shared/model/key-binding.ts';
import { sampleShelfApart } from '#tests/support/sample-alerts.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { createChatLog } from '#renderer/store/chat-log.ts';
import { sampleAction, sampleActs } from '#tests/support/sample-acts.ts';
import { sampleSlip } from '#tests/support/sample-slips.ts';
import { sampleChat } from '#tests/support/sample-events.ts';
import {
  SAMPLE_NOW,
  sampleSlices,
  sampleSnapshot,
  sampleSource,
} from '#tests/support/sample-snapshot.ts';

/** Desk commands that a line of the palette does not do by itself: where it leads to instead. */
const BY_A_SHEET: Partial<Record<CommandName, DeskPanel>> = {
  'source.add': 'sources',
  'source.remove': 'sources',
  'source.setLogin': 'sources',
  'source.removeLogin': 'sources',
  'inbound.makeToken': 'sources',
  'inbound.setUp': 'sources',
  'inbound.close': 'sources',
  'screens.listen': 'screens',
  'screens.close': 'screens',
  'screens.offer': 'screens',
  'screens.cancelOffer': 'screens',
  'screens.revoke': 'screens',
  'store.backups': 'store',
  'store.restore': 'store',
  'store.acknowledge': 'store',
  'person.card': 'person',
  'person.setNote': 'person',
  'person.mark': 'person',
  'person.unmark': 'person',
  'person.find': 'data',
  'person.erase': 'data',
  'data.export': 'data',
  'data.import': 'data',
  'data.cancel': 'data',
  'cue.addCards': 'library',
  'cue.setFavourite': 'library',
  'cue.undoLibrary': 'library',
  'cue.usage': 'library',
  'cue.exportDeck': 'library',
  'anchor.put': 'library',
  'anchor.remove': 'library',
  'anchor.choose': 'library',
  'shows.list': 'shows',
  'shows.rename': 'shows',
  'shows.setWords': 'shows',
  'shows.remove': 'shows',
  'shows.restore': 'shows',
  'shows.erase': 'shows',
  'shows.compare': 'shows',
  'shows.products': 'shows',
  'shows.merge': 'shows',
  'shows.split': 'shows',
  'shows.joining': 'shows',
  'duty.take': 'handover',
  'risk.export': 'riskWords',
  'promise.make': 'promises',
  'promise.settle': 'promises',
  'promise.reopen': 'promises',
  'rotation.start': 'rotation',
  'rotation.pause': 'rotation',
  'rotation.end': 'rotation',
  'outlet.put': 'outlets',
  'outlet.setSecret': 'outlets',
  'outlet.setOn': 'outlets',
  'outlet.setInShow': 'outlets',
  'outlet.setOnFor': 'outlets',
  'outlet.remove': 'outlets',
  'outlet.list': 'outlets',
  'catalogue.page': 'catalogue',
  'catalogue.put': 'catalogue',
  'catalogue.remove': 'catalogue',
  'catalogue.history': 'catalogue',
  'catalogue.setImage': 'catalogue',
  'image.fetch': 'catalogue',
  'image.part': 'catalogue',
  'catalogue.export': 'catalogue',
  'catalogue.layout': 'import',
  'catalogue.keepLayout': 'import',
  'shelf.stageProducts': 'import',
  'shelf.putStaged': 'import',
  'shelf.putProducts': 'products',
  'search.messages': 'search',
  'screening.get': 'screening',
  'screening.save': 'screening',
  'benefit.list': 'benefits',
  'benefit.put': 'benefits',
  'benefit.remove': 'benefits',
  'imported.ground': 'imported',
  'imported.layout': 'imported',
  'imported.put': 'imported',
  'imported.remove': 'imported',
  'imported.restore': 'imported',
  'figures.enter': 'figures',
  'figures.withdraw': 'figures',
  'figures.get': 'figures',
  'plan.get': 'plan',
  'plan.edit': 'plan',
  'plan.undo': 'plan',
  'plan.redo': 'plan',
  'plan.export': 'plan',
  'improvement.list': 'improvements',
  'improvement.setState': 'improvements',
  'improvement.undo': 'improvements',
  'checklist.get': 'checks',
  'checklist.put': 'checks',
  'checklist.remove': 'checks',
  'checklist.carry': 'checks',
  'checks.overrule': 'checks',
  'targets.set': 'targets',
  'targets.carry': 'targets',
  'targets.withdraw': 'targets',
  'targets.get': 'targets',
  'room.create': 'rooms',
  'room.rename': 'rooms',
};

/** What the desk does by itself, and what stands on the page that is open when nothing else is. */
const NOT_CHOSEN: Partial<Record<CommandName, string>> = {
  'room.list': 'asked by programs',
  'show.create': 'the first step of setting up a room',
  'show.edit': 'the first step of setting up a room',
  'show.list': 'read by the start page',
  'replay.start': 'past shows on the start page',
  'chat.page': 'read by the chat as it scrolls',
  'triggers.preview': 'tried while a rule is changed in the settings',
  'alert.preview': 'tried while a rule is changed in the settings',
  'question.lines': 'read by a question that is looked into',
  'review.get': 'read by the review',
  'review.asked': 'read by the review',
  'review.lift': 'read by the review',
  'review.voice': 'read by the review’s voices',
  'review.seconds': 'read by the review’s timeline',
  'review.export': 'the buttons of the review',
  'improvement.ofShow': 'read by the review',
  'bookmark.addAt': 'the form of the review',
  'bookmark.note': 'the bar that stands after a mark, and the review',
  'benefit.takeBack': 'the bar that stands after something was given, and the sheet',
  'bookmark.remove': 'the bar that stands after a mark, and the review',
  'bookmark.list': 'read by the bar and the review',
  'improvement.put': 'the form of the review',
  'review.whole': 'the review, which is open',
  'review.saveTables': 'the review, which is open',
  'review.print': 'the review, which is open',
  'review.saveFacts': 'the review, which is open',
  'settings.acknowledge': 'the button of the band that is shown',
  'outlet.pushAgain': 'the button of the target that was changed',
  'team.see': 'the desk itself, when an answer is painted',
  'team.acknowledge': 'the button of the band that is shown',
  'team.undo': 'the button of the answer that is shown',
  'warning.acknowledge': 'the button of the band that is shown',
  'warning.note': 'the form that is opened',
  'slip.describe': 'the bar that stands after a slip',
  'slip.correct': 'the bar that stands after a slip',
  'chat.send': 'the field that is opened',
  'data.decline': 'the button of the band that is shown',
  'settings.export': 'the sheet of settings',
  'settings.import': 'the sheet of settings',
  'shelf.putProduct': 'the form of the shelf, found by its filter',
  'shelf.removeProduct': 'the form of the shelf, found by its filter',
  'shelf.makeGroup': 'the form that is opened',
  'shelf.renameGroup': 'the field that is opened',
  'shelf.assignGroup': 'the form that is opened, and products that are dropped on a header',
  'shelf.reorder': 'Alt with arrows on the shelf, found by its filter',
  'cue.send': 'the field of the cues, and what an alert proposes',
  'answer.put': 'the form below a picked question',
  'answer.remove': 'the form below a picked question',
  'answer.past': 'read by the form below a picked question',
  'cue.putCard': 'the form of the deck',
  'cue.removeCard': 'the form of the deck',
};

const MEI = { platform: 'twitch', platformUserId: '4711', name: 'Mei' };
const sample = sampleSlices('en');
const live = sample.show.show;
const push = sample.shelf.current;
if (live === null || push === null) throw new Error('the sample has a show and a push');
const shelf: SliceInputs['shelf'] = {
  ...sample.shelf,
  armed: sample.shelf.armed ?? {
    productId: sample.shelf.items[1]?.productId ?? 0,
    linkNumber: 2,
    expiresTs: SAMPLE_NOW + 20_000,
    preview: [],
    warnings: [],
    guards: ['sold_out'],
    linkedCueText: null,
  },
  // Scattered, so that it can be gathered.
  items: sample.shelf.items.map((item, index) => ({
    ...item,
    groupId: index === 0 || index === 3 ? 5 : null,
  })),
  groups: [{ id: 5, name: 'Benefit' }],
  lastGroupChange: { changeId: 9, kind: 'made', name: 'Benefit', count: 2, renumbered: [] },
  lastPaste: { pasteId: 7, added: 57, changed: 3 },
  lastPush: {
    ...push,
    state: 'on_shelf',
    undoUntilTs: SAMPLE_NOW + 5_000,
    targets: [
      ...push.targets,
      { target: 'manual', outletId: 5, state: 'waiting', reason: null, delayMs: null },
    ],
  },
};
const cue: SliceInputs['cues']['current'] = {
  id: 90,
  kind: 'free',
  text: 'Slower',
  sentTs: SAMPLE_NOW,
  state: 'sent',
  shownDelayMs: null,
  doneDelayMs: null,
};
const request = {
  id: '0123456789abcdef',
  role: 'anchor' as const,
  name: 'iPad',
  address: '10.0.0.9',
  check: '4711',
  sinceTs: SAMPLE_NOW,
  expiresTs: SAMPLE_NOW + 60_000,
};
const shown = (change: Partial<typeof live>, isDemo: boolean): SliceInputs['show'] => ({
  ...sample.show,
  show: { ...live, ...change },
  playback: isDemo ? { speed: 1, isFinished: false, progress: null } : null,
});
const full: Partial<SliceInputs> = {
  shelf,
  cues: { ...sample.cues, current: cue },
  thanks: {
    due: [
      {
        id: 3,
        kind: 'gift',
        names: ['Mei'],
        people: 1,
        gift: 'Rose',
        sinceTs: SAMPLE_NOW,
        lastTs: SAMPLE_NOW,
      },
    ],
  },
  screens: { ...sample.screens, requests: [request] },
  sources: {
    ...sample.sources,
    sources: [sampleSource({ platform: 'douyin', acts: sampleActs() })],
  },
  slips: { slips: [sampleSlip()] },
  proposals: sampleProposals(),
  stage: {
    ...NO_STAGE,
    calls: [{ seq: 5, reason: 'water', screenId: 1, askedTs: SAMPLE_NOW, answeredTs: null }],
    prompter: { ...NO_STAGE.prompter, documentKey: '4.0' },
  },
  acts: { recent: [sampleAction({ act: 'ban' }), sampleAction({ act: 'pin', seq: 40_001 })] },
};
const ROOM_BLOCKS = { loops: [], terms: NO_TERMS, endTs: null, revision: 0 };
const SELECTED = sampleChat({ seq: 38_303, name: 'Rain', text: 'is it warm?' });

type DeskState = {
  readonly slices: Partial<SliceInputs>;
  readonly isReview: boolean;
  readonly part: DeskPart | null;
};
const state = (slices: Partial<SliceInputs>): DeskState => ({
  slices,
  isReview: false,
  part: null,
});

/** Desks in every state that has actions of its own. */
const DESKS: readonly DeskState[] = [
  state(full),
  state({ ...full, alerts: sampleShelfApart() }),
  state({ ...full, stage: { ...NO_STAGE, load: { ...NO_STAGE.load, restingSeq: 6 } } }),
  state({ ...full, show: shown({ origin: 'demo' }, true) }),
  state({ show: shown({ state: 'planned', startedTs: null }, false) }),
  state({ show: shown({ state: 'paused' }, false) }),
  state({ show: shown({ state: 'ended', endedTs: SAMPLE_NOW }, false) }),
  state({ show: { show: null, clock: null, playback: null } }),
  { slices: full, isReview: true, part: null },
  { ...state(full), part: 'chat' },
  { ...state(full), part: 'shelf' },
];

function sightOf({ slices, isReview, part }: DeskState): ActionSight {
  const parsed = sampleSnapshot({ language: 'en', slices }).slices;
  const {
    show: showSlice,
    shelf: shelfNow,
    cues,
    blocks,
    questions,
    sources,
    screens,
    alerts,
    acts,
    slips,
    stage,
    thanks,
    proposals,
  } = parsed;
  if (
    !showSlice ||
    !shelfNow ||
    !cues ||
    !blocks ||
    !questions ||
    !sources ||
    !screens ||
    !alerts ||
    !acts ||
    !slips ||
    !stage ||
    !thanks ||
    !proposals
  ) {
    throw new Error('the sample has every slice of a desk');
  }
  const log = createChatLog(10);
  log.append([SELECTED]);
  const [selected] = log.rows();
  return {
    show: showSlice.show,
    playback: showSlice.playback,
    shelf: shelfNow,
    deck: cues.deck,
    currentCue: cues.current,
    blocks: blocks.blocks,
    currentBlockId: blocks.currentId,
    questions: [...questions.open, ...questions.answered],
    alerts: alerts.alerts,
    slips: slips.slips,
    stage,
    proposals,
    chosenPerson: MEI,
    acts: acts.recent,
    showNow: SAMPLE_NOW,
    thanks: thanks.due,
    language: 'en',
    selectedLine: selected === undefined ? null : chatLine(selected, sources.sources),
    hiddenChatCount: 1,
    sources: sources.sources,
    request: screens.requests[0] ?? null,
    gift: { seq: 9, ts: 0, name: 'lucky bag' },
    canUndo: shelfNow.lastPush !== null,
    canUndoSettings: true,
    isLive: showSlice.show !== null && !isReview,
    isReviewOpen: isReview,
    part,
    otherRooms: [{ roomId: RoomId.parse('studio-b'), name: 'Studio B' }],
  };
}

/** Does everything that is offered, with a core that only notes what it is asked. */
async function performAll(desk: DeskState, sent: Set<string>, panels: Set<string>): Promise<void> {
  const sight = sightOf(desk);
  useDeskStore.getState().choosePerson(MEI);
  const store = createActionStore();
  const around: ActionSurroundings = {
    store,
    runInArea: async (_area, name) => {
      sent.add(name);
      return fail('link_lost', {});
    },
    seen: () => ({
      showId: null,
      stage: sight.stage,
      proposals: sight.proposals,
      promises: NO_PROMISES,
      outlets: NO_OUTLETS,
      shelf: sight.shelf,
      cues: { deck: [...sight.deck], sent: [], current: sight.currentCue },
      settings: null,
      thanks: sight.thanks,
      alerts: { alerts: [...sight.alerts], heldBack: 0, usual: null },
      slips: { slips: [...sight.slips] },
      blocks: { ...ROOM_BLOCKS, blocks: [...sight.blocks], currentId: sight.currentBlockId },
      link: {
        state: 'live',
        sinceTs: 0,
        waitingCount: 0,
        restartedTs: null,
        error: null,
        badFrameCount: 0,
      },
    }),
    desk: useDeskStore.getState,
    setLanguage: () => undefined,
    speaks: () => 'zh-CN',
    language: () => 'system',
    openPart: () => true,
    openRoom: () => true,
  };
  for (const { action } of allChoices(sight)) {
    await performAction(action, around);
    panels.add(String(useDeskStore.getState().panel));
  }
}

describe('the table of actions', () => {
  test('does every command that a desk may give, or opens the sheet that does', async () => {
    const sent = new Set<string>();
    const panels = new Set<string>();
    for (const desk of DESKS) await performAll(desk, sent, panels);
    const forDesk = Object.entries(commands).flatMap(([name, { callers }]) =>
      isCommandName(name) && callers.some((caller) => caller === 'desk') ? [name] : [],
    );
    const missing = forDesk.filter((name) => {
      const sheet = BY_A_SHEET[name];
      const isByASheet = sheet !== undefined && panels.has(String(sheet));
      return !sent.has(name) && !isByASheet && NOT_CHOSEN[name] === undefined;
    });
    expect(missing).toEqual([]);
    // No exception outlives its reason.
    const excused = [...Object.keys(BY_A_SHEET), ...Object.keys(NOT_CHOSEN)];
    expect(excused.filter((name) => sent.has(name))).toEqual([]);
  });

  test('offers each of its actions in some state of the desk, but for the palette itself', () => {
    const offered = new Set(
      DESKS.flatMap((desk) => allChoices(sightOf(desk)).map(({ action }) => action.type)),
    );
    const never = Object.keys(ACTION_TABLE).filter(
      (type) => ![...offered].some((each) => each === type),
    );
    expect(never).toEqual(['togglePalette']);
  });

  test.each([
    ['chat', ['searchChat', 'arm', 'go', 'undo', 'nextBlock', 'bookmark', 'openSettings']],
    [
      'shelf',
      ['filterShelf', 'arm', 'go', 'undo', 'takeDown', 'setSoldOut', 'undoPaste', 'groupShelf'],
    ],
  ] as const)('in a window of the %s alone: what can be done there, and no more', (part, some) => {
    const types = new Set(allChoices(sightOf({ ...state(full), part })).map((c) => c.action.type));
    expect(some.filter((type) => !types.has(type))).toEqual([]);
    const elsewhere = ['openPart', 'approveScreen', 'endShow', 'leaveShow', 'toggleChartSpan'];
    const other = part === 'chat' ? 'filterShelf' : 'searchChat';
    expect([...elsewhere, other].filter((type) => [...types].some((t) => t === type))).toEqual([]);
  });

  test('gives a key to exactly those actions that keys can be chosen for', () => {
    const keyed = Object.entries(ACTION_TABLE).filter(([, { key }]) => key !== null);
    const types = new Set<string>(KEY_ACTIONS.map(actionTypeOf));
    // A place of the deck each: one action, eight keys.
    types.delete('sendPinned');
    expect(keyed.map(([type]) => type).toSorted()).toEqual([...types].toSorted());
  });
});
