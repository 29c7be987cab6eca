import type { commonZhCn } from '../zh-cn/common.ts';

export const commonEn: Record<keyof typeof commonZhCn, string> = {
  'common.appName': 'Cuedesk',
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.save': 'Save',
  'common.remove': 'Remove',
  'common.add': 'Add',
  'common.retry': 'Try again',
  'common.loading': 'Loading',
  'common.unknown': 'Unknown',
  'common.on': 'On',
  'common.off': 'Off',
  'common.notYet': 'Nothing yet',
  'common.separator': ' · ',
  'common.listSeparator': ', ',
};
