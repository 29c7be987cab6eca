import type { ActionEntry } from './action-entry.ts';
import { choice } from './action-entry.ts';
import { IN_ROOM, keyed, plain, when } from './action-manners.ts';
import { isRunning } from './room-choices.ts';
import type { DeskAction } from './desk-action.ts';

type StageActionType =
  | 'openStage'
  | 'answerHelp'
  | 'flashCue'
  | 'runPrompter'
  | 'pacePrompter'
  | 'restartPrompter'
  | 'priceSaid'
  | 'rest';

/** The part of the table about the host and their screens. */
export const STAGE_ACTIONS: {
  readonly [T in StageActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  openStage: {
    ...keyed('screen', 'keys.openStage', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'openStage' }, 'stage.open'),
  },
  answerHelp: {
    ...keyed('cue', 'keys.answerHelp', IN_ROOM),
    choices: ({ isLive, stage }) =>
      when(
        isLive && stage.calls.some(({ answeredTs }) => answeredTs === null),
        { type: 'answerHelp' },
        'palette.answerHelp',
      ),
  },
  flashCue: {
    ...plain('cue'),
    choices: ({ isLive, currentCue }) =>
      when(isLive && currentCue?.state === 'sent', { type: 'flashCue' }, 'palette.flashCue'),
  },
  runPrompter: {
    ...keyed('cue', 'keys.runPrompter', IN_ROOM),
    choices: ({ isLive, stage }) =>
      when(
        isLive,
        { type: 'runPrompter' },
        stage.prompter.isRunning ? 'palette.haltPrompter' : 'palette.runPrompter',
      ),
  },
  pacePrompter: {
    ...plain('cue'),
    choices: ({ isLive }) =>
      isLive
        ? [
            choice({ type: 'pacePrompter', step: 1 }, 'palette.prompterFaster'),
            choice({ type: 'pacePrompter', step: -1 }, 'palette.prompterSlower'),
          ]
        : [],
  },
  restartPrompter: {
    ...plain('cue'),
    choices: ({ isLive }) => when(isLive, { type: 'restartPrompter' }, 'palette.restartPrompter'),
  },
  priceSaid: {
    ...plain('cue'),
    choices: ({ isLive, stage }) =>
      when(
        isLive && stage.prompter.documentKey !== '' && !stage.prompter.isPriceSaid,
        { type: 'priceSaid' },
        'palette.priceSaid',
      ),
  },
  rest: {
    ...plain('cue'),
    choices: (sight) =>
      !isRunning(sight)
        ? []
        : sight.stage.load.restingSeq === null
          ? [choice({ type: 'rest', isBegun: true }, 'palette.beginRest')]
          : [choice({ type: 'rest', isBegun: false }, 'palette.endRest')],
  },
};
