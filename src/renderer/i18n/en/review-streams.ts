import type { reviewStreamsZhCn } from '../zh-cn/review-streams.ts';

/** How platforms' streams held, and what did not happen in a show. */
export const reviewStreamsEn: Record<keyof typeof reviewStreamsZhCn, string> = {
  'review.down.on': '{platforms} ({down})',
  'review.down.separator': '; ',
  'review.down.stream.one': '{count} stream outage, {time}',
  'review.down.stream.other': '{count} stream outages, {time}',
  'review.down.data.one': '{count} data gap, {time}',
  'review.down.data.other': '{count} data gaps, {time}',
  'review.streams': 'Stream health',
  'review.streams.platform': 'Platform',
  'review.streams.state': 'Stream',
  'review.streams.back': 'down, came back',
  'review.streams.notBack': 'down, did not come back',
  'review.streams.held': 'never down',
  'review.streams.notTold': 'not told by this platform',
  'review.streams.from': 'Down from',
  'review.streams.to': 'Back at',
  'review.streams.length': 'Length',
  'review.streams.before': 'Viewers before',
  'review.streams.after': 'Viewers after',
  'review.streams.none':
    'No platform told whether its stream was on air, so outages are not known.',
  'review.streams.noneHow':
    'Connect a source that tells it (such as a bridge that sends “stream” events): each outage then stands here with the viewers before and after.',
  'review.incidents.nothing': 'Nothing: {names}.',
  'review.incidents.outages': 'Stream outages',
};
