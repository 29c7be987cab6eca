import type { findingPlaceZhCn } from '../zh-cn/finding-place.ts';

export const findingPlaceEn: Record<keyof typeof findingPlaceZhCn, string> = {
  'finding.gap.tag': 'gaps: {sample}',
  'finding.gap.title': '{cause}: {time} of data is missing',
  'finding.gap.text':
    'From {source}; the longest from {from} to {to}. Figures of that time are not whole.',
  'finding.gap.next': '{advice}',
  'finding.gap.verify': 'less than 1 minute of gaps',
};
