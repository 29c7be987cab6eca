import { fail, type AppError } from '#shared/contract/app-error.ts';
import {
  ClientFrame,
  PROTOCOL_VERSION,
  type CommandFrame,
  type HelloFrame,
} from '#shared/contract/frames.ts';
import { FIRST_ROOM_ID, type CommandId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/settings.ts';
import type { Committer } from '../room/committer.ts';
import type { Room } from '../room/room.ts';
import type { Rooms } from '../room/rooms.ts';
import type { ShowMerges } from '../shows/merge/show-merges.ts';
import type { ShowErasures } from '../shows/show-erasures.ts';
import type { ErasureService } from '../erasure/erasures.service.ts';
import type { PeopleService } from '../people/people.service.ts';
import type { TransferService } from '../transfer/transfers.service.ts';
import type { Screens } from '../screens/screens.ts';
import type { SearchService } from '../search/search.service.ts';
import { noteStep } from '../start-timeline.ts';
import type { StoreKeeper } from '../store/store-keeper.ts';
import type { InboundService } from '../inbound/inbound.service.ts';
import type { ImagesService } from '../images/images.service.ts';
import type { SettingsService } from '../settings/settings.service.ts';
import type { Logger } from '../ports.ts';
import type { Connection, Identity } from './connection.ts';
import { runCommand } from './run-command.ts';

export type ServeDeps = {
  readonly rooms: Rooms;
  readonly screens: Screens;
  readonly inbound: InboundService;
  readonly keeper: StoreKeeper;
  readonly settings: SettingsService;
  readonly erasures: ErasureService;
  readonly showErasures: ShowErasures;
  readonly showMerges: ShowMerges;
  readonly transfers: TransferService;
  readonly search: SearchService;
  readonly people: PeopleService;
  readonly images: ImagesService;
  readonly committer: Committer;
  readonly logger: Logger;
  /** A desk is about to get its first picture; null: it did not say what it speaks. */
  readonly deskCame: (language: Language | null) => void;
};

/** One screen until it closes: hello, snapshot, then batches; commands answered in turn. */
export function serveConnection(deps: ServeDeps, connection: Connection, identity: Identity): void {
  let room: Room | null = null;
  let isClosed = false;

  function refuse(commandId: CommandId | null, error: AppError): void {
    connection.send({ type: 'refused', commandId, error });
  }

  function hello({ protocol, roomId: wanted, language }: HelloFrame): void {
    if (protocol !== PROTOCOL_VERSION) {
      connection.send({ type: 'reload', protocol: PROTOCOL_VERSION });
      return;
    }
    const own = identity.roomId;
    if (own !== null && wanted !== null && wanted !== own) {
      refuse(null, fail('not_allowed', { roomId: wanted, role: identity.role }).error);
      return;
    }
    const roomId = own ?? wanted;
    const asked = roomId === null ? undefined : roomOf(roomId);
    if (asked === undefined) {
      refuse(null, fail('unknown_room', { roomId: roomId ?? '' }).error);
      return;
    }
    if (identity.role === 'desk') deps.deskCame(language);
    room?.broadcast.remove(connection);
    room = asked;
    asked.broadcast.add(connection, identity.role, () => asked.snapshot(identity.role));
    noteStep(`core: first picture sent to a ${identity.role}`);
  }

  /** A desk that was told of no room asks for the first one, which a store may not have. */
  function roomOf(roomId: Room['roomId']): Room | undefined {
    const isFirst = roomId === FIRST_ROOM_ID && identity.roomId === null;
    return deps.rooms.find(isFirst ? deps.rooms.deskRoomId() : roomId);
  }

  async function command(frame: CommandFrame): Promise<void> {
    const target = deps.rooms.find(frame.roomId);
    if (target === undefined || target !== room) {
      refuse(frame.commandId, fail('unknown_room', { roomId: frame.roomId }).error);
      return;
    }
    // What is asked for may build on them.
    target.figures.settle();
    const { rooms, screens, settings, keeper, erasures, transfers, search, people, images } = deps;
    const { showErasures, showMerges } = deps;
    const shared = {
      rooms,
      screens,
      settings,
      keeper,
      erasures,
      showErasures,
      showMerges,
      transfers,
      search,
      people,
      images,
      inbound: deps.inbound,
    };
    const context = { room: target, identity, ...shared };
    const result = await runCommand(context, deps.committer, frame);
    if (isClosed) return;
    if (result.ok) {
      connection.send({ type: 'reply', commandId: frame.commandId, output: result.value });
    } else {
      refuse(frame.commandId, result.error);
    }
  }

  connection.onFrame((raw) => {
    const parsed = ClientFrame.safeParse(raw);
    if (!parsed.success) {
      refuse(null, fail('bad_request', { what: 'frame' }).error);
      return;
    }
    const frame = parsed.data;
    if (frame.type === 'ping') {
      connection.send({ type: 'pong' });
      return;
    }
    if (frame.type === 'hello') {
      hello(frame);
      return;
    }
    command(frame).catch((error: unknown) => {
      // A bug of ours: the screen hears that much, the log holds the rest.
      const stack = error instanceof Error ? error.stack : String(error);
      deps.logger.log('error', 'command_failed', { name: frame.name, stack });
      refuse(frame.commandId, fail('internal', { command: frame.name }).error);
    });
  });
  connection.onClose(() => {
    isClosed = true;
    room?.broadcast.remove(connection);
  });
}
