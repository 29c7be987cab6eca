import type { Result } from '#shared/contract/app-error.ts';
import type { RoomEventOf } from '#shared/contract/room-event.ts';
import type { OutletConfigOf } from '#shared/model/outlet.ts';
import type { ChatAct } from '#shared/model/chat-act.ts';
import { fillMessage, messageValues } from '#shared/rules/push-message.ts';
import type { CardPreview, DriverAnswer, DriverPreview, PushDriver } from './outlet-driver.ts';

/** The chat as the room already speaks in it. */
export type ChatLine = {
  /** Null when the source can; else why it cannot. */
  problem(sourceId: number, act: ChatAct): string | null;
  /** Writes and asks the platform; the fact's seq, to hear what came of it. */
  send(sourceId: number, text: string): Result<{ actSeq: number }>;
  remove(lineSeq: number): Result<{ actSeq: number }>;
  /** Once: what the platform itself said of that act. */
  settled(actSeq: number): Promise<RoomEventOf<'chat.settled'>>;
  /** Such a fact is on disk. */
  tell(fact: RoomEventOf<'chat.settled'>): void;
};

/** A line in a platform's chat, done when the platform's own echo of it has come. */
export function createChatOutlet(config: OutletConfigOf<'chat'>, chat: ChatLine): PushDriver {
  /** The echo of what each push sent, for taking it back. */
  const lines = new Map<number, number>();

  function preview(card: CardPreview): DriverPreview {
    const message = fillMessage(config.template, valuesOf(card));
    if (message.missing !== null) {
      return { text: config.template, problem: `${message.missing}_unknown` };
    }
    return { text: message.text, problem: chat.problem(config.sourceId, 'send') };
  }

  async function ask(sent: Result<{ actSeq: number }>): Promise<[DriverAnswer, number | null]> {
    if (!sent.ok) return [{ state: 'failed', reason: sent.error.code }, null];
    const { outcome, reason, eventSeq } = await chat.settled(sent.value.actSeq);
    if (outcome === 'done') return [{ state: 'ok' }, eventSeq];
    const state = outcome === 'refused' ? 'failed' : 'unknown';
    return [{ state, reason: reason ?? 'no_answer' }, null];
  }

  return {
    can: { list: false, unpush: 'undo', update: false, watch: false, confirmedBy: 'echo' },
    link: () => {
      const problem = chat.problem(config.sourceId, 'send');
      return problem === null
        ? { state: 'ready', reason: null }
        : { state: 'failed', reason: problem };
    },
    preview,
    async push(card) {
      const { text, problem } = preview(card);
      if (problem !== null) return { state: 'failed', reason: problem };
      const [answer, eventSeq] = await ask(chat.send(config.sourceId, text));
      if (eventSeq !== null) lines.set(card.pushId, eventSeq);
      return answer;
    },
    // What was said stays said: only what was a mistake is taken out of the chat.
    async unpush(card) {
      const lineSeq = lines.get(card.pushId);
      if (lineSeq === undefined) return { state: 'unknown', reason: 'line_unknown' };
      return (await ask(chat.remove(lineSeq)))[0];
    },
    update: () => Promise.resolve({ state: 'ok' }),
    onChanged: () => () => undefined,
    list: () => Promise.resolve(null),
    says: () => null,
    close: () => lines.clear(),
  };
}

/** What the templates of an outlet can say of a card. */
export function valuesOf(card: CardPreview): ReturnType<typeof messageValues> {
  const { fields, linkNumber, stock } = card;
  return messageValues({ ...fields, linkNumber, stock });
}
