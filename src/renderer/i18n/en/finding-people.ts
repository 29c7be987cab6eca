import type { findingPeopleZhCn } from '../zh-cn/finding-people.ts';

export const findingPeopleEn: Record<keyof typeof findingPeopleZhCn, string> = {
  'finding.silence.tag': '{minutes} min from {from}',
  'finding.silence.title': '{minutes} minutes without a pin or a cue, viewers down {share}',
  'finding.silence.text':
    '{before} online at {from}, {after} at {to}. It happened together; that is no proof of a cause.',
  'finding.silence.next': 'A pin or a cue at least every 5 minutes.',
  'finding.silence.verify': 'no stretch of 10 minutes without either',
  'finding.unanswered_cues.tag': 'cues: {sample}',
  'finding.unanswered_cues.title': '{share} of the cues were not marked as done',
  'finding.unanswered_cues.text':
    '{open} were not marked as done, {unseen} of them were shown on no screen; the median of the others is {time}.',
  'finding.unanswered_cues.next':
    'One cue at a time, and check the host screen before going on air.',
  'finding.unanswered_cues.verify': 'at least 80% of the cues done',
  'finding.raid_unmet.tag': '{from} · +{more}',
  'finding.raid_unmet.title': 'A wave of people met no traffic item',
  'finding.raid_unmet.text':
    '{before} → {peak} online, {after} after {minutes} minutes: {left} of those who came were gone. No traffic or benefit item was pinned within 3 minutes.',
  'finding.raid_unmet.next': 'Pin the traffic item as soon as numbers jump, then the benefit.',
  'finding.raid_unmet.verify': 'half of them still there after 10 minutes',
  'finding.question_debt.tag': 'people who asked: {people} · questions: {owed}',
  'finding.question_debt.title': 'Questions answered late or not at all: {owed}',
  'finding.question_debt.text':
    'Of {asked} that several asked, {open} were never answered; the longest waited {longest}.',
  'finding.question_debt.next': 'Prepare approved answers, and answer when the third person asks.',
  'finding.question_debt.verify': 'what 3 people ask is answered within 5 minutes',
  'finding.broken_promises.tag': 'promises: {promises}',
  'finding.broken_promises.title': 'Promises that were not kept: {broken}',
  'finding.broken_promises.text':
    '{kept} of {promises} were kept; the first broken one was made at {first}.',
  'finding.broken_promises.next':
    'Promise only what has a time and a number, and cue the host before it is due.',
  'finding.broken_promises.verify': 'every promise kept',
  'finding.slips_uncorrected.tag': 'slips: {slips}',
  'finding.slips_uncorrected.title': 'Slips that were not put right: {open}',
  'finding.slips_uncorrected.text':
    '{open} of {slips}; a correction was sent for {asked} of those.',
  'finding.slips_uncorrected.next': 'Send the correction at once, and the host marks it done.',
  'finding.slips_uncorrected.verify': 'every slip put right within a minute',
  'finding.late_cues.tag': 'cues done: {sample}',
  'finding.late_cues.title': 'Cues that were done late: {late}',
  'finding.late_cues.text':
    'Median {time}, the longest {longest}; after {limit} the moment has passed.',
  'finding.late_cues.next': 'Send cues one topic ahead, 20 characters at most.',
  'finding.late_cues.verify': 'median at most {limit}',
  'finding.help_unanswered.tag': 'calls: {calls}',
  'finding.help_unanswered.title': 'Calls of the host that were not answered in time: {late}',
  'finding.help_unanswered.text': '{open} were never answered; the longest waited {longest}.',
  'finding.help_unanswered.next': 'Agree who watches for calls, and answer within a minute.',
  'finding.help_unanswered.verify': 'every call answered within a minute',
  'finding.anchor_load.tag': 'stretches over {limit} min: {times}',
  'finding.anchor_load.title': 'The host was at it for {longest} without a break',
  'finding.anchor_load.text': 'No pause of a minute or more from {from} on.',
  'finding.anchor_load.next': 'Water or a clip every {limit} minutes, at the end of a block.',
  'finding.anchor_load.verify': 'no stretch over {limit} minutes',
  'finding.block_overrun.tag': 'blocks: {over} of {ran}',
  'finding.block_overrun.title': 'Blocks that overran: {over}, {time} in all',
  'finding.block_overrun.text': '“{name}” the most, by {worst}; what came after had less.',
  'finding.block_overrun.next':
    'Plan more time for “{name}”, or cue the wrap-up when its time is over.',
  'finding.block_overrun.verify': 'no block over by 20%',
  'finding.block_skipped.tag': 'blocks: {skipped} of {planned}',
  'finding.block_skipped.title': 'Planned blocks that did not run: {skipped}, {time} in all',
  'finding.block_skipped.text': '{planned} were planned; the first without its turn was “{name}”.',
  'finding.block_skipped.next': 'Move them forward, or take them out of the plan.',
  'finding.block_skipped.verify': 'every planned block runs',
  'finding.slow_end.tag': 'last {minutes} min · {orders} orders',
  'finding.slow_end.title': 'The end sold slowly',
  'finding.slow_end.text':
    '{orders} orders from {from} on; at the earlier rate for each viewer about {expected} would have come.',
  'finding.slow_end.next': 'Bring the best sellers back at the end, with three rounds of closing.',
  'finding.slow_end.verify': 'orders an hour at the end as in the show',
  'finding.follow_low.tag': 'follow rate {own}',
  'finding.follow_low.title': '{less} fewer follows for each view than usual',
  'finding.follow_low.text':
    '{own}, the median of {shows} shows is {middle}; {follows} new follows.',
  'finding.follow_low.next': 'Give a reason to follow at the end of each block.',
  'finding.follow_low.verify': 'follow rate at least {middle}',
  'finding.chat_low.tag': 'interaction {own}',
  'finding.chat_low.title': '{less} fewer people chatted for each view than usual',
  'finding.chat_low.text':
    '{own}, the median of {shows} shows is {middle}; {chatters} people chatted.',
  'finding.chat_low.next': 'Ask something that is easy to answer every 8 to 10 minutes.',
  'finding.chat_low.verify': 'interaction at least {middle}',
};
