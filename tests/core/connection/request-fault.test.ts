import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { messages } from '#renderer/i18n/messages.ts';
import {
  MAIN_ROOM,
  settled,
  startRig,
  type CoreRig,
  type RigScreen,
} from '#tests/support/core-rig.ts';
import { demoShows } from '#core/feeds/simulator/demo-show.ts';
import { chat } from '#tests/support/make-event.ts';

const MEGABYTE = 'x'.repeat(1024 * 1024);
const SHOW = { title: 'x', origin: 'live', currency: 'CNY' } as const;
const [PRODUCT] = demoShows['zh-CN'].products;

let rig: CoreRig;
beforeEach(async () => {
  rig = await startRig(null);
});
afterEach(() => rig.close());

/** The refusal of a raw command; the line must answer the next command as ever. */
async function refused(screen: RigScreen, name: string, input: unknown): Promise<unknown> {
  const commandId = screen.nextId();
  screen.raw({ type: 'command', commandId, roomId: MAIN_ROOM, name, input });
  await settled();
  const answer = screen.frames.find(
    (frame) => frame.type === 'refused' && frame.commandId === commandId,
  );
  return answer?.type === 'refused' ? answer.error : null;
}

describe('an input that is not taken', () => {
  test.each([
    ['cue.send', { kind: 'free', text: MEGABYTE }, 'text_too_long', 'text', 120],
    [
      'cue.putCard',
      { cardId: null, kind: 'free', text: MEGABYTE, pinnedSlot: null, productId: null },
      'text_too_long',
      'text',
      120,
    ],
    [
      'shelf.putProduct',
      { fields: { ...PRODUCT, name: MEGABYTE }, linkNumber: null },
      'text_too_long',
      'fields.name',
      200,
    ],
    [
      'shelf.putProduct',
      { fields: { ...PRODUCT, say: MEGABYTE }, linkNumber: null },
      'text_too_long',
      'fields.say',
      200,
    ],
    [
      'show.create',
      { title: MEGABYTE, origin: 'live', currency: 'CNY' },
      'text_too_long',
      'title',
      120,
    ],
    [
      'source.add',
      { connector: 'twitch-irc', channel: MEGABYTE, address: null },
      'text_too_long',
      'channel',
      200,
    ],
    ['replay.start', { from: { file: MEGABYTE }, speed: 1 }, 'text_too_long', 'from.file', 4096],
    ['bookmark.add', { note: MEGABYTE }, 'text_too_long', 'note', 500],
  ])(
    '%s with 1 MB: field and limit are told, the line stays',
    async (name, input, code, what, max) => {
      const params = { what, max, given: MEGABYTE.length };
      expect(await refused(rig.screen('desk'), name, input)).toEqual({ code, params });
      expect(messages.en).toHaveProperty([`field.${what.split('.').at(-1)}`]);
    },
  );

  test.each([
    ['cue.send', { kind: 'free', text: '' }, { code: 'text_missing', params: { what: 'text' } }],
    [
      'playback.setSpeed',
      { speed: 99 },
      { code: 'value_out_of_range', params: { what: 'speed', limit: 20, given: 99 } },
    ],
    [
      'shelf.arm',
      { linkNumber: 0 },
      { code: 'value_out_of_range', params: { what: 'linkNumber', limit: 1, given: 0 } },
    ],
    [
      'shelf.reorder',
      { productIds: Array.from({ length: 1000 }, (_, at) => at + 1) },
      { code: 'too_many', params: { what: 'productIds', max: 999, given: 1000 } },
    ],
    [
      'shelf.putProduct',
      { fields: { ...PRODUCT, priceMinor: -1 }, linkNumber: null },
      { code: 'value_out_of_range', params: { what: 'fields.priceMinor', limit: 0, given: -1 } },
    ],
    [
      'show.create',
      { title: 'x', origin: 'live', currency: 'yuan' },
      { code: 'bad_request', params: { what: 'currency' } },
    ],
    [
      'cue.send',
      { kind: 'free', text: 'x', more: 1 },
      { code: 'bad_request', params: { what: 'input' } },
    ],
    ['cue.send', 17, { code: 'bad_request', params: { what: 'input' } }],
    ['no.such', {}, { code: 'bad_request', params: { what: 'name' } }],
  ])('%s: %j', async (name, input, error) => {
    expect(await refused(rig.screen('desk'), name, input)).toEqual(error);
  });

  test('of a program says which event and which field, and never what was in it', async () => {
    const at = { key: 'k', ts: 1 };
    const events = [chat(at, null, 'fine'), chat(at, null, MEGABYTE)];
    const program = rig.screen('cli');
    await rig.screen('desk').must('show.create', SHOW);
    const error = await refused(program, 'ingest.append', { sender: 'ledger', events });
    expect(error).toMatchObject({
      code: 'bad_request',
      params: { event: 1, what: 'events.1.fragments.0.text', max: 10_000, given: MEGABYTE.length },
    });
    const odd = [chat(at, null, 'fine'), { ...chat(at, null, 'fine'), platformTs: 'noon' }];
    expect(await refused(program, 'ingest.append', { sender: 'ledger', events: odd })).toEqual({
      code: 'bad_request',
      params: { event: 1, what: 'events.1.platformTs', problem: 'invalid_type' },
    });
    expect(JSON.stringify(error).length).toBeLessThan(300);
  });
});
