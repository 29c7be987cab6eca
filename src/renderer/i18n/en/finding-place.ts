import type { findingPlaceZhCn } from '../zh-cn/finding-place.ts';

export const findingPlaceEn: Record<keyof typeof findingPlaceZhCn, string> = {
  'finding.gap.tag': 'gaps: {sample}',
  'finding.gap.title': '{cause}: {time} of data is missing',
  'finding.gap.text':
    'From {source}; the longest from {from} to {to}. Figures of that time are not whole.',
  'finding.gap.next': '{advice}',
  'finding.gap.verify': 'less than 1 minute of gaps',
  'finding.loss_moment.tag': '5 min from {from}',
  'finding.loss_moment.title': 'Viewers fell by {share}',
  'finding.loss_moment.text': 'Mean of 5 minutes {before} → {after}. {why}',
  'finding.loss_moment.next': '{advice}',
  'finding.loss_moment.verify': 'viewers fall by less than 10% there',
  'finding.stream_down.tag': '{time} from {from} · {times}×',
  'finding.stream_down.title': '{platform} was off air for {time}',
  'finding.stream_down.text': 'Off at {from}, back at {to}; nine of ten were back after {back}.',
  'finding.stream_down.next': 'Send a “welcome back” within 10 s, and have a second line.',
  'finding.stream_down.verify': 'off air for under 10 s',
  'finding.platform_drop.tag': '{minutes} min from {from}',
  'finding.platform_drop.title': '{platform} lost {share} of its viewers, the others did not',
  'finding.platform_drop.text': '{before} → {after} while the others held: not the show itself.',
  'finding.platform_drop.next':
    'Check that platform’s stream, limits and recommendation before changing the show.',
  'finding.platform_drop.verify': 'platforms rise and fall together',
  'finding.warnings_unseen.tag': 'warnings: {warnings}',
  'finding.warnings_unseen.title': 'Platform warnings that were not seen in time: {late}',
  'finding.warnings_unseen.text': '{open} were never seen; the longest waited {longest}.',
  'finding.warnings_unseen.next': 'Acknowledge and change course at once; agree who watches.',
  'finding.warnings_unseen.verify': 'every warning seen within a minute',
  'finding.slow_push.tag': 'pins: {pushes}',
  'finding.slow_push.title': 'Pins that arrived late or not everywhere: {bad}',
  'finding.slow_push.text':
    '{failed} failed, {slow} took over {limit}; median {time}, slowest {worst}.',
  'finding.slow_push.next': 'Try every outlet before going on air, and replace what fails.',
  'finding.slow_push.verify': 'all there within {limit} each time',
  'finding.giveaway_no_effect.tag': 'giveaways: {giveaways}',
  'finding.giveaway_no_effect.title': 'Giveaways kept nobody and brought no chat',
  'finding.giveaway_no_effect.text':
    'Viewers {before} → {after}, chat a minute {chatsBefore} → {chatsAfter}.',
  'finding.giveaway_no_effect.next':
    'Another moment or condition: while many watch, announced 3 minutes ahead.',
  'finding.giveaway_no_effect.verify': 'viewers hold for 5 minutes after it',
  'finding.no_second_peak.tag': '{minutes} min from {from}',
  'finding.no_second_peak.title': '{what}: no further peak for {minutes} minutes',
  'finding.no_second_peak.text':
    '{peaks} peaks in the show, none from {from} to {to}. The preset is one every 15 minutes.',
  'finding.no_second_peak.next': 'A benefit or a giveaway every {limit} minutes.',
  'finding.no_second_peak.verify': 'at most {limit} minutes between peaks',
  'finding.overruled_true.tag': '{times}×',
  'finding.overruled_true.title': 'An overruled check came true: {check}',
  'finding.overruled_true.text':
    'It was red before the show and happened {times} times, first at {from}.',
  'finding.overruled_true.next': 'Go on air only when it is green.',
  'finding.overruled_true.verify': 'no red check overruled',
};
