import type { AssistSlice } from '#shared/model/assistant.ts';
import { assistView } from '#shared/rules/team/assist-view.ts';
import type { Room } from '../room/room.ts';
import type { RoomDeps } from '../room/room-deps.ts';
import { TeamService } from './team.service.ts';

/** Answers an assistant sees again on their phone. */
const ANSWERS_SHOWN = 20;

/** The team of a room; who a phone is, is what it was paired as. */
export function roomTeam(room: Room, { screens, roomId }: RoomDeps): TeamService {
  return new TeamService(room, room.catalogue, (screenId) => {
    if (screenId === null) return null;
    const paired = screens.slice(roomId).screens.find(({ id }) => id === screenId);
    const trade = paired?.trade ?? null;
    return paired === undefined || trade === null ? null : { name: paired.name, trade };
  });
}

/** All an assistant is told of the room. */
export function assistSlice(room: Room): AssistSlice {
  return {
    showState: room.show()?.state ?? null,
    isRehearsal: room.show()?.origin === 'rehearsal',
    ...assistView(room.pushes.slice(), room.blocks.now()),
    answers: room.team.answers().slice(-ANSWERS_SHOWN),
  };
}
