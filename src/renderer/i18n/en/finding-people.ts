import type { findingPeopleZhCn } from '../zh-cn/finding-people.ts';

export const findingPeopleEn: Record<keyof typeof findingPeopleZhCn, string> = {
  'finding.silence.tag': '{minutes} min from {from}',
  'finding.silence.title': '{minutes} minutes without a pin or a cue, viewers down {share}',
  'finding.silence.text':
    '{before} online at {from}, {after} at {to}. It happened together; that is no proof of a cause.',
  'finding.silence.next': 'A pin or a cue at least every 5 minutes.',
  'finding.silence.verify': 'no stretch of 10 minutes without either',
  'finding.unanswered_cues.tag': '{sample} cues',
  'finding.unanswered_cues.title': '{share} of the cues were not marked as done',
  'finding.unanswered_cues.text':
    '{open} were not marked as done, {unseen} of them were shown on no screen; the median of the others is {time}.',
  'finding.unanswered_cues.next':
    'One cue at a time, and check the host screen before going on air.',
  'finding.unanswered_cues.verify': 'at least 80% of the cues done',
};
