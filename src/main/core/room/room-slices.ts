import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { sliceReader, type SliceReader } from '../connection/room-broadcast.ts';
import { assistSlice } from '../team/room-team.ts';
import type { RoomDeps } from './room-deps.ts';
import type { Room } from './room.ts';

/** What the screens of a room are told, slice by slice, out of its services. */
export function roomSlices(
  room: Room,
  deps: RoomDeps,
  own: Pick<{ readonly [N in keyof RoomSlices]: () => RoomSlices[N] }, 'store' | 'metrics'>,
): SliceReader {
  const read = sliceReader({
    show: () => ({
      show: room.show(),
      clock: room.shows.clock(),
      playback: room.playback.slice(),
    }),
    sources: () => ({ ...room.sources.slice(), warnings: room.compliance.warnings.slice() }),
    shelf: () => ({
      ...room.pushes.slice(),
      ...room.catalogue.groups.slice(),
      lastPaste: room.pastes.slice(),
    }),
    cues: () => room.cues.slice(),
    library: () => room.cues.library.slice(),
    thanks: () => room.cues.thanks.slice(),
    answers: () => room.cues.answers.slice(),
    blocks: () => room.blocks.slice(),
    stage: () => room.stage.slice(),
    questions: () => room.questions.slice(),
    alerts: () => room.alerts.slice(),
    targets: () => room.targets.slice(),
    promises: () => room.pushes.promises.slice(),
    reviewed: () => room.blocks.reviewNews.slice(),
    proposals: () => room.proposals.slice(),
    slips: () => room.compliance.slips.slice(),
    acts: () => room.acts.slice(),
    outlets: () => room.pushes.outlets.slice(),
    outputs: () => room.pushes.outlets.outputs.slice(),
    team: () => room.team.slice(),
    assist: () => assistSlice(room),
    screens: () => deps.screens.slice(deps.roomId),
    rooms: deps.rooms,
    inbound: () => deps.inbound(deps.roomId),
    settings: deps.settings,
    overlay: () => ({ look: deps.settings().overlayLook }),
    data: deps.data,
    people: () => deps.people(deps.roomId),
    ...own,
  });
  return (name) => (room.figures.isHeldBack(name) ? undefined : read(name));
}
