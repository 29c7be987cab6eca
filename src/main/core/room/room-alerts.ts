import { AlertsService } from '../alerts/alerts.service.ts';
import { findFeed } from '../feeds/registry.ts';
import type { RoomDeps } from './room-deps.ts';
import type { Room } from './room.ts';

/** The alerts of a room, with what they need of its services. */
export function roomAlerts(
  room: Room,
  deps: RoomDeps,
  isStoreFailing: () => boolean,
): AlertsService {
  return new AlertsService(room, {
    settings: () => deps.settings().alerts,
    sources: () => room.sources.statuses(),
    isStoreFailing,
    badStates: () =>
      room.pushes.outlets.outputs.bad().map(({ name, sinceTs }) => {
        return { state: 'output_bad' as const, subject: name, sinceTs, value: null };
      }),
    onMinute: (minute) => room.proposals.closeMinute(minute),
    canOf: (connector) => findFeed(connector)?.can ?? null,
    products: () => room.catalogue.names(),
    onNow: () => {
      const linkOf = (productId: number | null | undefined): number | null =>
        productId === null || productId === undefined
          ? null
          : (room.catalogue.byId(productId)?.linkNumber ?? null);
      return { shown: linkOf(room.pushes.onShelf()), block: linkOf(room.blocks.productNow()) };
    },
  });
}
