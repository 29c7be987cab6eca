import { expect, it } from 'vitest';

import { LOOK_EVERY_MS, PauseWatch } from '#core/room/pause-watch.ts';
import { testPorts } from '#tests/support/test-ports.ts';

function watched() {
  const { clock } = testPorts();
  return { clock, watch: new PauseWatch(clock) };
}

it('sees nothing while its looks come in time, or a little late, or the clock is set', () => {
  const { clock, watch } = watched();
  for (const lateMs of [0, 0, 900, 2_500]) {
    clock.advance(LOOK_EVERY_MS + lateMs);
    expect(watch.look()).toBeNull();
  }
  clock.setWall(clock.wallNow() + 3_600_000);
  clock.advance(LOOK_EVERY_MS);
  expect(watch.look()).toBeNull();
});

it('tells a machine that slept from a process that was held', () => {
  const { clock, watch } = watched();
  clock.sleep(600_000);
  clock.advance(400);
  expect(watch.look()).toEqual({ cause: 'slept', lengthMs: 600_400 });
  clock.advance(20_000);
  expect(watch.look()).toEqual({ cause: 'stopped', lengthMs: 20_000 });
  clock.advance(LOOK_EVERY_MS);
  expect(watch.look()).toBeNull();
});

it('takes the word of its host where the clocks do not tell that it was sleep', () => {
  const { clock, watch } = watched();
  watch.announceSleep();
  clock.advance(600_000);
  expect(watch.look()).toEqual({ cause: 'slept', lengthMs: 600_000 });
  clock.advance(20_000);
  expect(watch.look()?.cause).toBe('stopped');
});
