import { PromiseId, SourceId } from '#shared/model/ids.ts';

import { takeTables } from './evening-afterwards.ts';
import { MINUTE_MS } from './evening-minutes.ts';
import { planned, type Held } from './evening-plan.ts';
import { writeSeen } from './seen-facts.ts';

type Deed = (held: Held) => Promise<void>;

const NOTHING_SAID = { word: '', slipClass: null } as const;

async function cue({ room, cues }: Held, text: string, answeredAfterMs: number | null) {
  const { cueId } = await room.desk.must('cue.send', { kind: 'price', text });
  cues.push(cueId);
  await room.core.advance(400);
  await room.anchor.must('cue.answer', { cueId, answer: 'shown' });
  if (answeredAfterMs === null) return;
  await room.core.advance(answeredAfterMs);
  await room.anchor.must('cue.answer', { cueId, answer: 'done' });
}

async function pin({ room, pushes }: Held, linkNumber: number): Promise<void> {
  pushes.push(await room.pin(linkNumber));
  await room.core.advance(350);
  const pushId = pushes[pushes.length - 1];
  if (pushId !== undefined) await room.anchor.must('push.confirm', { pushId });
}

function seqOf(held: Held, name: string): number {
  const seq = held.seqs.get(name);
  if (seq === undefined) throw new Error(`no ${name} yet`);
  return seq;
}

async function chooseHost({ room }: Held, name: string): Promise<void> {
  const found = room.desk.slice('library').anchors.find((anchor) => anchor.name === name);
  if (found === undefined) throw new Error(`no host ${name}`);
  await room.desk.must('anchor.choose', { anchorId: found.id });
}

async function nextBlock({ room }: Held): Promise<void> {
  await room.desk.must('block.next', {});
}

/** By the minute of the show at whose beginning they are done; -1 before it, 42 after its end. */
export const DEEDS: ReadonlyMap<number, Deed> = new Map<number, Deed>([
  [-1, planned],
  [
    0,
    async (held) => {
      await held.room.desk.must('duty.take', { name: 'Lin' });
      await chooseHost(held, '安安');
      const [first] = held.room.desk.slice('blocks').blocks;
      if (first !== undefined) await held.room.desk.must('block.start', { blockId: first.id });
    },
  ],
  [2, (held) => pin(held, 1)],
  [3, (held) => cue(held, 'the linen one', 8_000)],
  [
    4,
    async (held) => {
      const { seq } = await held.room.desk.must('bookmark.add', { note: 'good moment' });
      held.seqs.set('mark', seq);
      await held.room.desk.must('bookmark.add', { note: '' });
      const slip = await held.room.desk.must('slip.log', {
        word: '最好',
        slipClass: 'superlative',
      });
      held.seqs.set('slip', slip.seq);
      const bag = { benefitId: null, kind: 'lucky_bag', name: 'bag on air' } as const;
      await held.room.desk.must('benefit.give', bag);
      const { seq: given } = await held.room.desk.must('benefit.give', bag);
      await held.room.desk.must('benefit.takeBack', { seq: given });
    },
  ],
  [
    5,
    async (held) => {
      const { room } = held;
      const slipSeq = seqOf(held, 'slip');
      const { cueId } = await room.desk.must('slip.correct', {
        slipSeq,
        text: 'one of the good ones',
      });
      held.cues.push(cueId);
      await room.core.advance(2_500);
      await room.anchor.must('cue.answer', { cueId, answer: 'shown' });
      await room.anchor.must('cue.answer', { cueId, answer: 'done' });
      await nextBlock(held);
    },
  ],
  [6, (held) => cue(held, 'ask for a like', null)],
  [
    7,
    async ({ room, showId, products, seqs }) => {
      const productId = products[0] ?? null;
      const made = {
        promiseKind: 'limited',
        productId,
        units: 400,
        priceMinor: null,
        text: '',
      } as const;
      seqs.set(
        'kept',
        (await room.desk.must('promise.make', { ...made, dueInMs: null })).promiseId,
      );
      const open = {
        promiseKind: 'other',
        productId: null,
        units: null,
        priceMinor: null,
      } as const;
      const input = { ...open, text: 'a song at nine', dueInMs: 5 * MINUTE_MS };
      seqs.set('broken', (await room.desk.must('promise.make', input)).promiseId);
      seqs.set(
        'open',
        (await room.desk.must('promise.make', { ...input, text: 'later' })).promiseId,
      );
      const price = {
        promiseKind: 'priceOpen',
        productId,
        units: null,
        priceMinor: 9_900,
      } as const;
      await room.desk.must('promise.make', { ...price, text: '', dueInMs: 9 * MINUTE_MS });
      await room.desk.must('figures.enter', {
        showId,
        sourceId: null,
        how: 'typed',
        figures: [
          { name: 'impressions', value: 90_000 },
          { name: 'buyers', value: 17 },
        ],
      });
    },
  ],
  [8, (held) => pin(held, 2)],
  [
    9,
    async ({ room, seqs }) => {
      const asked = await room.anchor.must('help.ask', { reason: 'water' });
      await room.core.advance(20_000);
      await room.desk.must('help.answer', { seq: asked.seq });
      await room.anchor.must('help.ask', { reason: 'tech' });
      await room.anchor.must('help.ask', { reason: 'tech' });
      await room.anchor.must('mood.note', { mood: 4 });
      seqs.set('lost', (await room.desk.must('slip.log', NOTHING_SAID)).seq);
      await room.desk.must('slip.log', NOTHING_SAID);
    },
  ],
  [
    10,
    async (held) => {
      const { room, seqs } = held;
      const note = { platform: 'douyin', text: '涉嫌夸大', note: 'phone', isCut: false } as const;
      seqs.set('warning', (await room.desk.must('warning.note', note)).seq);
      await room.desk.must('warning.note', { ...note, platform: null, text: 'second' });
      await room.desk.must('slip.withdraw', { slipSeq: seqOf(held, 'lost') });
      await room.desk.must('block.extend', { byMs: 2 * MINUTE_MS });
    },
  ],
  [
    11,
    async (held) => {
      await held.room.desk.must('warning.acknowledge', { seq: seqOf(held, 'warning') });
      await held.room.desk.must('block.hold', { isHeld: true });
      await held.room.anchor.must('rest.begin', {});
    },
  ],
  [
    12,
    async ({ room, showId }) => {
      const source = room.desk.slice('metrics')?.bySource[0];
      const figures = [{ name: 'fanJoins' as const, value: 12 }];
      const input = { showId, sourceId: SourceId.parse(source?.sourceId), figures };
      await room.tablet().must('figures.enter', { ...input, how: 'typed' });
    },
  ],
  [
    13,
    async (held) => {
      await held.room.anchor.must('rest.end', {});
      await held.room.desk.must('block.hold', { isHeld: false });
      await held.room.desk.must('cue.send', { kind: 'giveaway', text: '发一个福袋' });
    },
  ],
  [
    14,
    async (held) => {
      const { desk } = held.room;
      await desk.must('promise.settle', { promiseId: asPromise(held, 'kept'), outcome: 'kept' });
      await desk.must('promise.settle', {
        promiseId: asPromise(held, 'broken'),
        outcome: 'broken',
      });
      await nextBlock(held);
    },
  ],
  [15, (held) => pin(held, 3)],
  [
    16,
    async (held) => {
      const { room } = held;
      const { cueId } = await room.desk.must('cue.send', { kind: 'giveaway', text: 'coupon now' });
      await room.desk.must('cue.withdraw', { cueId });
      const phone = room.phone('Xu');
      const input = { answer: 'coupon_on', productId: held.products[0] ?? null } as const;
      const { seq } = await phone.must('assist.answer', { ...input, units: null, text: '' });
      await room.core.advance(4_000);
      await room.desk.must('team.see', { answerSeq: seq });
      await phone.must('assist.answer', {
        ...input,
        answer: 'problem',
        units: null,
        text: 'box open',
      });
    },
  ],
  [
    18,
    async ({ room }) => {
      const [open] = room.desk.slice('questions').open;
      if (open === undefined) throw new Error('nobody asked');
      await room.desk.must('question.answer', { questionId: open.id, how: 'said' });
    },
  ],
  [19, ({ room }) => room.restart(9_000, (folder) => writeSeen(folder))],
  [24, async ({ room }) => void (await room.desk.must('show.pause', {}))],
  [26, async ({ room }) => void (await room.desk.must('show.resume', {}))],
  [27, async (held) => chooseHost(held, 'Bo')],
  [
    28,
    async (held) => {
      await pin(held, 1);
      await held.room.desk.must('shelf.undo', { pushId: lastOf(held.pushes) });
      await held.room.desk.must('duty.take', { name: 'Wu' });
    },
  ],
  [29, (held) => pin(held, 2)],
  [
    30,
    async (held) => {
      await held.room.desk.must('shelf.setSoldOut', {
        productId: lastOf(held.products),
        isSoldOut: true,
      });
      const { seqs, showId, room } = held;
      await room.desk.must('bookmark.note', {
        showId,
        seq: seqOf(held, 'mark'),
        note: 'better',
        image: null,
      });
      seqs.set('later', (await room.desk.must('bookmark.add', { note: 'gone again' })).seq);
      await room.desk.must('bookmark.remove', { showId, seq: seqOf(held, 'later') });
    },
  ],
  [
    35,
    async (held) => {
      await nextBlock(held);
      const { blocks } = held.room.desk.slice('blocks');
      const last = blocks.find(({ title }) => title === 'Never');
      if (last !== undefined) {
        await held.room.desk.must('block.skip', { blockId: last.id, isSkipped: true });
      }
    },
  ],
  [36, async ({ room }) => void (await room.desk.must('shelf.takeDown', {}))],
  [38, (held) => cue(held, 'goodbye', 70_000)],
  [42, takeTables],
]);

function asPromise(held: Held, name: string) {
  return PromiseId.parse(seqOf(held, name));
}

function lastOf<T>(values: readonly T[]): T {
  const last = values.at(-1);
  if (last === undefined) throw new Error('there is none');
  return last;
}
