import { useStore } from 'zustand';

import { useRoomStore } from '#renderer/connection/client-context.tsx';
import type { ShowId } from '#shared/model/ids.ts';
import type { OverlayLook } from '#shared/model/overlay-look.ts';
import type { Show, ShowClock } from '#shared/model/show.ts';
import type { PlatformWarning, SecretProtection, Source } from '#shared/model/source.ts';

import { keptPeople, type KeptPeople } from './kept-people.ts';
import type { ChatLog } from './chat-log.ts';
import type { RoomState } from './room-store.ts';

/** Selectors return held objects, never new ones, so that a batch redraws only what it changed. */
function useRoomState<T>(select: (state: RoomState) => T): T {
  return useStore(useRoomStore().state, select);
}

/** The chosen show; null when none is. */
export const useShow = (): Show | null => useRoomState((state) => state.show.show);

/** Anchors of the show clock; `use-now.ts` has the ticking hooks. */
export const useShowClock = (): ShowClock | null => useRoomState((state) => state.show.clock);

/** What a demo or replay is doing; null for live shows. */
export const usePlayback = (): RoomState['show']['playback'] =>
  useRoomState((state) => state.show.playback);

export const useSources = (): readonly Source[] => useRoomState((state) => state.sources.sources);
/** Warnings of platforms that nobody has seen yet, oldest first. */
export const useWarnings = (): readonly PlatformWarning[] =>
  useRoomState((state) => state.sources.warnings);
/** What guards a token that is entered on this desk. */
export const useSecretProtection = (): SecretProtection =>
  useRoomState((state) => state.sources.secretProtection);
export const useShelf = (): RoomState['shelf'] => useRoomState((state) => state.shelf);
export const useCues = (): RoomState['cues'] => useRoomState((state) => state.cues);
/** Answers that hold now. */
export const useAnswers = (): RoomState['answers'] => useRoomState((state) => state.answers);
/** Thanks that are due, in the order in which they stand. */
export const useThanks = (): RoomState['thanks']['due'] =>
  useRoomState((state) => state.thanks.due);
/** Hosts of the room, and the last change of its cue library. */
export const useLibrary = (): RoomState['library'] => useRoomState((state) => state.library);
/** What the chat asks; `isReady` false means that it is not known yet. */
export const useQuestions = (): RoomState['questions'] => useRoomState((state) => state.questions);
/** What is off in the room, and how it usually is at this minute. */
export const useAlerts = (): RoomState['alerts'] => useRoomState((state) => state.alerts);
/** What the show's figures shall come to. */
export const useTargets = (): RoomState['targets']['targets'] =>
  useRoomState((state) => state.targets.targets);
/** What viewers were promised. */
/** How often a show's review was written to since the core began. */
export const useReviewRevision = (showId: ShowId): number =>
  useRoomState(
    ({ reviewed }) => reviewed.changes.find((each) => each.showId === showId)?.revision ?? 0,
  );
export const usePromises = (): RoomState['promises'] => useRoomState((state) => state.promises);
/** What the host said and should not have, oldest first. */
export const useProposals = (): RoomState['proposals'] => useRoomState((state) => state.proposals);
export const useRoomSlips = (): RoomState['slips'] => useRoomState((state) => state.slips);
/** All marks of the show that were ever told; `useMarks` has those that stand. */
export const useToldMarks = (): RoomState['marks'] => useRoomState((state) => state.marks);
/** What desks did in the platforms' chats, oldest first. */
export const useActs = (): RoomState['acts'] => useRoomState((state) => state.acts);
/** Where pushes go beside the desk's own screens. */
/** All rooms of this store, the oldest first. */
export const useRooms = (): RoomState['rooms']['rooms'] =>
  useRoomState((state) => state.rooms.rooms);
export const useInbound = (): RoomState['inbound'] => useRoomState((state) => state.inbound);
export const useOutputs = (): RoomState['outputs']['outputs'] =>
  useRoomState((state) => state.outputs.outputs);
export const useOutlets = (): RoomState['outlets'] => useRoomState((state) => state.outlets);
/** What assistants answered. */
export const useTeam = (): RoomState['team'] => useRoomState((state) => state.team);
/** All an assistant's phone is told. */
export const useAssist = (): RoomState['assist'] => useRoomState((state) => state.assist);
export const useBlocks = (): RoomState['blocks'] => useRoomState((state) => state.blocks);
/** The anchor's screens: prompter, calls, load. */
export const useStage = (): RoomState['stage'] => useRoomState((state) => state.stage);
export const useScreens = (): RoomState['screens'] => useRoomState((state) => state.screens);

/** How the desk has this overlay drawn; null before the first snapshot. */
export const useOverlayLook = (): OverlayLook | null =>
  useRoomState((state) => state.overlay?.look ?? null);

/** State of the data file; null before the first snapshot. */
export const useStoreState = (): RoomState['store'] => useRoomState((state) => state.store);

/** The store takes nothing: what comes waits or is dropped, and nothing of the moment is counted. */
export const useIsNotStored = (): boolean =>
  useRoomState((state) => state.store?.state === 'failing');

/** What holds for every window of the data folder; null before the first snapshot. */
export const useSettings = (): RoomState['settings'] => useRoomState((state) => state.settings);

/** The room this desk is in; null before the first snapshot. */
export const useRoomId = (): RoomState['roomId'] => useRoomState((state) => state.roomId);

/** What this desk runs in; null before the first snapshot. */
export const useHostKind = (): NonNullable<RoomState['host']>['kind'] | null =>
  useRoomState((state) => state.host?.kind ?? null);

/** Erasures, exports and imports of the whole store. */
export const useData = (): RoomState['data'] => useRoomState((state) => state.data);

/** Who has a note or a mark in this room, by `personKeyText`. */
export const useKeptPeople = (): KeptPeople => useRoomState((state) => keptPeople(state.people));
/** More people are noted or marked than desks are told of. */
export const useAreKeptLeftOut = (): boolean => useRoomState((state) => state.people.leftOut > 0);

/** The figures now; null while there are none. */
export const useMetrics = (): RoomState['metrics'] => useRoomState((state) => state.metrics);
export const useSeries = (): RoomState['series'] => useRoomState((state) => state.series);
export const useLink = (): RoomState['link'] => useRoomState((state) => state.link);

/** The core has just started and reads what this show has in figures, alerts and proposals. */
export const useIsReading = (): boolean =>
  useRoomState((state) => state.metrics === null && state.show.show !== null);

/** False until the first snapshot: nothing that is shown means anything yet. */
export const useHasSnapshot = (): boolean => useRoomState((state) => state.seq !== null);

/** Which host and version the core is; null before the first snapshot. */
export const useHost = (): RoomState['host'] => useRoomState((state) => state.host);

/** When the newest thing in the store was made, as the core found it; null: nothing, or not known yet. */
export const useStoreNewestTs = (): number | null =>
  useRoomState((state) => state.host?.storeNewestTs ?? null);

/** The core's clock minus this screen's, milliseconds. */
export const useWallOffset = (): number => useRoomState((state) => state.wallOffsetMs);

/** The chat rows, which change outside React: subscribe and ask when ready to draw. */
export const useChat = (): ChatLog => useRoomStore().chat;
