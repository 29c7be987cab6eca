import { useMemo } from 'react';

import type { ChatAction } from '#shared/model/chat-act.ts';
import type { Alert } from '#shared/model/alert.ts';
import type { CueCard, SentCue } from '#shared/model/cue.ts';
import type { DeskPart } from '#shared/model/desk-part.ts';
import type { RoomEntry } from '#shared/model/room.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import type { ScreenRequest } from '#shared/model/screen.ts';
import type { Question } from '#shared/model/question.ts';
import type { Show } from '#shared/model/show.ts';
import type { Language } from '#shared/model/settings.ts';
import type { Slip } from '#shared/model/slip.ts';

import type { Gift } from './action-state.ts';
import type { Source } from '#shared/model/source.ts';
import { chatLine, type ChatLine } from './chat-line.ts';
import { useActionState } from './desk-actions-context.tsx';
import { useOtherRooms } from './use-other-rooms.ts';
import { useIsSettingUp } from '#renderer/store/use-setting-up.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { ShownPerson } from '#renderer/store/person-shown.ts';
import type { RoomState } from '#renderer/store/room-store.ts';
import {
  useActs,
  useAlerts,
  useBlocks,
  useChat,
  useCues,
  useQuestions,
  usePlayback,
  useProposals,
  useRoomSlips,
  useScreens,
  useShelf,
  useShow,
  useSources,
  useStage,
  useThanks,
} from '#renderer/store/selectors.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShowNow, useWallNow } from '#renderer/store/use-now.ts';

/** What decides which actions there are now. */
export type ActionSight = {
  readonly show: Show | null;
  readonly playback: RoomState['show']['playback'];
  readonly shelf: RoomState['shelf'];
  readonly deck: readonly CueCard[];
  /** What the anchor has before them; null for nothing. */
  readonly currentCue: SentCue | null;
  readonly blocks: readonly Block[];
  readonly currentBlockId: Block['id'] | null;
  /** What viewers ask: the open ones as they stand, and the newest that were answered. */
  readonly questions: readonly Question[];
  readonly alerts: readonly Alert[];
  readonly thanks: RoomState['thanks']['due'];
  /** What the desk speaks. */
  readonly language: Language;
  readonly stage: RoomState['stage'];
  readonly proposals: RoomState['proposals'];
  /** What the host said and should not have, oldest first. */
  readonly slips: readonly Slip[];
  /** Whose chat line is selected; null for nobody's. */
  readonly chosenPerson: ShownPerson | null;
  /** What was done in the platforms' chats, oldest first. */
  readonly acts: readonly ChatAction[];
  /** Show time, to the second; 0 without a show. */
  readonly showNow: number;
  /** The message that is selected in the chat; null for none. */
  readonly selectedLine: ChatLine | null;
  readonly hiddenChatCount: number;
  readonly sources: readonly Source[];
  /** The device that has waited longest to be let in; null for none. */
  readonly request: ScreenRequest | null;
  readonly canUndo: boolean;
  /** What was just given and can be taken back; null for nothing. */
  readonly gift: Gift | null;
  /** A setting was changed in this window and not taken back. */
  readonly canUndoSettings: boolean;
  /** The live room is on screen: its products, cues and blocks can be worked. */
  readonly isLive: boolean;
  readonly isReviewOpen: boolean;
  /** The part that this window shows alone; null for the whole desk. */
  readonly part: DeskPart | null;
  /** Rooms beside this window's, by the names they go by. */
  readonly otherRooms: readonly Pick<RoomEntry, 'roomId' | 'name'>[];
};

export function useActionSight(): ActionSight {
  const show = useShow();
  const playback = usePlayback();
  const shelf = useShelf();
  const { deck, current: currentCue } = useCues();
  const { blocks, currentId: currentBlockId } = useBlocks();
  const { alerts } = useAlerts();
  const thanks = useThanks();
  const { language } = useI18n();
  const stage = useStage();
  const proposals = useProposals();
  const { slips } = useRoomSlips();
  const acts = useActs().recent;
  const { open, answered } = useQuestions();
  const questions = useMemo(() => [...open, ...answered], [open, answered]);
  const sources = useSources();
  const request = useScreens().requests[0] ?? null;
  const canUndoSettings = useActionState(({ settingsHistory }) => settingsHistory.length > 0);
  const gift = useActionState((state) => state.gift);
  const viewName = useDeskStore(({ view }) => view.name);
  const wallNow = useWallNow(1000);
  const { lastPush } = shelf;
  const canUndo =
    lastPush !== null && lastPush.state !== 'undone' && wallNow < lastPush.undoUntilTs;
  const isSettingUp = useIsSettingUp();
  const isLive = viewName === 'live' && show !== null && !isSettingUp;
  const isReviewOpen = viewName === 'review';
  const part = useDeskStore((desk) => desk.part);
  const chosenPerson = useDeskStore((desk) => desk.chosenPerson);
  const log = useChat();
  const selectedKey = useDeskStore((desk) => desk.selectedChatKey);
  const hiddenChatCount = useDeskStore((desk) => desk.hiddenChatKeys.size);
  const row = selectedKey === null ? undefined : log.latest(selectedKey);
  const selectedLine = useMemo(
    () => (row === undefined ? null : chatLine(row, sources)),
    [row, sources],
  );
  const otherRooms = useOtherRooms();
  const showNow = useShowNow(1_000) ?? 0;
  return useMemo(
    () => ({
      show,
      playback,
      shelf,
      deck,
      currentCue,
      blocks,
      currentBlockId,
      questions,
      alerts,
      thanks,
      language,
      stage,
      proposals,
      slips,
      chosenPerson,
      acts,
      showNow,
      selectedLine,
      hiddenChatCount,
      sources,
      request,
      canUndo,
      gift,
      canUndoSettings,
      isLive,
      isReviewOpen,
      part,
      otherRooms,
    }),
    [
      show,
      playback,
      shelf,
      deck,
      currentCue,
      blocks,
      currentBlockId,
      questions,
      alerts,
      thanks,
      language,
      stage,
      proposals,
      slips,
      chosenPerson,
      acts,
      showNow,
      selectedLine,
      hiddenChatCount,
      sources,
      request,
      canUndo,
      gift,
      canUndoSettings,
      isLive,
      isReviewOpen,
      part,
      otherRooms,
    ],
  );
}
