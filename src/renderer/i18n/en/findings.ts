import type { findingsZhCn } from '../zh-cn/findings.ts';

/** What stood out in a show, what it is compared with, and its exports. */
export const findingsEn: Record<keyof typeof findingsZhCn, string> = {
  'finding.title': 'Three things that matter most',
  'finding.titleFew': 'What matters most',
  'finding.none': 'Nothing stands on enough evidence.',
  'finding.few.one': 'Only {count} of them stands on enough evidence.',
  'finding.few.other': 'Only {count} of them stand on enough evidence.',
  'finding.compare.previous': 'last {change}',
  'finding.compare.median': 'median of {count} {change}',
  'finding.compare.medianShort': 'median {change}',
  'finding.compare.points': '{change} points',
  'finding.compare.not_live': 'Demos, replays and rehearsals are not compared with earlier shows.',
  'finding.compare.too_short':
    'Every earlier live show was too short (under 5 minutes, or a tenth of this one) to compare with.',
  'finding.compare.no_earlier': 'No earlier live show to compare with yet.',
  'finding.compare.with':
    'Compared with the earlier live shows of this room, the last one “{title}”; the median is of the last {count}.',
  'finding.airtime': 'Time on air',
  'finding.gpm': 'GPM',
  'finding.gpmNote': 'paid for a thousand views',
  'finding.interaction': 'Interaction',
  'finding.interactionNote': 'people who chatted ÷ views',
  'finding.followRate': 'Follow rate',
  'finding.followRateNote': 'new follows ÷ views',
  'finding.exportedCsv': '{count} CSV files were exported, they are here:',
  'finding.madeBy':
    'Exported by Cuedesk · times in this machine’s zone · amounts are paid · “≈” is approximate, “—” unknown',
};
