import type { ErasureService } from '../erasure/erasures.service.ts';
import type { ImagesService } from '../images/images.service.ts';
import type { InboundService } from '../inbound/inbound.service.ts';
import type { PeopleService } from '../people/people.service.ts';
import type { Room } from '../room/room.ts';
import type { Rooms } from '../room/rooms.ts';
import type { Screens } from '../screens/screens.ts';
import type { SearchService } from '../search/search.service.ts';
import type { SettingsService } from '../settings/settings.service.ts';
import type { ShowMerges } from '../shows/merge/show-merges.ts';
import type { ShowErasures } from '../shows/show-erasures.ts';
import type { StoreKeeper } from '../store/store-keeper.ts';
import type { TransferService } from '../transfer/transfers.service.ts';
import type { Identity } from './connection.ts';

/** What a command can reach: the room it names, what all rooms share, and who sent it. */
export type CommandContext = {
  readonly room: Room;
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
  readonly identity: Identity;
};
