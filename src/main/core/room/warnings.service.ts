import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ScreenId } from '#shared/model/ids.ts';
import type { PlatformWarning } from '#shared/model/source.ts';
import { outgoingText } from '#shared/rules/chat-acts/outgoing-text.ts';
import type { RoomContext } from './room-context.ts';
import { unseenWarnings } from './room.queries.ts';

/** What platforms have warned of in the current show and nobody has seen yet; kept in the log alone. */
export class WarningsService {
  readonly #room: RoomContext;
  #open: readonly PlatformWarning[] = [];

  constructor(room: RoomContext) {
    this.#room = room;
  }

  reload(): void {
    const show = this.#room.show();
    this.#take(show === null ? [] : unseenWarnings(this.#room.db, show.id));
  }

  slice(): PlatformWarning[] {
    return [...this.#open];
  }

  /** An event of the current show that is on disk. */
  committed(event: RoomEvent): void {
    if (event.kind === 'warning') {
      const { seq, eventTs: ts, platform, text, isCut } = event;
      this.#take([...this.#open, { seq, ts, platform, text, isCut, isTyped: false, note: '' }]);
    }
    if (event.kind === 'warning.noted') {
      const { seq, eventTs: ts, onPlatform: platform, text, isCut, note } = event;
      this.#take([...this.#open, { seq, ts, platform, text, isCut, isTyped: true, note }]);
    }
    if (event.kind === 'warning.seen') {
      this.#take(this.#open.filter(({ seq }) => seq !== event.warningSeq));
    }
  }

  /** Inside a commit. */
  acknowledge(seq: number): Result<Record<string, never>> {
    const isOpen = this.#open.some((warning) => warning.seq === seq);
    if (isOpen) this.#room.writeFact({ kind: 'warning.seen', warningSeq: seq });
    return ok({});
  }

  /** Inside a commit: somebody at a desk read it elsewhere. */
  note(
    { platform, text: typed, note: typedNote, isCut }: CommandInput<'warning.note'>,
    screenId: ScreenId | null,
  ): Result<{ seq: number }> {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const outgoing = outgoingText(typed);
    if (outgoing === null) return fail('text_missing', { what: 'text' });
    const { text } = outgoing;
    const note = outgoingText(typedNote)?.text ?? '';
    const noted = { onPlatform: platform, text, note, isCut, screenId };
    return ok({ seq: this.#room.writeFact({ kind: 'warning.noted', ...noted }) });
  }

  #take(open: readonly PlatformWarning[]): void {
    this.#open = open;
    this.#room.changed('sources');
  }
}
