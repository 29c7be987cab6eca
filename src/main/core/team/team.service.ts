import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import {
  TAKE_BACK_MS,
  type AnswerSettled,
  type AssistantAnswer,
  type OnDuty,
  type TeamSlice,
  type Trade,
} from '#shared/model/assistant.ts';
import type { ScreenId } from '#shared/model/ids.ts';
import { outgoingText } from '#shared/rules/chat-acts/outgoing-text.ts';
import { foldAnswer, foldAnswers, isOpenProblem, stands } from '#shared/rules/team/fold-answers.ts';
import { foldDuty } from '#shared/rules/team/fold-duty.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { CatalogueService } from '../shelf/catalogue.service.ts';
import { teamFacts } from './answers.queries.ts';

type Done = Result<Record<string, never>>;
type Assistant = { readonly name: string; readonly trade: Trade };
type Input = CommandInput<'assist.answer'>;
/** What an answer changed of the shelf. */
type Change = Pick<AssistantAnswer, 'stockBefore' | 'stockAfter' | 'hasChangedShelf'>;

const NO_CHANGE: Change = { stockBefore: null, stockAfter: null, hasChangedShelf: false };

/** What assistants answer in the current show; kept in the log alone. */
export class TeamService {
  readonly #room: RoomContext;
  readonly #catalogue: CatalogueService;
  readonly #assistantOf: (screenId: ScreenId | null) => Assistant | null;
  readonly #givenAtMs = new Map<number, number>();
  #answers: readonly AssistantAnswer[] = [];
  #duty: OnDuty | null = null;

  /** @param assistantOf who a paired phone is; null for every other screen. */
  constructor(
    room: RoomContext,
    catalogue: CatalogueService,
    assistantOf: (screenId: ScreenId | null) => Assistant | null,
  ) {
    this.#room = room;
    this.#catalogue = catalogue;
    this.#assistantOf = assistantOf;
  }

  reload(): void {
    const { db, roomId } = this.#room;
    const show = this.#room.show();
    const facts = show === null ? [] : teamFacts(db, roomId, show.id);
    this.#duty = facts.reduce(foldDuty, null);
    this.#take(foldAnswers(facts));
  }

  slice(): TeamSlice {
    return { answers: [...this.#answers], duty: this.#duty };
  }

  answers(): readonly AssistantAnswer[] {
    return this.#answers;
  }

  /** An event of the current show that is on disk. */
  committed(event: RoomEvent): void {
    const answers = foldAnswer(this.#answers, event);
    const duty = foldDuty(this.#duty, event);
    if (answers === this.#answers && duty === this.#duty) return;
    this.#duty = duty;
    this.#take(answers);
  }

  self(screenId: ScreenId | null): Result<Assistant> {
    const assistant = this.#assistantOf(screenId);
    return assistant === null ? fail('unknown_screen', {}) : ok(assistant);
  }

  /** Inside a commit. */
  answer(input: Input, screenId: ScreenId | null): Result<{ seq: number }> {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const assistant = this.self(screenId);
    if (!assistant.ok) return assistant;
    const fault = faultOf(input);
    if (fault !== null) return fail('bad_request', { what: fault });
    const { answer, productId, units } = input;
    const item = productId === null ? undefined : this.#catalogue.byId(productId);
    if (productId !== null && item === undefined) return fail('unknown_product', { productId });
    const change = item === undefined ? NO_CHANGE : this.#change(input, item.isSoldOut);
    const { name, trade } = assistant.value;
    const seq = this.#room.writeFact({
      kind: 'assistant.answered',
      screenId,
      name,
      trade,
      answer,
      productId,
      units,
      linkNumber: item?.linkNumber ?? null,
      productName: item?.name ?? '',
      text: outgoingText(input.text)?.text ?? '',
      ...change,
    });
    this.#givenAtMs.set(seq, this.#room.ports.clock.monotonicNow());
    return ok({ seq });
  }

  /** Inside a commit: the same phone, within TAKE_BACK_MS by the monotonic clock. */
  takeBack(answerSeq: number, screenId: ScreenId | null): Done {
    const answer = this.#standing(answerSeq);
    if (answer === undefined || answer.screenId !== screenId) return fail('nothing_to_undo', {});
    const givenMs = this.#givenAtMs.get(answerSeq);
    const sinceMs = this.#room.ports.clock.monotonicNow() - (givenMs ?? -Infinity);
    if (sinceMs > TAKE_BACK_MS) return fail('undo_too_late', {});
    this.#revert(answer);
    return this.#settle(answerSeq, 'withdrawn', screenId);
  }

  /** Inside a commit. */
  see(answerSeq: number, screenId: ScreenId | null): Done {
    const isNew = this.#answers.some(({ seq, state }) => seq <= answerSeq && state === 'received');
    return isNew ? this.#settle(answerSeq, 'seen', screenId) : ok({});
  }

  /** Inside a commit. */
  acknowledge(answerSeq: number, screenId: ScreenId | null): Done {
    const answer = this.#standing(answerSeq);
    if (answer === undefined || !isOpenProblem(answer)) return fail('nothing_to_undo', {});
    return this.#settle(answerSeq, 'acknowledged', screenId);
  }

  /** Inside a commit: what an answer changed of the shelf is changed back. */
  undo(answerSeq: number, screenId: ScreenId | null): Done {
    const answer = this.#standing(answerSeq);
    if (answer === undefined || !answer.hasChangedShelf) return fail('nothing_to_undo', {});
    this.#revert(answer);
    return this.#settle(answerSeq, 'undone', screenId);
  }

  /** Inside a commit: who runs the desk from now on. */
  takeOver(typed: string, screenId: ScreenId | null): Result<{ seq: number }> {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const name = outgoingText(typed)?.text;
    if (name === undefined) return fail('text_missing', { what: 'name' });
    return ok({ seq: this.#room.writeFact({ kind: 'duty.taken', name, screenId }) });
  }

  #standing(answerSeq: number): AssistantAnswer | undefined {
    const answer = this.#answers.find(({ seq }) => seq === answerSeq);
    return answer !== undefined && stands(answer) ? answer : undefined;
  }

  #settle(answerSeq: number, how: AnswerSettled, screenId: ScreenId | null): Done {
    this.#room.writeFact({ kind: 'assistant.settled', answerSeq, how, screenId });
    return ok({});
  }

  #change({ answer, productId, units }: Input, isSoldOut: boolean): Change {
    if (productId === null) return NO_CHANGE;
    if (answer === 'sold_out' && !isSoldOut) {
      const changed = this.#catalogue.setSoldOut(productId, true);
      return { ...NO_CHANGE, hasChangedShelf: changed.ok };
    }
    if (answer !== 'stock_added' || units === null) return NO_CHANGE;
    // Nobody knows what is left: it is told, and no number is made of it.
    const stock = this.#catalogue.addStock(productId, units);
    if (stock === null) return NO_CHANGE;
    return { stockBefore: stock.before, stockAfter: stock.after, hasChangedShelf: true };
  }

  /** The pieces that came go again, whatever was sold meanwhile; a product that is gone stays so. */
  #revert({ answer, productId, units, hasChangedShelf }: AssistantAnswer): void {
    if (!hasChangedShelf || productId === null) return;
    if (answer === 'sold_out') this.#catalogue.setSoldOut(productId, false);
    if (answer === 'stock_added' && units !== null) this.#catalogue.addStock(productId, -units);
  }

  #take(answers: readonly AssistantAnswer[]): void {
    this.#answers = answers;
    this.#room.changed('team');
  }
}

/** Which field does not go with the answer; null where all do. */
function faultOf({ answer, productId, units, text }: Input): keyof Input | null {
  if ((answer === 'stock_added') !== (units !== null)) return 'units';
  if (answer !== 'problem' && text !== '') return 'text';
  return answer !== 'problem' && productId === null ? 'productId' : null;
}
