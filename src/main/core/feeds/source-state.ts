import { SourceId } from '#shared/model/ids.ts';
import type { LinkState, Source, SourceCan, StreamState } from '#shared/model/source.ts';
import { EventTime } from '../room/event-time.ts';
import type { SourceRow } from './sources.queries.ts';

/** What is known of one source while the room runs. */
export class SourceState {
  readonly row: SourceRow;
  readonly can: SourceCan;
  readonly time = new EventTime();
  isEnabled: boolean;
  link: LinkState = 'off';
  linkSinceTs: number;
  reason: string | null = null;
  nextAttemptTs: number | null = null;
  stream: StreamState = 'unknown';
  lastDataTs: number | null = null;
  badCount = 0;

  constructor(row: SourceRow, can: SourceCan, nowTs: number) {
    this.row = row;
    this.can = can;
    this.isEnabled = row.isEnabled === 1;
    this.linkSinceTs = nowTs;
  }

  /** Returns whether the state (and not only its reason) changed. */
  setLink(
    link: LinkState,
    reason: string | null,
    nextAttemptTs: number | null,
    nowTs: number,
  ): boolean {
    const hasChanged = link !== this.link;
    if (hasChanged) this.linkSinceTs = nowTs;
    this.link = link;
    this.reason = reason;
    this.nextAttemptTs = nextAttemptTs;
    return hasChanged;
  }

  view(): Source {
    const { row } = this;
    return {
      id: SourceId.parse(row.id),
      connector: row.connector,
      platform: row.platform,
      channel: row.channel,
      address: row.address,
      isEnabled: this.isEnabled,
      link: this.link,
      linkSinceTs: this.linkSinceTs,
      lastDataTs: this.lastDataTs,
      stream: this.stream,
      reason: this.reason,
      nextAttemptTs: this.nextAttemptTs,
      badCount: this.badCount,
      can: this.can,
    };
  }
}
