import { PersonCard, type PersonPart } from '#shared/model/person.ts';

import { SAMPLE_NOW, SAMPLE_START } from './sample-snapshot.ts';

const NOTHING: PersonPart = {
  messages: 0,
  gifts: 0,
  giftValues: [],
  paidMessages: 0,
  paidMessageMoney: [],
  memberships: 0,
  ordersPaid: 0,
  paid: [],
  ordersPaidUnpriced: 0,
  ordersCancelled: 0,
  cancelled: [],
};

/** A viewer who has been here before, as the core answers `person.card`. */
export function samplePerson(change: object = {}): PersonCard {
  return PersonCard.parse({
    platform: 'twitch',
    platformUserId: 'u-momo',
    name: 'momo_',
    displayName: 'Momo_',
    roles: ['member'],
    firstSeenTs: SAMPLE_START - 40 * 86_400_000,
    lastSeenTs: SAMPLE_NOW,
    showCount: 7,
    shows: [{ showId: 7, title: 'Autumn linen night', origin: 'live', startedTs: SAMPLE_START }],
    thisShow: {
      ...NOTHING,
      messages: 12,
      gifts: 30,
      giftValues: [{ unit: 'bits', quantity: 3_000 }],
      ordersPaid: 2,
      ordersPaidUnpriced: 1,
      paid: [
        { currency: 'CNY', exponent: 2, amountMinor: 19_900 },
        { currency: 'JPY', exponent: 0, amountMinor: 1_200 },
      ],
    },
    earlier: { ...NOTHING, messages: 240, ordersCancelled: 3 },
    tells: { gifts: true, orders: true },
    messages: [
      { seq: 38_000, ts: SAMPLE_NOW - 60_000, text: '<b>size M?</b>' },
      { seq: 37_000, ts: SAMPLE_NOW - 90_000, text: '\u200b' },
    ],
    note: null,
    marks: [],
    ...change,
  });
}
