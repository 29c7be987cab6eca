import type { FeedEventOf } from '#shared/contract/room-event.ts';
import type { GapCause } from '#shared/model/gap.ts';
import { SourceId, type ShowId } from '#shared/model/ids.ts';
import type { SourceActs } from '#shared/model/chat-act.ts';
import type { LinkState, Source, SourceCan, StreamState } from '#shared/model/source.ts';
import { EventTime } from '../room/event-time.ts';
import type { FeedDefinition } from './feed.ts';
import type { SourceRow } from './sources.queries.ts';

/** Data of a source is missing since a show time. */
export type Outage = {
  readonly showId: ShowId;
  readonly cause: GapCause;
  readonly fromTs: number;
  /** Events that are known to be lost so far; null when it cannot be known. */
  readonly lost: number | null;
};

/** What is known of one source while the room runs. */
export class SourceState {
  readonly row: SourceRow;
  readonly feed: FeedDefinition;
  readonly can: SourceCan;
  readonly time = new EventTime();
  isEnabled: boolean;
  link: LinkState = 'off';
  linkSinceTs: number;
  reason: string | null = null;
  nextAttemptTs: number | null = null;
  stream: StreamState = 'unknown';
  streamSinceTs: number | null = null;
  lastDataTs: number | null = null;
  badCount = 0;
  outage: Outage | null = null;
  /** The link as its last event in the log says it. */
  recordedLink: FeedEventOf<'connector'>['state'] | null = null;

  constructor(row: SourceRow, feed: FeedDefinition, nowTs: number) {
    this.row = row;
    this.feed = feed;
    this.can = feed.can;
    this.isEnabled = row.isEnabled === 1;
    this.linkSinceTs = nowTs;
  }

  /** As gaps name it. */
  label(): string {
    const { platform, channel } = this.row;
    return platform === channel ? platform : `${platform} ${channel}`;
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

  /** What the platform says of its stream; said again it is as old as it was. */
  setStream(stream: StreamState, sinceTs: number): void {
    if (stream === this.stream) return;
    this.stream = stream;
    this.streamSinceTs = stream === 'unknown' ? null : sinceTs;
  }

  /** An event came while the source was off: counted as lost where the count is complete. */
  countLost(): void {
    const { outage } = this;
    if (outage === null || outage.lost === null) return;
    this.outage = { ...outage, lost: outage.lost + 1 };
  }

  /** The machine's clock was set by `jumpMs`: wall times that are held move with it. */
  shiftWall(jumpMs: number): void {
    this.linkSinceTs += jumpMs;
    if (this.lastDataTs !== null) this.lastDataTs += jumpMs;
    if (this.nextAttemptTs !== null) this.nextAttemptTs += jumpMs;
    if (this.streamSinceTs !== null) this.streamSinceTs += jumpMs;
    this.time.reset();
  }

  acts(login: Source['login']): SourceActs {
    return this.feed.acts(this.row.platform, login);
  }

  view(login: Source['login']): Source {
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
      streamSinceTs: this.streamSinceTs,
      reason: this.reason,
      nextAttemptTs: this.nextAttemptTs,
      badCount: this.badCount,
      clockAheadMs: this.time.aheadMs(),
      can: this.can,
      acts: this.acts(login),
      login,
    };
  }
}
