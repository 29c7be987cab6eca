/** Findings about what followed on what was done. */
export const findingLiftZhCn = {
  'finding.cue_no_effect.tag': '做了 {times} 次 · {n} 次可比',
  'finding.cue_no_effect.title': '“{thing}”之后，{figure}没有看到够大的变化',
  'finding.cue_no_effect.text':
    '和同一场相近的分钟比了 {n} 次：{figure} {mean}（95% 区间 {low} 到 {high}）。{worth} 这么大的效果可以排除，小的说不准。',
  'finding.cue_no_effect.next': '{advice}',
  'finding.cue_no_effect.verify': '换过之后再比，{figure}的区间不再含 0',
  'finding.cue_works.tag': '{compared}',
  'finding.cue_works.title': '“{thing}”之后，{figure} {mean}',
  'finding.cue_works.text':
    '和同一场相近的分钟比了 {n} 次：95% 区间 {low} 到 {high}。这样认定的，误报控制在一成以内。',
  'finding.cue_works.next': '同样的时候接着用，别一下加太密。',
  'finding.cue_works.verify': '再比 5 次，{figure}的变化还在',
} as const;
