import type { ChatRow } from '#renderer/store/chat-row.ts';
import { isStandIn } from '#shared/model/erasure.ts';
import { CHAT_ACTS, type ActLack, type ChatAct } from '#shared/model/chat-act.ts';
import type { SourceId } from '#shared/model/ids.ts';
import type { Source } from '#shared/model/source.ts';

/** Why something cannot be done with a line; said as `reason.<code>`. */
export type Hindrance =
  | ActLack
  | 'no_source'
  | 'not_ready'
  | 'deleted'
  | 'no_person'
  | 'no_message';

/** A row of the chat as actions mean it. */
export type ChatLine = {
  readonly lineSeq: number;
  /** Null where the platform hides them. */
  readonly name: string | null;
  readonly text: string;
  readonly platform: string;
  /** Null where no source of its platform is connected any more. */
  readonly sourceId: SourceId | null;
  readonly isMessage: boolean;
  readonly isPinned: boolean;
  /** The platform said that they may not write: they can be let again. */
  readonly isSilenced: boolean;
  readonly timeoutMaxS: number | null;
  /** Why each cannot be done; null where it can. */
  readonly hindrance: Readonly<Record<ChatAct, Hindrance | null>>;
};

const OF_A_MESSAGE: ReadonlySet<ChatAct> = new Set(['reply', 'delete', 'pin', 'unpin']);
const OF_A_PERSON: ReadonlySet<ChatAct> = new Set(['timeout', 'ban', 'unban']);

/** The source that carries a platform's chat, one that receives before others; null where none does. */
export function sourceOf(sources: readonly Source[], platform: string): Source | null {
  const own = sources.filter((source) => source.platform === platform);
  return own.find(isReady) ?? own[0] ?? null;
}

/** Whether anything can be sent there just now. */
export function isReady({ isEnabled, link }: Source): boolean {
  return isEnabled && link === 'ready';
}

export function chatLine(row: ChatRow, sources: readonly Source[]): ChatLine {
  const { event } = row;
  const source = sourceOf(sources, event.platform);
  const person = event.kind === 'moderation' ? event.target : event.actor;
  const userId = person?.platformUserId ?? null;
  const isKnown = userId !== null && !isStandIn(userId);
  const name = [person?.displayName, person?.name].find((each) => (each ?? '') !== '') ?? null;
  const isMessage = event.kind === 'chat';
  const hindranceOf = (act: ChatAct): Hindrance | null => {
    if (source === null) return 'no_source';
    if (!source.acts.can[act]) return source.acts.lack ?? 'not_offered';
    if (!isReady(source)) return 'not_ready';
    if (OF_A_PERSON.has(act) && !isKnown) return 'no_person';
    if (OF_A_MESSAGE.has(act) && !isMessage) return 'no_message';
    return OF_A_MESSAGE.has(act) && row.deletion !== null ? 'deleted' : null;
  };
  const isPunished = row.deletion === 'ban' || row.deletion === 'timeout';
  const isModeration = event.kind === 'moderation' && ['ban', 'timeout'].includes(event.action);
  return {
    lineSeq: row.seq,
    name,
    text: row.text,
    platform: event.platform,
    sourceId: source?.id ?? null,
    isMessage,
    isPinned: row.isPinned,
    isSilenced: isPunished || isModeration,
    timeoutMaxS: source?.acts.timeoutMaxS ?? null,
    hindrance: {
      send: hindranceOf('send'),
      reply: hindranceOf('reply'),
      delete: hindranceOf('delete'),
      timeout: hindranceOf('timeout'),
      ban: hindranceOf('ban'),
      unban: hindranceOf('unban'),
      pin: hindranceOf('pin'),
      unpin: hindranceOf('unpin'),
    },
  };
}

/** Everything that could be done with some line is hindered by one and the same thing; else null. */
export function commonHindrance({ hindrance }: ChatLine): Hindrance | null {
  const [first, ...others] = CHAT_ACTS.map((act) => hindrance[act]);
  return first !== undefined && others.every((each) => each === first) ? first : null;
}
