import type { thanksZhCn } from '../zh-cn/thanks.ts';

export const thanksEn: Record<keyof typeof thanksZhCn, string> = {
  'thanks.tab': 'Thanks',
  'thanks.none': 'Nobody waits for thanks',
  'thanks.noneHint': 'Gifts, big orders, new members and raids stand here for 5 minutes',
  'thanks.kindOf.raid': 'Raid',
  'thanks.kindOf.order': 'Big order',
  'thanks.kindOf.gift': 'Gift',
  'thanks.kindOf.member': 'Member',
  'thanks.left': 'gone in {left}',
  'thanks.drop': 'Drop',
  'thanks.sendNamed': 'To the host: {text}',
  'thanks.dropNamed': 'Drop: {text}',
  'thanks.dropped': 'Dropped: {text}',
  'keys.sendThanks': 'thank the first',
  'keys.dropThanks': 'drop the first thanks',
};
