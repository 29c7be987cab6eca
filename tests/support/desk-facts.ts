import type { WritableDatabase } from '#core/database/database.ts';
import { insertAnswer, insertCue, setCueState } from '#core/cues/cues.queries.ts';
import type { Ingest } from '#core/room/ingest.ts';
import { deskEnvelope, type FactBody } from '#core/room/room-context.ts';
import { putProduct } from '#core/shelf/catalogue/product.queries.ts';
import { insertPush, putItem, putTarget, setPushState } from '#core/shelf/shelf.queries.ts';
import type { CueKind } from '#shared/model/cue.ts';
import { CueId, ProductId, PushId } from '#shared/model/ids.ts';
import { TargetAnswer, type ProductFields, type Push } from '#shared/model/product.ts';
import type { TestShow } from './test-store.ts';

const BY_HAND = { cardId: null, productId: null, asks: false };

export function productFields(code: string, currency: string): ProductFields {
  return {
    code,
    name: `Product ${code}`,
    role: 'hero',
    currency,
    priceMinor: 12_900,
    listPriceMinor: null,
    couponPriceMinor: null,
    stock: null,
    benefit: '',
    hook: '',
    look: '',
    story: '',
    value: '',
    callToAction: '',
    say: '',
    swatch: '',
  };
}

/** What an operator does in a show, written as the services write it. To be called in a commit. */
export class DeskFacts {
  readonly #db: WritableDatabase;
  readonly #ingest: Ingest;
  readonly #show: TestShow;
  #serial = 0;

  constructor(db: WritableDatabase, ingest: Ingest, show: TestShow) {
    this.#db = db;
    this.#ingest = ingest;
    this.#show = show;
  }

  fact(body: FactBody, eventTs: number): number {
    this.#serial += 1;
    const envelope = deskEnvelope(`${body.kind}:${this.#serial}`, eventTs);
    return this.#ingest.writeFact({ ...envelope, ...body }, this.#show.showId, eventTs);
  }

  product(code: string, currency: string, linkNumber: number | null): ProductId {
    const { roomId, showId } = this.#show;
    const fields = productFields(code, currency);
    const id = putProduct(this.#db, roomId, { fields, details: null, cause: 'edit', nowTs: 1 });
    if (linkNumber !== null) putItem(this.#db, showId, id, linkNumber, null, 0);
    return ProductId.parse(id);
  }

  push(
    productId: ProductId,
    goTs: number,
    endTs: number | null,
    state: Push['state'],
    linkNumber = 7,
  ): PushId {
    const push = { showId: this.#show.showId, productId, linkNumber, cueId: null, goTs };
    const pushId = PushId.parse(insertPush(this.#db, { ...push, goWallTs: goTs }));
    setPushState(this.#db, pushId, state, endTs);
    const shown = { target: 'anchor', state: 'ok', reason: null, delayMs: 120 };
    putTarget(this.#db, pushId, TargetAnswer.parse(shown));
    this.fact({ kind: 'shelf.pushed', pushId, productId, linkNumber, cueId: null }, goTs);
    return pushId;
  }

  cue(text: string, sentTs: number, doneDelayMs: number | null, kind: CueKind = 'price'): CueId {
    const { showId } = this.#show;
    const cueId = CueId.parse(insertCue(this.#db, { showId, kind, text, sentTs, ...BY_HAND }));
    this.fact(
      {
        kind: 'cue.sent',
        cueId,
        cueKind: kind,
        text,
        question: null,
        cardId: null,
        productId: null,
      },
      sentTs,
    );
    const answers =
      doneDelayMs === null
        ? []
        : ([
            ['shown', 80],
            ['done', doneDelayMs],
          ] as const);
    for (const [answer, delayMs] of answers) {
      const answeredTs = sentTs + delayMs;
      insertAnswer(this.#db, { cueId, answer, screenId: null, answeredTs, delayMs });
      setCueState(this.#db, cueId, answer);
      this.fact({ kind: 'cue.answered', cueId, answer, screenId: null, delayMs }, answeredTs);
    }
    return cueId;
  }
}
