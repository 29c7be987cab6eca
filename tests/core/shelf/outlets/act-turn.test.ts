import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ActTurn } from '#core/shelf/outlets/act-turn.ts';

/** What is ended by hand. */
function pending(): { readonly over: Promise<number>; end(value: number): void } {
  let end = (_value: number): void => undefined;
  const over = new Promise<number>((resolve) => {
    end = resolve;
  });
  return { over, end: (value) => end(value) };
}

type Reading = {
  isDisturbed: boolean;
  readonly read: ReturnType<typeof pending>;
  readonly value: Promise<number | null>;
};

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

test('acts go one after the other, also after one that throws', async () => {
  const acts = new ActTurn();
  const log: string[] = [];
  const first = pending();
  const failing = acts.run(async () => {
    log.push('first');
    await first.over;
    throw new Error('broken');
  });
  const second = acts.run(async () => void log.push('second'));
  await turn();
  expect(log).toEqual(['first']);
  first.end(1);
  await expect(failing).rejects.toThrow('broken');
  await second;
  expect(log).toEqual(['first', 'second']);
});

test('whoever waits for the end of the acts is told once, when the last has ended', async () => {
  const acts = new ActTurn();
  let told = 0;
  const stop = acts.onIdle(() => {
    told += 1;
  });
  await Promise.all([acts.run(turn), acts.run(turn)]);
  expect(told).toBe(1);
  stop();
  await acts.run(turn);
  expect(told).toBe(1);
});

test('a reading counts exactly where no act was under way at any moment of it', async () => {
  const step = fc.constantFrom('act begins', 'act ends', 'read begins', 'read ends');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const acts = new ActTurn();
      const begun: ReturnType<typeof pending>[] = [];
      const counted: [number | null, number | null][] = [];
      let reading: Reading | null = null;
      for (const name of steps) {
        if (name === 'act begins') {
          const act = pending();
          begun.push(act);
          void acts.run(() => act.over);
          if (reading !== null) reading.isDisturbed = true;
        } else if (name === 'act ends') {
          begun.shift()?.end(0);
        } else if (name === 'read begins' && reading === null) {
          const read = pending();
          reading = {
            isDisturbed: begun.length > 0,
            read,
            value: acts.quietly(() => read.over),
          };
        } else if (name === 'read ends' && reading !== null) {
          reading.read.end(7);
          counted.push([await reading.value, reading.isDisturbed ? null : 7]);
          reading = null;
        }
        await turn();
      }
      expect(counted.map(([is]) => is)).toEqual(counted.map(([, should]) => should));
    }),
    { numRuns: 60 },
  );
});
