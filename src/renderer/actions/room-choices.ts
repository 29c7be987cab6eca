import { choice } from './action-entry.ts';
import type { ActionChoice } from './action-entry.ts';
import type { ActionSight } from './action-sight.ts';
import type { DeskAction } from './desk-action.ts';

type Choices<T extends DeskAction['type']> = readonly ActionChoice<
  Extract<DeskAction, { type: T }>
>[];

/** How many times faster than life a show can be played. */
export const SPEEDS = [1, 2, 5, 10, 20] as const;

/** Each product of the shelf, found by its link number, name and code. */
export function armChoices({ isLive, shelf }: ActionSight): Choices<'arm'> {
  if (!isLive) return [];
  return shelf.items.map(({ linkNumber, name, code }) => ({
    action: { type: 'arm', linkNumber },
    words: 'palette.arm',
    params: { number: linkNumber, name },
    aliases: [code],
  }));
}

export function stockChoices({ isLive, shelf }: ActionSight): Choices<'setSoldOut'> {
  if (!isLive) return [];
  return shelf.items.map(({ productId, name, isSoldOut }) => ({
    action: { type: 'setSoldOut', productId, isSoldOut: !isSoldOut },
    words: isSoldOut ? 'palette.back' : 'palette.soldOut',
    params: { name },
    aliases: [],
  }));
}

/** The deck: what is pinned to a key, and the rest. */
export function cueChoices({ isLive, deck }: ActionSight): {
  readonly pinned: Choices<'sendPinned'>;
  readonly others: Choices<'sendCue'>;
} {
  const shown = isLive ? deck : [];
  return {
    pinned: shown.flatMap(({ pinnedSlot, text }) =>
      pinnedSlot === null
        ? []
        : [
            {
              action: { type: 'sendPinned', slot: pinnedSlot },
              words: 'palette.sendCue',
              params: { text },
              aliases: [],
            },
          ],
    ),
    others: shown.flatMap(({ pinnedSlot, id, text }) =>
      pinnedSlot === null
        ? [
            {
              action: { type: 'sendCue', cardId: id, text },
              words: 'palette.sendCue',
              params: { text },
              aliases: [],
            },
          ]
        : [],
    ),
  };
}

/** The open questions and what was answered last; those that are owed first, as they stand. */
export function questionChoices({ isLive, questions }: ActionSight): {
  readonly toSend: Choices<'sendQuestion'>;
  readonly toAnswer: Choices<'answerQuestion'>;
  readonly toReopen: Choices<'reopenQuestion'>;
} {
  const shown = isLive ? questions : [];
  const open = shown.filter(({ state }) => state === 'open');
  const answered = shown.filter(({ state }) => state === 'answered');
  return {
    toSend: open.map(({ id: questionId, text }) =>
      choice({ type: 'sendQuestion', questionId }, 'palette.sendQuestion', { text }),
    ),
    toAnswer: open.map(({ id: questionId, text }) =>
      choice({ type: 'answerQuestion', questionId }, 'palette.answerQuestion', { text }),
    ),
    toReopen: answered.map(({ id: questionId, text }) =>
      choice({ type: 'reopenQuestion', questionId }, 'palette.reopenQuestion', { text }),
    ),
  };
}

/** What the newest open alert can be answered with. */
export function alertChoices({ isLive, alerts }: ActionSight): Choices<'answerAlert'> {
  const newest = isLive ? alerts.findLast(({ answer }) => answer === null) : undefined;
  if (newest === undefined) return [];
  const { seq } = newest;
  return (['seen', 'snoozed', 'never'] as const).map((answer) =>
    choice({ type: 'answerAlert', seq, answer }, `palette.alert.${answer}`, {}),
  );
}

export function blockChoices(sight: ActionSight): Choices<'startBlock'> {
  if (!sight.isLive) return [];
  return sight.blocks
    .filter(({ id }) => id !== sight.currentBlockId)
    .map(({ id, title }) => ({
      action: { type: 'startBlock', blockId: id },
      words: 'palette.startBlock',
      params: { title },
      aliases: [],
    }));
}

export function speedChoices({ isLive, show, playback }: ActionSight): Choices<'setSpeed'> {
  if (!isLive || playback === null || playback.isFinished || show?.state === 'ended') return [];
  return SPEEDS.filter((speed) => speed !== playback.speed).map((speed) => ({
    action: { type: 'setSpeed', speed },
    words: 'palette.setSpeed',
    params: { speed },
    aliases: [],
  }));
}

export function demoChoices({ show }: ActionSight): Choices<'startDemo'> {
  if (show !== null) return [];
  return SPEEDS.map((speed) => ({
    action: { type: 'startDemo', speed },
    words: 'palette.startDemo',
    params: { speed },
    aliases: [],
  }));
}

export function sourceChoices({ sources }: ActionSight): Choices<'switchSource'> {
  return sources.map(({ id, channel, isEnabled }) => ({
    action: { type: 'switchSource', sourceId: id, isEnabled: !isEnabled },
    words: isEnabled ? 'palette.sourceOff' : 'palette.sourceOn',
    params: { channel },
    aliases: [],
  }));
}

/** The room on screen is on air or paused. */
export function isRunning({ isLive, show }: ActionSight): boolean {
  return isLive && (show?.state === 'on_air' || show?.state === 'paused');
}

export function isAtRest(state: 'planned' | 'on_air' | 'paused' | 'ended'): boolean {
  return state === 'planned' || state === 'ended';
}
