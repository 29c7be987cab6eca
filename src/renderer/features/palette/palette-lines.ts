import type { Block } from '#shared/model/run-of-show.ts';
import type { CueCard } from '#shared/model/cue.ts';
import type { Show } from '#shared/model/show.ts';
import type { DeskAction } from '#renderer/actions/desk-action.ts';
import { keysOfAction } from '#renderer/actions/key-table.ts';
import { LANGUAGES } from '#renderer/i18n/messages.ts';
import type { Language, MessageKey } from '#renderer/i18n/messages.ts';
import { translate } from '#renderer/i18n/translate.ts';
import type { MessageParams } from '#renderer/i18n/translate.ts';
import type { RoomState } from '#renderer/store/room-store.ts';

import type { Findable } from './palette-match.ts';

export type PaletteLine = Findable & {
  readonly id: string;
  readonly group: MessageKey;
  readonly label: string;
  readonly keys: readonly string[];
  readonly action: DeskAction;
  /** Cannot be taken back: asks for a second Enter. */
  readonly isGrave: boolean;
};

export type PaletteState = {
  readonly show: Show | null;
  readonly shelf: RoomState['shelf'];
  readonly deck: readonly CueCard[];
  readonly blocks: readonly Block[];
  readonly currentBlockId: Block['id'] | null;
  readonly canUndo: boolean;
  /** The live room is on screen: its products, cues and blocks can be worked. */
  readonly isLive: boolean;
};

type MakeLine = (
  group: 'push' | 'product' | 'cue' | 'block' | 'show' | 'screen',
  action: DeskAction,
  key: MessageKey,
  params?: MessageParams,
  aliases?: readonly string[],
) => PaletteLine;

/** Everything that can be done now, in the order of how often it is wanted. */
export function paletteLines(state: PaletteState, language: Language): readonly PaletteLine[] {
  const line: MakeLine = (group, action, key, params = {}, aliases = []) => {
    const keys = keysOfAction(action);
    return {
      id: `${key} ${JSON.stringify(action)}`,
      group: `palette.group.${group}`,
      label: translate(language, key, params),
      // Whatever the screen speaks, a command is found by its words in every language.
      texts: LANGUAGES.map((each) => translate(each, key, params)),
      aliases: [...aliases, keys.join(' '), keys.join('')],
      keys,
      action,
      isGrave: action.type === 'endShow',
    };
  };
  if (!state.isLive) {
    return [line('screen', { type: 'showLive' }, 'palette.showLive'), ...pageLines(line)];
  }
  return [
    ...pushLines(state, line),
    ...armLines(state, line),
    ...cueLines(state, line),
    ...blockLines(state, line),
    ...showLines(state, line),
    ...screenLines(line),
    ...shelfLines(state, line),
  ];
}

function pushLines({ shelf, canUndo }: PaletteState, line: MakeLine): readonly PaletteLine[] {
  const armed = shelf.items.find((item) => item.productId === shelf.armed?.productId);
  return [
    ...(armed === undefined
      ? []
      : [
          line('push', { type: 'go' }, 'palette.go', { name: armed.name }),
          line('push', { type: 'disarm' }, 'palette.disarm'),
        ]),
    ...(canUndo ? [line('push', { type: 'undo' }, 'palette.undo')] : []),
  ];
}

function armLines({ shelf }: PaletteState, line: MakeLine): readonly PaletteLine[] {
  return shelf.items.map(({ linkNumber, name, code }) =>
    line('product', { type: 'arm', linkNumber }, 'palette.arm', { number: linkNumber, name }, [
      code,
    ]),
  );
}

/** Rare and unwelcome by accident: never the first line under a hasty Enter. */
function shelfLines({ shelf }: PaletteState, line: MakeLine): readonly PaletteLine[] {
  const stocks = shelf.items.map(({ productId, name, isSoldOut }) =>
    line(
      'product',
      { type: 'setSoldOut', productId, isSoldOut: !isSoldOut },
      isSoldOut ? 'palette.back' : 'palette.soldOut',
      { name },
    ),
  );
  return shelf.current?.state === 'on_shelf'
    ? [line('push', { type: 'takeDown' }, 'palette.takeDown'), ...stocks]
    : stocks;
}

function cueLines({ deck }: PaletteState, line: MakeLine): readonly PaletteLine[] {
  return deck.map(({ pinnedSlot, kind, text }) =>
    line(
      'cue',
      pinnedSlot === null
        ? { type: 'sendCue', kind, text }
        : { type: 'sendPinned', slot: pinnedSlot },
      'palette.sendCue',
      { text },
    ),
  );
}

function blockLines(state: PaletteState, line: MakeLine): readonly PaletteLine[] {
  const { blocks, currentBlockId } = state;
  if (blocks.length === 0) return [];
  return [
    line('block', { type: 'nextBlock' }, 'palette.nextBlock'),
    ...blocks
      .filter(({ id }) => id !== currentBlockId)
      .map(({ id, title }) =>
        line('block', { type: 'startBlock', blockId: id }, 'palette.startBlock', { title }),
      ),
  ];
}

function showLines({ show }: PaletteState, line: MakeLine): readonly PaletteLine[] {
  if (show === null) return [];
  const { state } = show;
  const isRunning = state === 'on_air' || state === 'paused';
  return [
    ...(isRunning ? [line('show', { type: 'bookmark' }, 'palette.bookmark')] : []),
    ...(state === 'planned' ? [line('show', { type: 'startShow' }, 'palette.startShow')] : []),
    ...(state === 'on_air' ? [line('show', { type: 'pauseShow' }, 'palette.pauseShow')] : []),
    ...(state === 'paused' ? [line('show', { type: 'resumeShow' }, 'palette.resumeShow')] : []),
    ...(isRunning ? [line('show', { type: 'endShow' }, 'palette.endShow')] : []),
  ];
}

function screenLines(line: MakeLine): readonly PaletteLine[] {
  return [
    line('screen', { type: 'searchChat' }, 'palette.searchChat'),
    line('screen', { type: 'filterShelf' }, 'palette.filterShelf'),
    line('screen', { type: 'toggleChartSpan' }, 'palette.chartSpan'),
    line('screen', { type: 'toggleKeys' }, 'palette.toggleKeys'),
    ...pageLines(line),
  ];
}

/** What can be done on every page of the desk. */
function pageLines(line: MakeLine): readonly PaletteLine[] {
  return [
    line('screen', { type: 'openPanel', panel: 'sources' }, 'palette.sources'),
    line('screen', { type: 'openPanel', panel: 'screens' }, 'palette.screens'),
    line('screen', { type: 'openPanel', panel: 'store' }, 'store.open'),
    line('screen', { type: 'openPanel', panel: 'data' }, 'palette.data'),
    line('screen', { type: 'openPanel', panel: 'data' }, 'palette.erasePerson'),
    line('screen', { type: 'setTheme', theme: 'dark' }, 'palette.themeDark'),
    line('screen', { type: 'setTheme', theme: 'light' }, 'palette.themeLight'),
    line('screen', { type: 'setTheme', theme: 'system' }, 'palette.themeSystem'),
    line('screen', { type: 'setLanguage', language: 'zh-CN' }, 'palette.languageZh'),
    line('screen', { type: 'setLanguage', language: 'en' }, 'palette.languageEn'),
    line('screen', { type: 'setLanguage', language: 'system' }, 'palette.languageSystem'),
  ];
}
