import type { SourceStatus } from '#shared/rules/live-metrics.ts';
import type { Receiving } from '#shared/rules/pulse-series.ts';
import type { SourceState } from './source-state.ts';

/** Local programs that append events, and bridges that report them over the room's endpoint. */
export const BRIDGE = 'bridge';
export const INBOUND = 'inbound';

/** The source of events that nobody fetches: they are brought, under the bringer's name. */
export type BridgeKey = {
  readonly connector: typeof BRIDGE | typeof INBOUND;
  readonly sender: string;
};

/** For the metrics: what each source could give and whether it gives it now. */
export function statusesOf(states: readonly SourceState[]): readonly SourceStatus[] {
  return states
    .filter((state) => state.isEnabled)
    .map(({ row, link, linkSinceTs, stream, streamSinceTs, can }) => ({
      id: row.id,
      platform: row.platform,
      link,
      linkSinceTs,
      stream,
      streamSinceTs,
      can,
    }));
}

/** For the pulse: is anything received, and from a source that tells orders. */
export function receivingOf(statuses: readonly SourceStatus[]): Receiving {
  const ready = statuses.filter((status) => status.link === 'ready');
  return { any: ready.length > 0, orders: ready.some((status) => status.can.orders) };
}

/** The source of another program's events. */
export function bridgeOf(
  states: readonly SourceState[],
  { connector, sender }: BridgeKey,
): SourceState | undefined {
  return states.find(
    ({ row }) => row.connector === connector && row.channel === sender && row.parentId === null,
  );
}

/** Whether one of these platforms inside a source's feed is switched off. */
export function isPlatformOff(
  states: readonly SourceState[],
  parent: SourceState | undefined,
  platforms: ReadonlySet<string>,
): boolean {
  return states.some(
    ({ row, isEnabled }) =>
      row.parentId === parent?.row.id && !isEnabled && platforms.has(row.platform),
  );
}

/** A feed of several platforms is shown as those; itself only until the first is known. */
export function visibleOf(states: readonly SourceState[]): readonly SourceState[] {
  const parents = new Set(states.map(({ row }) => row.parentId));
  return states.filter(({ row }) => !parents.has(row.id));
}

/** The source of one platform inside another one's feed; asked for every event of such a feed. */
export function childIn(
  states: Iterable<SourceState>,
  parent: SourceState,
  platform: string,
): SourceState | undefined {
  for (const state of states) {
    if (state.row.parentId === parent.row.id && state.row.platform === platform) return state;
  }
  return undefined;
}

export function isHeld(states: readonly SourceState[], connector: string, channel: string) {
  return states.some(({ row }) => row.connector === connector && row.channel === channel);
}
