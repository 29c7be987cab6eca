import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import {
  PAST_ANSWERS_SHOWN,
  ROOM_ANSWERS_MAX,
  type AnswersSlice,
  type ApprovedAnswer,
  type PastAnswer,
} from '#shared/model/approved-answer.ts';
import { ProductId, ShowId } from '#shared/model/ids.ts';
import {
  QUESTIONS_MAX,
  type ProductDetails,
  type ProductQuestion,
} from '#shared/model/product-details.ts';
import { ApprovedAnswers, asksTheSame } from '#shared/rules/answers/approved-answers.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { catalogueRow, productById } from '../../shelf/catalogue/product.queries.ts';
import {
  deleteRoomAnswer,
  insertRoomAnswer,
  roomAnswers,
  saidInRoom,
  updateRoomAnswer,
} from './answers.queries.ts';

/** Answers of the past that are looked through, the newest. */
const SAID_READ = 400;

export type AnswersAround = {
  /** What is on the shelf now. */
  productId(): number | null;
  /** Keeps a product's details; the catalogue tells everybody. */
  putDetails(productId: ProductId, details: ProductDetails): Result<unknown>;
};

/**
 * Answers that were approved. Those of a product are the questions on its card, nowhere else; what
 * holds for every product is the room's. Everything is read as it is stored: what one place changes
 * is what the others show.
 */
export class AnswersService {
  readonly #room: RoomContext;
  readonly #around: AnswersAround;

  constructor(room: RoomContext, around: AnswersAround) {
    this.#room = room;
    this.#around = around;
  }

  slice(): AnswersSlice {
    const productId = this.#around.productId();
    return {
      productId: productId === null ? null : ProductId.parse(productId),
      answers: this.#of(productId),
    };
  }

  /** The answer to a question about a product, or about none. */
  find(question: string, productId: number | null): ApprovedAnswer | null {
    return new ApprovedAnswers(this.#of(productId)).find(question);
  }

  /** Inside a commit. The one that answers the same question is replaced. */
  put(input: CommandInput<'answer.put'>): Result<CommandOutput<'answer.put'>> {
    const { productId, question, answer } = input;
    const put = { question, answer };
    return productId === null ? this.#putOfRoom(put) : this.#putOfProduct(productId, put);
  }

  /** Inside a commit. */
  remove(input: CommandInput<'answer.remove'>): Result<CommandOutput<'answer.remove'>> {
    const { productId, question } = input;
    const { db, roomId } = this.#room;
    if (productId !== null) {
      const held = productById(db, roomId, productId);
      if (held === undefined) return fail('unknown_product', { productId });
      const { details } = catalogueRow(held);
      const before = details.questions.find((each) => each.question === question) ?? null;
      const questions = details.questions.filter((each) => each !== before);
      const kept = this.#around.putDetails(productId, { ...details, questions });
      return kept.ok ? ok({ before }) : kept;
    }
    const held = roomAnswers(db, roomId).find((each) => each.question === question);
    if (held !== undefined) deleteRoomAnswer(db, held.id);
    this.#tell();
    return ok({ before: held === undefined ? null : plain(held) });
  }

  /** What was said before to a question in these words, the newest first, each answer once. */
  past(question: string): PastAnswer[] {
    const { db, roomId } = this.#room;
    const found = new Map<string, PastAnswer>();
    for (const said of saidInRoom(db, roomId, SAID_READ)) {
      if (found.size === PAST_ANSWERS_SHOWN) break;
      if (found.has(said.text) || !asksTheSame(question, said.question)) continue;
      const { text, ts, title } = said;
      found.set(text, { text, ts, title, showId: ShowId.parse(said.showId) });
    }
    return [...found.values()];
  }

  #putOfRoom(put: ProductQuestion): Result<CommandOutput<'answer.put'>> {
    const { db, roomId, ports } = this.#room;
    const all = roomAnswers(db, roomId);
    const held = all.find((each) => asksTheSame(each.question, put.question));
    const nowTs = ports.clock.wallNow();
    if (held === undefined && all.length >= ROOM_ANSWERS_MAX) {
      const given = all.length + 1;
      return fail('too_many', { what: 'questions', max: ROOM_ANSWERS_MAX, given });
    }
    if (held === undefined) insertRoomAnswer(db, roomId, { ...put, nowTs });
    else updateRoomAnswer(db, held.id, { ...put, nowTs });
    this.#tell();
    return ok({ before: held === undefined ? null : plain(held) });
  }

  #putOfProduct(productId: ProductId, put: ProductQuestion): Result<CommandOutput<'answer.put'>> {
    const held = productById(this.#room.db, this.#room.roomId, productId);
    if (held === undefined) return fail('unknown_product', { productId });
    const { details } = catalogueRow(held);
    const before =
      details.questions.find((each) => asksTheSame(each.question, put.question)) ?? null;
    const questions =
      before === null
        ? [...details.questions, put]
        : details.questions.map((each) => (each === before ? put : each));
    if (questions.length > QUESTIONS_MAX) {
      const given = questions.length;
      return fail('too_many', { what: 'questions', max: QUESTIONS_MAX, given });
    }
    const kept = this.#around.putDetails(productId, { ...details, questions });
    return kept.ok ? ok({ before }) : kept;
  }

  #of(productId: number | null): ApprovedAnswer[] {
    const { db, roomId } = this.#room;
    const held = productId === null ? undefined : productById(db, roomId, productId);
    const own = held === undefined ? [] : catalogueRow(held).details.questions;
    return [
      ...own
        .filter(({ answer }) => answer !== '')
        .map((each) => ({ ...each, productId: ProductId.parse(productId) })),
      ...roomAnswers(db, roomId).map((each) => ({ ...plain(each), productId: null })),
    ];
  }

  /** The anchor's cue may carry it too. */
  #tell(): void {
    this.#room.changed('answers');
    this.#room.changed('cues');
  }
}

function plain({ question, answer }: ProductQuestion): ProductQuestion {
  return { question, answer };
}
