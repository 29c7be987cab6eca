import type { ProductFields } from '#shared/model/product.ts';
import type { ProductId } from '#shared/model/ids.ts';
import type { Payload } from '#tests/support/payloads.ts';
import { codeOf, cookieOf, postPair, postWait } from '#tests/support/screen-client.ts';

import { carried } from './canary.ts';
import { payloadEvents } from './payload-events.ts';
import type { PayloadHost, Screens } from './payload-host.ts';
import type { Findings } from './findings.ts';

/** Rows of a long text are tall: so many characters fill about one row of the chat. */
const ROW_CHARS = 60;
/** Rows that surely stand on the desk at once. */
const ROWS_AT_ONCE = 36;
/** Products on the shelf at a time: each change sends the whole shelf. */
const SHELF = 8;
/** What a door answers that too many come to at once, and how often and when they come again. */
const TOO_MANY = 429;
const TRIES = 40;
const TRY_AGAIN_MS = 500;

export type Stage = {
  readonly host: PayloadHost;
  readonly sets: readonly Screens[];
  readonly payloads: readonly Payload[];
  readonly findings: Findings;
};

/** The beginning of a text that a field of this length takes. */
export function fitted(text: string, length: number): string {
  return text.slice(0, length);
}

/**
 * Every field of every kind of event, through ingest.append, onto the chat of the desks. Chat itself
 * for each payload, of the other kinds every fourth; the recording has all of them.
 */
export async function chatStage({ host, sets, payloads, findings }: Stage): Promise<void> {
  for (const group of inGroups(payloads)) {
    const nowTs = Date.now();
    const made = group.flatMap(({ id, text }) => {
      const events = payloadEvents(text, id, nowTs);
      const turn = payloads.findIndex((payload) => payload.id === id);
      const chosen = events.filter((_, kind) => isTurn(kind, turn));
      return chosen.map((each) => ({ ...each, id, text: carried(text) }));
    });
    const rows = made.filter(({ timesInRow }) => timesInRow !== null);
    // A tall row alone: two of them would push one another out of sight.
    const batches = rowHeight(group[0]?.text ?? '') > 3 ? made.map((each) => [each]) : [made];
    for (const batch of batches) {
      const stored = await host.append(batch.map(({ event }) => event));
      findings.stored += stored;
      findings.check(stored === batch.length, `chat: ${batch.length} sent, ${stored} stored`);
      const expected = batch.filter((each) => rows.includes(each));
      for (const { canary } of sets) {
        const found = () =>
          expected.filter(({ text, timesInRow }) =>
            [...canary.rows.values()].some((row) => times(row, text) >= (timesInRow ?? 0)),
          );
        await findings.within(
          canary.until(() => found().length === expected.length),
          () => {
            const missing = expected.filter((each) => !found().includes(each));
            return `chat: not as text: ${missing.map(({ id, event }) => `${id} ${event.kind}`).join(', ')}`;
          },
        );
      }
    }
    for (const { canary } of sets) canary.forget();
    findings.pushed(made.length);
  }
}

/** Products, cards, blocks, bookmarks and cues: armed, pushed and sent, up to the receipts of every screen. */
export async function showStage({ host, sets, payloads, findings }: Stage): Promise<void> {
  const { program } = host;
  const shelf: ProductId[] = [];
  const card = await program.must('cue.putCard', {
    cardId: null,
    kind: 'free',
    text: 'x',
    pinnedSlot: 1,
    productId: null,
  });
  for (const [index, { id, text }] of payloads.entries()) {
    const cueText = fitted(text, 120);
    const old = shelf.length >= SHELF ? shelf.shift() : undefined;
    if (old !== undefined) await program.must('shelf.removeProduct', { productId: old });
    const put = program.must('shelf.putProduct', {
      fields: productOf(text, index),
      linkNumber: null,
    });
    const rest = [
      program.must('cue.putCard', {
        cardId: card.cardId,
        kind: 'free',
        text: cueText,
        pinnedSlot: 1,
        productId: null,
      }),
      program.must('bookmark.add', { note: fitted(text, 500) }),
      program.must('block.next', {}),
    ];
    const { productId, linkNumber } = await put;
    await Promise.all(rest);
    shelf.push(productId);
    await program.must('shelf.arm', { linkNumber });
    const name = carried(fitted(text, 200));
    const wanted = (what: string, page: string) => () =>
      `${page}: ${what} of ${id} not shown as text`;
    for (const { canary } of sets) {
      await findings.within(
        canary.until(() => canary.saw(name)),
        wanted('product', 'desk'),
      );
    }
    // On a busy machine it may have disarmed by itself meanwhile.
    await program.must('shelf.arm', { linkNumber });
    await program.must('shelf.go', { productId });
    await program.must('cue.send', { kind: 'free', text: cueText });
    for (const { anchor, overlay } of sets) {
      for (const page of [anchor, overlay]) await findings.shows(page, name, `push of ${id}`);
      await findings.shows(anchor, carried(cueText), `cue of ${id}`);
    }
    findings.pushed(6);
  }
}

/** Devices that pair under a hostile name, each from an address of its own. */
export async function pairingStage({ host, payloads, findings }: Stage): Promise<void> {
  for (const [index, { id, text }] of payloads.entries()) {
    const offer = await host.program.must('screens.offer', { role: 'overlay' });
    const port = Number(new URL(host.origin).port);
    const name = fitted(text, 80);
    const answer = await askedInTime(() =>
      postPair(port, { code: codeOf(offer.url), name }, { from: `127.0.1.${1 + (index % 250)}` }),
    );
    const isAsked = answer.status >= 200 && answer.status < 300;
    findings.check(isAsked, `pairing as ${id}: ${answer.status}`);
    if (!isAsked) continue;
    await host.letIn();
    await postWait(port, 'overlay', cookieOf(answer));
    findings.pushed(1);
  }
}

type Asked = Awaited<ReturnType<typeof postPair>>;

/** So many devices at once are told to come again later; they do. */
async function askedInTime(ask: () => Promise<Asked>): Promise<Asked> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer.status !== TOO_MANY || tries === TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

function productOf(text: string, index: number): ProductFields {
  const short = fitted(text, 200);
  return {
    code: `${index}-${fitted(text, 50)}`,
    name: short,
    role: 'none',
    currency: 'CNY',
    priceMinor: 100,
    listPriceMinor: null,
    couponPriceMinor: null,
    stock: null,
    benefit: short,
    hook: short,
    look: short,
    story: short,
    value: short,
    callToAction: short,
    say: short,
    swatch: fitted(text, 20),
  };
}

/** Chat, the first kind, always; of the others every fourth, another with each payload. */
function isTurn(kind: number, turn: number): boolean {
  return kind === 0 || kind % 4 === turn % 4;
}

function rowHeight(text: string): number {
  return Math.ceil((text.length * 9) / ROW_CHARS) + text.split('\n').length;
}

/** Payloads whose rows fit on the desk together. */
function inGroups(payloads: readonly Payload[]): readonly (readonly Payload[])[] {
  const groups: Payload[][] = [[]];
  let rows = 0;
  for (const payload of payloads) {
    const height = 4 * Math.max(1, rowHeight(payload.text) / 4);
    if (rows + height > ROWS_AT_ONCE) {
      groups.push([]);
      rows = 0;
    }
    groups.at(-1)?.push(payload);
    rows += height;
  }
  return groups.filter((group) => group.length > 0);
}

export function times(whole: string, part: string): number {
  return whole.split(part).length - 1;
}
