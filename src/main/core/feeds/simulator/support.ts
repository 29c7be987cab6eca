import { say } from './chatter.ts';
import type { DemoTips } from './data/rooms.ts';
import type { RoomState, Second } from './second.ts';
import { usualOnline } from './second.ts';

/** Each per second and person online. */
const FOLLOW_HAZARD = 0.00018;
const MEMBER_HAZARD = 0.000012;
const SHARE_HAZARD = 0.00005;
const TIP_HAZARD = 0.00006;

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
  if (state.room.tips !== null) tip(second, state, state.room.tips);
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
    const isGift = count > 1 && state.room.hasGiftedMembers;
    second.out.push({
      ...second.maker.envelope(state.room, second.talk.integer(1, 999), person),
      kind: 'membership',
      type: isGift ? 'gift_purchase' : months > 1 ? 'renew' : 'new',
      tier: state.room.memberTier,
      months: isGift ? null : months,
      count: isGift ? count : 1,
      toUser: null,
      fragments: [],
      systemText: null,
    });
  }
}

function tip(second: Second, state: RoomState, tips: DemoTips): void {
  const { random, talk } = second;
  for (let left = random.poisson(usualOnline(state) * TIP_HAZARD); left > 0; left -= 1) {
    const person = state.crowd.anyone(random);
    if (person === null || second.isQuiet) continue;
    const step = talk.pick(tips.steps);
    const { text } = say(state.room, second.mood, second.product, talk);
    second.out.push({
      ...second.maker.envelope(state.room, talk.integer(1, 999), person),
      kind: 'paid_message',
      money: { amountMinor: step.amountMinor, currency: tips.currency, exponent: 2 },
      fragments: [{ type: 'text', text }],
      durationS: step.durationS,
      tier: step.tier,
    });
  }
}
