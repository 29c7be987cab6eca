import { noCounts, type RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import { SeededRandom } from '#core/feeds/simulator/random.ts';

const EVERYTHING = {
  viewers: true,
  joins: true,
  follows: true,
  orders: true,
  gifts: true,
  chat: true,
};

export type SimulatedShow = {
  readonly seed: number;
  readonly minutes: number;
  /** How much the rates wander by themselves: standard deviation of their logarithm. */
  readonly wander?: number;
  /** How much more than by chance a count varies: 1 is chance alone. */
  readonly dispersion?: number;
  /** What happens to a rate, planted: minute since the start → factor. */
  readonly effect?: (minute: number) => number;
};

/**
 * A show in which nothing happens but chance: rates that wander slowly and fade over the hours, and
 * counts that vary more than by chance alone. People online follow entries and stay.
 */
export function simulatedShow(options: SimulatedShow): RoomMinute[] {
  const { seed, minutes, wander = 0.08, dispersion = 1.5, effect = () => 1 } = options;
  const source = new SeededRandom(seed);
  const random = () => source.fraction();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const perMinute = Math.exp(Math.log(20) + random() * Math.log(40));
  const stayMin = 2 + random() * 6;
  const fade = (random() - 0.4) * 0.6;
  const chatShare = 0.05 + random() * 0.2;
  const orderShare = 0.002 + random() * 0.02;
  const count = (mean: number) =>
    Math.max(0, Math.round(mean + Math.sqrt(mean * dispersion) * normal()));
  let drift = 0;
  let online = perMinute * stayMin;
  return Array.from({ length: minutes }, (_, at) => {
    drift += -drift / 12 + wander * Math.sqrt(2 / 12) * normal();
    const rate = perMinute * Math.exp(drift - (fade * at) / minutes) * effect(at);
    const entries = count(rate);
    online += entries - online / stayMin + Math.sqrt(online / stayMin) * normal();
    online = Math.max(1, online);
    const ordersPlaced = count(online * orderShare);
    const counts = {
      ...noCounts(),
      entries,
      chats: count(online * chatShare),
      follows: count(rate * 0.03),
      ordersPlaced,
      ordersPaid: Math.round(ordersPlaced * 0.8),
    };
    const source = { platform: 'douyin', can: EVERYTHING, isWhole: true, counts };
    return {
      minute: 29_000_000 + at,
      sources: new Map([[1, { ...source, viewers: Math.round(online) }]]),
    };
  });
}
