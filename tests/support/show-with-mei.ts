import type { FeedEvent } from '#shared/contract/room-event.ts';
import {
  chat,
  deleted,
  follow,
  gift,
  join,
  membership,
  person,
  timeout,
  tip,
  type At,
} from './make-event.ts';

/** Who is to be erased. */
export const MEI = person('88001122334455', 'MeiLing_77');
export const BO = person('99000000000001', 'Bo');
export const AN = person('99000000000002', '安安');

/** Everything by which Mei could be known again in a file. */
export const TRACES_OF_MEI: readonly string[] = [
  '88001122334455',
  'MeiLing_77',
  'meiling_77',
  'MeiOfBefore',
  '小美同学',
  'is the linen shirt warm',
  '这件亚麻衬衫多少钱',
  'mei-avatar.png',
  'sec-88-mei',
];

/** What the others said, as it must still stand afterwards. */
export const WORDS_OF_OTHERS: readonly string[] = [
  'good evening everyone',
  'I bought two of them 🧥',
  '大家好，今天有福利吗',
  '@Bo me too',
];

/** A talk in which Mei asks, gives, follows, is answered, mentioned, gifted and timed out. */
export function talkWithMei(firstTs: number): readonly FeedEvent[] {
  let serial = 0;
  const at = (): At => {
    serial += 1;
    return { key: `talk-${firstTs}-${serial}`, ts: firstTs + serial * 700 };
  };
  const before = { ...MEI, displayName: 'MeiOfBefore' };
  const known = {
    ...MEI,
    displayName: '小美同学',
    avatar: 'https://x.test/mei-avatar.png',
    altIds: { secUid: 'sec-88-mei' },
  };
  const [asked, asked2, removed] = [at(), at(), at()];
  const toMei = {
    platformUserId: MEI.platformUserId,
    name: MEI.name,
    displayName: MEI.displayName,
  };
  return [
    chat(asked, before, 'is the linen shirt warm'),
    chat(asked2, known, '这件亚麻衬衫多少钱'),
    chat(removed, MEI, 'is the linen shirt warm?!'),
    chat(at(), BO, 'good evening everyone'),
    chat(at(), AN, '大家好，今天有福利吗'),
    {
      ...chat(at(), BO, '@MeiLing_77 yes it is, MeiLing_77'),
      replyTo: {
        messageId: asked.key,
        userId: MEI.platformUserId,
        name: MEI.name,
        displayName: MEI.displayName,
        text: 'is the linen shirt warm',
      },
    },
    {
      ...chat(at(), AN, 'as above'),
      replyTo: {
        messageId: asked2.key,
        userId: null,
        name: null,
        displayName: null,
        text: '这件亚麻衬衫多少钱',
      },
    },
    {
      ...chat(at(), BO, ''),
      fragments: [
        { type: 'text', text: 'ask ' },
        { type: 'mention', text: '@MeiLing_77', userId: MEI.platformUserId },
        { type: 'text', text: ' or @小美同学 about it' },
      ],
    },
    chat(at(), BO, 'I bought two of them 🧥'),
    chat(at(), AN, '@Bo me too'),
    gift(at(), MEI, {
      count: 3,
      value: { unit: 'bits', quantity: 300 },
      combo: { id: 'combo-88001122334455', count: 3 },
    }),
    { ...gift(at(), BO, { count: 1, value: null, combo: null }), toUser: toMei },
    tip(at(), MEI, { amountMinor: 500, currency: 'CNY', exponent: 2 }),
    tip(at(), AN, { amountMinor: 900, currency: 'CNY', exponent: 2 }),
    { ...membership(at(), BO, 1), systemText: 'Bo paid for MeiLing_77 and two more' },
    join(at(), MEI),
    follow(at(), MEI),
    timeout(at(), MEI),
    deleted(at(), { targetId: removed.key, userId: null, text: 'is the linen shirt warm?!' }),
    deleted(at(), {
      targetId: asked.key,
      userId: MEI.platformUserId,
      text: 'is the linen shirt warm',
    }),
  ];
}
