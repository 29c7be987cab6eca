import type { findingLiftZhCn } from '../zh-cn/finding-lift.ts';

export const findingLiftEn: Record<keyof typeof findingLiftZhCn, string> = {
  'finding.cue_no_effect.tag': 'done {times}× · {n} compared',
  'finding.cue_no_effect.title': '{figure}: no change worth having after “{thing}”',
  'finding.cue_no_effect.text':
    'Against matched minutes of this show, {n} times: {figure} {mean} (95% interval {low} to {high}). An effect as large as {worth} is ruled out; a small one is not.',
  'finding.cue_no_effect.next': '{advice}',
  'finding.cue_no_effect.verify': '{figure}: after the change its interval is clear of 0',
  'finding.cue_works.tag': '{compared}',
  'finding.cue_works.title': '{figure} {mean} after “{thing}”',
  'finding.cue_works.text':
    'Against matched minutes of this show, {n} times: 95% interval {low} to {high}. Of what is called found, at most a tenth is false.',
  'finding.cue_works.next': 'Keep it for the same moments, not suddenly far more often.',
  'finding.cue_works.verify': '{figure}: the change holds in 5 more comparisons',
};
