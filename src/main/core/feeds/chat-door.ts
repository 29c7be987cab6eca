import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PersonRef } from '#shared/contract/actor.ts';
import type { ActReason, ChatAct, SourceActs } from '#shared/model/chat-act.ts';
import type { SourceLogin } from '#shared/model/source.ts';
import type { RunningFeed } from './feed.ts';
import type { SourceState } from './source-state.ts';

/** What a feed is asked to do in its platform's chat. */
export type ActRequest = {
  readonly act: ChatAct;
  /** Which of several platforms that one feed carries. */
  readonly platform: string;
  /** Of a line that is sent; null for everything else. */
  readonly text: string | null;
  /** The message's id on the platform; null where none is meant. */
  readonly messageId: string | null;
  readonly messageText: string | null;
  readonly person: PersonRef | null;
  /** Seconds of a timeout; null for everything else. */
  readonly durationS: number | null;
};

/** What the platform answered; that it is so is told by its own event, as for everybody. */
export type ActReply =
  | {
      readonly isTaken: true;
      /** Id of the line that was sent; null where the platform does not say. */
      readonly messageId: string | null;
    }
  | { readonly isTaken: false; readonly reason: ActReason; readonly retryS: number | null };

/** The way into the chat of one source. */
export type ChatDoor = {
  readonly platform: string;
  readonly acts: SourceActs;
  /** Rejects where the feed fails in a way it does not expect. */
  readonly act: (request: Omit<ActRequest, 'platform'>) => Promise<ActReply>;
};

/**
 * Opens a source's chat where its link stands. `feed` is the running feed that carries the source.
 * Refused: source_not_ready, chat_act_impossible.
 */
export function openChatDoor(
  state: SourceState,
  login: SourceLogin | null,
  feed: RunningFeed | undefined,
  act: ChatAct,
): Result<ChatDoor> {
  const { platform } = state.row;
  const acts = state.acts(login);
  if (!acts.can[act]) {
    return fail('chat_act_impossible', { act, reason: acts.lack ?? 'not_offered' });
  }
  const perform = feed?.act ?? null;
  if (!state.isEnabled || state.link !== 'ready' || perform === null) {
    return fail('source_not_ready', { channel: state.label() });
  }
  return ok({ platform, acts, act: (request) => perform({ ...request, platform }) });
}
