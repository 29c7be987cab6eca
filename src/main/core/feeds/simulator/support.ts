import { say } from './chatter.ts';
import type { RoomState, Second } from './second.ts';
import { usualOnline } from './second.ts';

/** Each per second and person online. */
const FOLLOW_HAZARD = 0.00018;
const MEMBER_HAZARD = 0.000012;
const SHARE_HAZARD = 0.00005;
const TIP_HAZARD = 0.00006;

/** Steps of a paid message: minor units, seconds it stays. */
const tipSteps = [
  { amountMinor: 3000, durationS: 60, tier: '1' },
  { amountMinor: 3000, durationS: 60, tier: '1' },
  { amountMinor: 5000, durationS: 120, tier: '2' },
  { amountMinor: 10000, durationS: 300, tier: '3' },
] as const;

/** Follows, memberships, shares and paid messages of one room in this second. */
export function support(second: Second, state: RoomState): void {
  follow(second, state);
  join(second, state);
  const { random, talk, maker, out } = second;
  for (let left = random.poisson(usualOnline(state) * SHARE_HAZARD); left > 0; left -= 1) {
    const person = state.crowd.anyone(random);
    if (person === null || second.isQuiet) continue;
    out.push({ ...maker.envelope(state.room, talk.integer(1, 999), person), kind: 'share' });
  }
  if (state.room.platform === 'bilibili') tip(second, state);
}

function follow(second: Second, state: RoomState): void {
  const { random } = second;
  const weight = second.mood.retainedPart > 0 ? 1.5 : 1;
  for (
    let left = random.poisson(usualOnline(state) * FOLLOW_HAZARD * weight);
    left > 0;
    left -= 1
  ) {
    const person = state.crowd.anyone(random);
    const atMs = random.integer(1, 999);
    // Nobody follows twice.
    if (person === null || state.followers.has(person)) continue;
    state.followers.add(person);
    if (second.isQuiet) continue;
    second.out.push({ ...second.maker.envelope(state.room, atMs, person), kind: 'follow' });
  }
}

function join(second: Second, state: RoomState): void {
  const { random } = second;
  for (let left = random.poisson(usualOnline(state) * MEMBER_HAZARD); left > 0; left -= 1) {
    const person = state.crowd.anyone(random);
    const months = random.integer(1, 14);
    const count = random.chance(0.12) ? 5 : 1;
    if (person === null || state.members.has(person)) continue;
    state.members.add(person);
    if (second.isQuiet) continue;
    const isGift = count > 1 && state.room.platform === 'twitch';
    second.out.push({
      ...second.maker.envelope(state.room, second.talk.integer(1, 999), person),
      kind: 'membership',
      type: isGift ? 'gift_purchase' : months > 1 ? 'renew' : 'new',
      tier: tierOf(state),
      months: isGift ? null : months,
      count: isGift ? count : 1,
      toUser: null,
      fragments: [],
      systemText: null,
    });
  }
}

function tip(second: Second, state: RoomState): void {
  const { random, talk } = second;
  for (let left = random.poisson(usualOnline(state) * TIP_HAZARD); left > 0; left -= 1) {
    const person = state.crowd.anyone(random);
    if (person === null || second.isQuiet) continue;
    const step = talk.pick(tipSteps);
    const { text } = say(state.room, second.mood, second.product, talk);
    second.out.push({
      ...second.maker.envelope(state.room, talk.integer(1, 999), person),
      kind: 'paid_message',
      money: { amountMinor: step.amountMinor, currency: 'CNY', exponent: 2 },
      fragments: [{ type: 'text', text }],
      durationS: step.durationS,
      tier: step.tier,
    });
  }
}

function tierOf(state: RoomState): string {
  switch (state.room.platform) {
    case 'douyin':
      return 'fansclub';
    case 'bilibili':
      return 'captain';
    case 'twitch':
      return '1000';
  }
}
