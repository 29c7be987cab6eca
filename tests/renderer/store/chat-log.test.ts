import { describe, expect, it, vi } from 'vitest';

import { createChatLog, type ChatLog } from '#renderer/store/chat-log.ts';
import { sampleChat, sampleEvent } from '#tests/support/sample-events.ts';

const chat = (seq: number, name = 'a') => sampleChat({ seq, name, text: `line ${seq}` });

describe('chat log', () => {
  it('keeps the newest rows and counts all', () => {
    const log = createChatLog(10);
    log.append(Array.from({ length: 95 }, (_, index) => chat(index + 1)));
    expect(log.rows()).toHaveLength(10);
    expect(log.rows()[0]?.seq).toBe(86);
    expect(log.total()).toBe(95);
    expect(log.latest('90')?.text).toBe('line 90');
    expect(log.latest('3')).toBeUndefined();
  });

  it('skips what it holds, and gives the same array until something changes', () => {
    const log = createChatLog(10);
    log.append([chat(1), chat(2)]);
    const rows = log.rows();
    expect(log.rows()).toBe(rows);
    log.append([chat(2), chat(3)]);
    expect(log.rows().map((row) => row.seq)).toEqual([1, 2, 3]);
  });

  it('reads the lines of a snapshot as those that arrive, once each', () => {
    const texts = ['怎么卖', 'line 2', '返图返图'];
    const events = texts.map((text, index) => sampleChat({ seq: index + 1, name: 'a', text }));
    const [fromSnapshot, arrived] = [createChatLog(10), createChatLog(10)];
    for (const log of [fromSnapshot, arrived]) log.setWords({ buying: ['返图'] });
    fromSnapshot.restart(events, 1);
    arrived.append(events);
    const [first, second] = fromSnapshot.rows();
    const read = (log: ChatLog) => log.rows().map((row) => ({ ...row, about: row.about() }));
    expect(read(fromSnapshot)).toEqual(read(arrived));
    expect(first?.about().tags.length).toBeGreaterThan(0);
    expect(first?.about()).toBe(first?.about());
    fromSnapshot.setWords({ buying: ['line'] });
    expect(fromSnapshot.rows().map((row) => row.about().tags.includes('buying'))).toEqual([
      first?.about().tags.includes('buying'),
      true,
      false,
    ]);
    expect(second?.about().tags).toEqual([]);
  });

  it('reads held rows anew when the words change, and only then', () => {
    const log = createChatLog(10);
    log.append([sampleChat({ seq: 1, name: 'a', text: '求返图' }), chat(2)]);
    const before = log.rows();
    expect(before.map((row) => row.about().tags)).toEqual([[], []]);
    log.setWords({ buying: ['返图'] });
    log.append([sampleChat({ seq: 3, name: 'a', text: '返图返图' })]);
    expect(log.rows().map((row) => row.about().tags)).toEqual([['buying'], [], ['buying']]);
    expect(log.rows()[1]).toBe(before[1]);
    const now = log.rows();
    log.setWords({ buying: ['返图'] });
    expect(log.rows()).toBe(now);
  });

  it('tells its listeners once for each append', () => {
    const log = createChatLog(10);
    const listener = vi.fn();
    const stop = log.subscribe(listener);
    log.append([chat(1), chat(2)]);
    stop();
    log.append([chat(3)]);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('strikes one message by its platform id, also after rows were dropped', () => {
    const log = createChatLog(4);
    log.append(Array.from({ length: 11 }, (_, index) => chat(index + 1)));
    log.append([
      sampleEvent({
        seq: 12,
        fields: { kind: 'chat.deleted', targetId: 'm-10', userId: null, text: null },
      }),
    ]);
    expect(log.rows().map((row) => row.deletion)).toEqual([null, null, 'message', null]);
  });

  it('strikes all of a person on a timeout, of nobody else', () => {
    const log = createChatLog(10);
    log.append([chat(1, 'bad'), chat(2, 'good'), chat(3, 'bad')]);
    const target = { platformUserId: 'id-bad', name: 'bad', displayName: 'bad' };
    log.append([
      sampleEvent({
        seq: 4,
        fields: { kind: 'moderation', action: 'timeout', target, durationS: 600 },
      }),
    ]);
    expect(log.rows().map((row) => row.deletion)).toEqual(['timeout', null, 'timeout', null]);
  });

  it('lets a gift streak grow in its row', () => {
    const gift = (seq: number, comboCount: number | null, comboId: string | null) =>
      sampleEvent({
        seq,
        by: { name: 'a' },
        fields: {
          kind: 'gift',
          giftId: 'rose',
          name: 'Rose',
          count: 5,
          comboId,
          comboCount,
          comboEnd: false,
          value: null,
          toUser: null,
          paid: true,
          fragments: [],
        },
      });
    const log = createChatLog(10);
    log.append([
      gift(1, 5, 'x'),
      chat(2),
      gift(3, 10, 'x'),
      gift(4, null, 'x'),
      gift(5, null, null),
    ]);
    expect(log.rows().map((row) => [row.event.kind, row.count])).toEqual([
      ['gift', 15],
      ['chat', 1],
      ['gift', 5],
    ]);
  });

  it('goes on where a snapshot overlaps, and starts over where there is a hole', () => {
    const log = createChatLog(10);
    log.restart([chat(1), chat(2)], 7);
    log.restart([chat(2), chat(3)], 7);
    expect(log.rows().map((row) => row.seq)).toEqual([1, 2, 3]);
    log.restart([chat(8), chat(9)], 7);
    expect(log.rows().map((row) => row.seq)).toEqual([8, 9]);
    log.restart([], 8);
    expect(log.rows()).toEqual([]);
  });
});
