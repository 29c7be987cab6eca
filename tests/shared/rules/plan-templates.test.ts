import { describe, expect, test } from 'vitest';

import { LANGUAGES } from '#renderer/i18n/messages.ts';
import { BlockPlan, SCRIPT_PARTS } from '#shared/model/run-of-show.ts';
import { PLAN_TEMPLATES, planTemplate } from '#shared/rules/plan-templates/plan-templates.ts';
import { riskMatcher } from '#shared/rules/risk-words/starter.ts';
import { plannedMsOf } from '#shared/rules/run-of-show/timetable.ts';
import { makeBlock } from '#tests/support/make-block.ts';

const MINUTE = 60_000;
const MINUTES = { apparel: 180, beauty: 120, food: 120, hero: 60, gaming: 150, evening: 120 };

describe.each(LANGUAGES)('templates in %s', (language) => {
  test.each(PLAN_TEMPLATES)('%s is a plan of its length, each block with its words', (name) => {
    const { blocks, loops } = planTemplate(name, language);
    const placed = blocks.map((plan, index) =>
      makeBlock({ ...BlockPlan.parse(plan), id: index + 1, position: index + 1 }),
    );
    const timed = loops.map((group) => ({ ...group, untilTs: null }));
    const ms = plannedMsOf({ blocks: placed, loops: timed, startTs: 0 });
    expect(ms / MINUTE).toBe(MINUTES[name]);
    const wordless = blocks.filter(({ title, script, node, fallback }) =>
      [title, script.hook, script.callToAction, node, fallback].includes(''),
    );
    expect(wordless).toEqual([]);
    const groups = new Set(blocks.map(({ group }) => group));
    expect(loops.filter((loop) => !groups.has(loop.name))).toEqual([]);
  });

  test('nothing in them is a phrase of risk', () => {
    const matcher = riskMatcher([]);
    const risky = PLAN_TEMPLATES.flatMap((name) => planTemplate(name, language).blocks).flatMap(
      ({ title, script, node, fallback }) =>
        [title, node, fallback, ...SCRIPT_PARTS.map((part) => script[part])].flatMap((text) =>
          matcher.find(text).map(({ from, to }) => text.slice(from, to)),
        ),
    );
    expect(risky).toEqual([]);
  });
});
