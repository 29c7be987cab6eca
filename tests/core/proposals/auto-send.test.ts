import { afterEach, expect, test } from 'vitest';

import { FIRST_TRIGGER_SETTINGS } from '#shared/model/cue-trigger.ts';
import type { CueKind } from '#shared/model/cue.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { withTrigger } from '#shared/rules/cue-triggers/trigger-set.ts';
import { startRoom, type RoomRig } from '#tests/support/room-rig.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { presetTrigger } from '#tests/support/trigger-moments.ts';

const MINUTE = 60_000;

let rig: RoomRig;
afterEach(() => rig.close());

/** A rule that sends by itself after five minutes on air, with one card of its kind. */
function start(text: string, anchors: number): void {
  const rest = presetTrigger('anchor-rest');
  const rule = { ...rest, isAuto: true, test: { kind: 'onAir' as const, minutes: 5 } };
  const triggers = withTrigger(FIRST_TRIGGER_SETTINGS, rule);
  rig = startRoom({ anchors, settings: { ...NO_SETTINGS, triggers } });
  const card = { kind: 'rest' as CueKind, text, pinnedSlot: null, productId: null };
  rig.room.commit(() => rig.room.cues.library.put({ cardId: null, ...card }));
  rig.room.commit(() => rig.room.proposals.setMode('auto', null));
}

function afterFiveMinutes() {
  for (let second = 0; second < 310; second += 5) rig.ports.clock.advance(5_000);
  const { made, open, outcomes } = rig.room.proposals.slice();
  const sent = rig.room.cues.slice().sent.map((cue) => cue.text);
  return { made, open: open.map(({ text }) => text), auto: outcomes.auto, sent };
}

test('a chosen rule sends by itself where the anchor’s screen is there, and the log says so', () => {
  start('喝口水', 1);
  expect(afterFiveMinutes()).toEqual({ made: 1, open: [], auto: 1, sent: ['喝口水'] });
});

/** Three hours before now, by the room's clock. */
const PAST = new Date(TEST_NOW - 3 * 60 * MINUTE).toISOString().slice(11, 16);

test.each([
  ['nobody would see it', '喝口水', 0],
  ['it says what must not be said', '国家级的水，全网最低价', 1],
  ['it names a time that is over', `${PAST} 休息`, 1],
])('it waits for the operator where %s', (_why, text, anchors) => {
  start(text, anchors);
  expect(afterFiveMinutes()).toEqual({ made: 1, open: [text], auto: 0, sent: [] });
});
