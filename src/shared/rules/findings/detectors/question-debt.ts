import type { AskedAgain } from '../facts.ts';
import { effect, found, line, param, quiet, type Detector } from '../outcome.ts';
import { endOf } from '../spans.ts';

const LEAST_PEOPLE = 3;
/** Our own preset: who asked is gone, or asks again. */
const LATE_MS = 5 * 60_000;

/**
 * Question debt: what three people and more asked and nobody answered to the end, or only after five
 * minutes. From facts of the log alone: questions that were proposed to the host and answers.
 */
export const questionDebt: Detector = {
  name: 'question_debt',
  find(facts) {
    const asked = facts.asked.filter(({ people }) => people >= LEAST_PEOPLE);
    if (asked.length === 0) return quiet('no_questions');
    const endTs = endOf(facts);
    const waited = (each: AskedAgain): number =>
      Math.max(0, (each.answeredTs ?? endTs) - each.sinceTs);
    const owed = asked
      .filter((each) => waited(each) >= LATE_MS)
      .toSorted((a, b) => b.people * waited(b) - a.people * waited(a));
    if (owed.length === 0) return quiet('nothing_found');
    const open = owed.filter(({ answeredTs }) => answeredTs === null);
    const people = owed.reduce((sum, each) => sum + each.people, 0);
    const longest = owed.reduce((most, each) => Math.max(most, waited(each)), 0);
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('count', -owed.length, -owed.length),
        stake: {
          in: 'stretches',
          spans: owed.map((each) => ({ fromTs: each.sinceTs, toTs: each.answeredTs ?? endTs })),
        },
        confidence: owed.length >= 3 ? 'high' : 'medium',
        sample: asked.length,
        evidence: owed.slice(0, 5).map((each) =>
          line(each.answeredTs === null ? 'neverAnswered' : 'answeredAfter', 'span', waited(each), {
            n: each.people,
            span: { fromTs: each.sinceTs, toTs: each.answeredTs ?? endTs },
          }),
        ),
        params: {
          owed: param.number(owed.length),
          asked: param.number(asked.length),
          open: param.number(open.length),
          people: param.number(people),
          longest: param.span(longest),
        },
        proving: null,
      },
    ]);
  },
};
