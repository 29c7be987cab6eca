import { describe, expect, test } from 'vitest';

import { distinctChatters, RecentInteraction } from '#shared/rules/metrics/recent-interaction.ts';

const WINDOW = 300_000;
const room = (
  ...seen: readonly (readonly [platform: string, person: string, ts: number, isChat: boolean])[]
) => {
  const people = new RecentInteraction(WINDOW);
  for (const one of seen) people.saw(...one);
  return people;
};

describe('people who did something lately', () => {
  test('are counted as people, whatever they do and how often', () => {
    const people = room(
      ['twitch', 'ann', 1_000, true],
      ['twitch', 'ann', 2_000, false],
      ['twitch', 'ben', 3_000, false],
    );
    expect(people.at(4_000)).toEqual({ interacting: 2, chatters: 1 });
  });

  test('leave with the window, each by what was done last; who only likes stays no chatter', () => {
    const people = room(['twitch', 'ann', 1_000, true], ['twitch', 'ann', 250_000, false]);
    expect(people.at(301_000)).toEqual({ interacting: 1, chatters: 0 });
    expect(people.at(550_000)).toEqual({ interacting: 0, chatters: 0 });
  });

  test('what is seen after it was asked for counts', () => {
    const people = room(['twitch', 'ann', 1_000, true]);
    expect(people.at(2_000).chatters).toBe(1);
    people.saw('twitch', 'ben', 1_500, true);
    expect(people.at(2_000).chatters).toBe(2);
  });
});

test('one who writes in two rooms of a platform is one; a namesake elsewhere is another', () => {
  const first = room(['twitch', 'ann', 1_000, true]);
  const second = room(['twitch', 'ann', 2_000, true], ['twitch', 'ben', 2_000, true]);
  const elsewhere = room(['douyin', 'ann', 2_000, true]);
  expect(distinctChatters([first, second, elsewhere], 3_000)).toBe(3);
  expect(distinctChatters([first, elsewhere], 3_000)).toBe(2);
});
