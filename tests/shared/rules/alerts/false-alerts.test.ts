import { expect, test } from 'vitest';

import { AlertEngine } from '#shared/rules/alerts/alert-engine.ts';
import { PRESET_RULES } from '#shared/rules/alerts/preset-rules.ts';
import { simulatedShow, type SimulatedShow } from '#tests/support/simulated-show.ts';

const SHOWS = 100;
const MINUTES = 240;
const HOURS = (SHOWS * MINUTES) / 60;

/** How often each rule alerts; the budget is out of the way so that it hides nothing. */
function alertsOf(show: SimulatedShow): Map<string, number[]> {
  const engine = new AlertEngine({
    rules: PRESET_RULES,
    hourlyBudget: Number.POSITIVE_INFINITY,
    usual: () => null,
  });
  const fired = new Map<string, number[]>();
  for (const [at, minute] of simulatedShow(show).entries()) {
    for (const { rule } of engine.closeMinute(minute)) {
      fired.set(rule.id, [...(fired.get(rule.id) ?? []), at]);
    }
  }
  return fired;
}

function perHour(options: Partial<SimulatedShow>): { all: number; byRule: Map<string, number> } {
  const byRule = new Map<string, number>();
  for (let seed = 1; seed <= SHOWS; seed += 1) {
    for (const [id, at] of alertsOf({ seed, minutes: MINUTES, ...options })) {
      byRule.set(id, (byRule.get(id) ?? 0) + at.length / HOURS);
    }
  }
  return { all: [...byRule.values()].reduce((sum, value) => sum + value, 0), byRule };
}

test.each([
  { name: 'chance alone', wander: 0, dispersion: 1 },
  { name: 'counts that vary more', wander: 0, dispersion: 3 },
  { name: 'rates that wander', wander: 0.08, dispersion: 1.5 },
  { name: 'rates that wander far', wander: 0.15, dispersion: 2 },
])('a hundred shows without any effect are quiet: $name', ({ wander, dispersion }) => {
  const { all, byRule } = perHour({ wander, dispersion });
  expect(all, JSON.stringify([...byRule])).toBeLessThanOrEqual(1);
});

test('what is planted is found: four tenths less of everything that comes in', () => {
  const startsAt = 90;
  let found = 0;
  for (let seed = 1; seed <= SHOWS; seed += 1) {
    const effect = (minute: number) => (minute >= startsAt ? 0.6 : 1);
    const fired = alertsOf({ seed, minutes: 120, effect }).get('inflow-falls') ?? [];
    if (fired.some((at) => at >= startsAt && at <= startsAt + 8)) found += 1;
  }
  expect(found).toBeGreaterThanOrEqual(75);
});
