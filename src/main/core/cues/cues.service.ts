import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { DeskEvent } from '#shared/contract/desk-event.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { CueId, ProductId, type CueCardId, type ScreenId } from '#shared/model/ids.ts';
import { CUE_TEXT_MAX, type CueCard, type CueKind, type SentCue } from '#shared/model/cue.ts';
import { cueVariablesOf, fillCue, type FilledCue } from '#shared/rules/cue-text/fill-cue.ts';
import { cueValues, type CueFacts } from '#shared/rules/cue-text/cue-values.ts';
import { languageOfText } from '#shared/rules/cue-text/text-language.ts';
import { writtenVariable } from '#shared/rules/cue-text/cue-variables.ts';
import type { RoomContext } from '../room/room-context.ts';
import { AnswersService, type AnswersAround } from '../chat/answers/answers.service.ts';
import {
  askedBy,
  cardsOf,
  insertAnswer,
  insertCue,
  sentCuesOf,
  setAnswerSeq,
  setCueSeq,
  setCueState,
} from './cues.queries.ts';
import { LibraryService } from './library/library.service.ts';
import { ThanksService } from './thanks/thanks.service.ts';

const SENT_SHOWN = 50;

/** The question of the chat that a cue is about. */
export type CueQuestion = NonNullable<Extract<DeskEvent, { kind: 'cue.sent' }>['question']>;

/** What the room knows that a cue can say; of the product, else of what is on the shelf. */
export type CueSurroundings = {
  readonly answers: AnswersAround;
  about(productId: number | null): Omit<CueFacts, 'anchor'> & { readonly productId: number | null };
};

/** Where a cue comes from: a card of the deck, and the product it speaks of. */
export type CueOrigin = { readonly cardId: CueCardId | null; readonly productId: number | null };
const BY_HAND: CueOrigin = { cardId: null, productId: null };

/** Sends a line to the anchor, inside a commit. */
export type SendCue = (
  kind: CueKind,
  text: string,
  cardId: CueCardId | null,
) => Result<{ readonly cueId: CueId }>;

/** The cue deck, what was sent to the anchor, and what came back. */
export class CuesService {
  readonly library: LibraryService;
  readonly thanks: ThanksService;
  readonly answers: AnswersService;
  readonly #room: RoomContext;
  readonly #around: CueSurroundings;
  #deck: readonly CueCard[] = [];
  #sent: readonly SentCue[] = [];
  /** Monotonic time of sending; absent for cues of an earlier run, whose delay cannot be known. */
  readonly #sentAtMs = new Map<number, number>();

  constructor(room: RoomContext, around: CueSurroundings) {
    this.#room = room;
    this.#around = around;
    this.library = new LibraryService(room, {
      cards: () => this.#deck,
      ownShowId: () => this.ownDeckShowId(),
      reload: () => this.#reloadCues(),
    });
    this.answers = new AnswersService(room, around.answers);
    this.thanks = new ThanksService(room, (text) => this.send('thanks', text));
  }

  reload(): void {
    this.library.reload();
    this.thanks.reload();
    this.#reloadCues();
  }

  #reloadCues(): void {
    const show = this.#room.show();
    this.#deck = cardsOf(this.#room.db, this.#room.roomId, this.ownDeckShowId());
    this.#sent = show === null ? [] : sentCuesOf(this.#room.db, show.id, SENT_SHOWN);
    this.#room.changed('cues');
  }

  slice(): RoomSlices['cues'] {
    return {
      deck: [...this.#deck],
      sent: [...this.#sent],
      current: this.#answered(this.#current()),
    };
  }

  /** A question of viewers with the answer that holds now. */
  #answered(cue: SentCue | null): SentCue | null {
    if (cue?.kind !== 'question') return cue;
    const asked = askedBy(this.#room.db, cue.id);
    if (asked?.asks !== 1) return cue;
    return { ...cue, answer: this.answers.find(cue.text, asked.productId)?.answer ?? null };
  }

  /** A question about what is on the shelf now, or about nothing. */
  ask(text: string, question: CueQuestion): Result<{ cueId: CueId }> {
    return this.send('question', text, question, {
      cardId: null,
      productId: this.#around.answers.productId(),
    });
  }

  /** The newest cue of the show, for feeds that react to it. */
  last(): { readonly kind: string; readonly sentTs: number } | null {
    const last = this.#sent.at(-1);
    return last === undefined || last.state === 'withdrawn' ? null : last;
  }

  cardFor(productId: number): CueCard | undefined {
    return this.#deck.find((card) => card.productId === productId);
  }

  deck(): readonly CueCard[] {
    return this.#deck;
  }

  /** What the card of a product says when it is pushed; null where it has none. */
  linked(productId: number): FilledCue | null {
    const card = this.cardFor(productId);
    return card === undefined ? null : this.#fill(card, productId).filled;
  }

  /** With a push; null where the product has no card, or one whose variables nobody can fill. */
  sendLinked(productId: number): CueId | null {
    const card = this.cardFor(productId);
    const sent = card === undefined ? null : this.sendCard(card.id, ProductId.parse(productId));
    return sent !== null && sent.ok ? sent.value.cueId : null;
  }

  /** Nothing is sent that has a variable nobody can fill, or that became too long by what was filled in. */
  sendCard(cardId: CueCardId, wanted: ProductId | null): Result<{ cueId: CueId }> {
    const card = this.#deck.find(({ id }) => id === cardId);
    if (card === undefined) return fail('unknown_cue', { cueId: cardId });
    const { filled, productId } = this.#fill(card, wanted ?? card.productId);
    const { text, missing, unknown } = filled;
    const given = text.length;
    const language = languageOfText(card.text, card.language);
    const names = (written: readonly string[]): string => written.join(' ');
    if (unknown.length > 0) return fail('cue_variable_unknown', { names: names(unknown) });
    if (missing.length > 0) {
      const written = missing.map((variable) => writtenVariable(variable, language));
      return fail('cue_value_missing', { names: names(written) });
    }
    if (given > CUE_TEXT_MAX) {
      return fail('text_too_long', { what: 'text', max: CUE_TEXT_MAX, given });
    }
    const sent = this.send(card.kind, text, null, { cardId, productId });
    if (sent.ok && thanksSomebody(card.text)) this.thanks.saidBy(sent.value.cueId);
    return sent;
  }

  send(
    kind: CueKind,
    text: string,
    question: CueQuestion | null = null,
    { cardId, productId }: CueOrigin = BY_HAND,
  ): Result<{ cueId: CueId }> {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const sentTs = this.#room.showNow();
    const asks = question?.isQuoted === true;
    const cue = { showId: show.id, kind, text, sentTs, cardId, productId, asks };
    const cueId = CueId.parse(insertCue(this.#room.db, cue));
    const seq = this.#room.writeFact({
      kind: 'cue.sent',
      cueId,
      cueKind: kind,
      text,
      question,
      cardId,
      productId: productId === null ? null : ProductId.parse(productId),
    });
    setCueSeq(this.#room.db, cueId, seq);
    this.#sentAtMs.set(cueId, this.#room.ports.clock.monotonicNow());
    this.reload();
    return ok({ cueId });
  }

  /** The first answer of each kind counts; later ones change nothing. */
  answer(
    cueId: CueId,
    answer: 'shown' | 'done' | 'help' | 'withdrawn',
    screenId: ScreenId | null,
  ): Result<Record<string, never>> {
    const cue = this.#sent.find((candidate) => candidate.id === cueId);
    if (cue === undefined) return fail('unknown_cue', { cueId });
    const { db } = this.#room;
    const sentAtMs = this.#sentAtMs.get(cueId);
    const delayMs =
      sentAtMs === undefined ? null : Math.round(this.#room.ports.clock.monotonicNow() - sentAtMs);
    const answeredTs = this.#room.showNow();
    if (!insertAnswer(db, { cueId, answer, screenId, answeredTs, delayMs })) return ok({});
    const seq = this.#room.writeFact({ kind: 'cue.answered', cueId, answer, screenId, delayMs });
    setAnswerSeq(db, cueId, answer, seq);
    const isSettled = cue.state === 'done' || cue.state === 'withdrawn';
    const isLateShown = answer === 'shown' && cue.state !== 'sent';
    if (!isSettled && !isLateShown) setCueState(db, cueId, answer);
    this.reload();
    return ok({});
  }

  #fill(
    card: CueCard,
    wanted: number | null,
  ): { readonly filled: FilledCue; readonly productId: number | null } {
    // Most cards have no variables: what the room knows need not be gathered for them.
    if (cueVariablesOf(card.text).length === 0) {
      const productId = wanted ?? this.#around.answers.productId();
      return { filled: fillCue(card.text, {}), productId };
    }
    const { productId, ...facts } = this.#around.about(wanted);
    const anchor = this.library.anchor()?.name ?? null;
    const language = languageOfText(card.text, card.language);
    const values = {
      ...cueValues({ ...facts, anchor }, language),
      ...this.thanks.values(language),
    };
    return { filled: fillCue(card.text, values), productId };
  }

  /** Only the newest cue can be before the anchor: until it is done or taken back, or the show ends. */
  #current(): SentCue | null {
    if (this.#room.show()?.state === 'ended') return null;
    const last = this.#sent.at(-1);
    return last === undefined || last.state === 'done' || last.state === 'withdrawn' ? null : last;
  }

  /** A show that brought its own deck (the demo); null: the room's. */
  ownDeckShowId(): number | null {
    const show = this.#room.show();
    return show?.origin === 'demo' ? show.id : null;
  }
}

/** Whoever is named or counted in it is thanked by it. */
function thanksSomebody(text: string): boolean {
  return cueVariablesOf(text).some((variable) => variable === 'names' || variable === 'count');
}
