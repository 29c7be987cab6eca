import { demoShortNames } from './data/products.ts';
import { TOPICS, type PhraseTable, type Topic } from './data/phrase-table.ts';
import { enPhrases } from './data/phrases-en.ts';
import { zhPhrases } from './data/phrases-zh.ts';
import type { DemoRoom } from './data/rooms.ts';
import type { Mood } from './mood.ts';
import type { SeededRandom } from './random.ts';
import type { ShopProduct } from './shop.ts';

const zhColors = ['米白', '燕麦色', '黑色', '雾蓝', '卡其', '墨绿'] as const;
const enColors = ['off-white', 'oat', 'black', 'dusty blue', 'khaki', 'dark green'] as const;
const sizes = ['S', 'M', 'L', 'XL'] as const;

/** One message that fits the moment, with what it is about. */
export function say(
  room: DemoRoom,
  mood: Mood,
  product: ShopProduct | null,
  random: SeededRandom,
): { readonly topic: Topic; readonly text: string } {
  const topic = topicOf(mood, random);
  const table = tableOf(room, random);
  return { topic, text: fill(phraseOf(table, topic, product, random), table, product, random) };
}

/** An invitation to deal outside the platform. */
export function sayContact(room: DemoRoom, random: SeededRandom): string {
  const table = room.language === 'zh' ? zhPhrases : enPhrases;
  return fill(random.pick(table.contact), table, null, random);
}

function tableOf(room: DemoRoom, random: SeededRandom): PhraseTable {
  if (room.language === 'en') return enPhrases;
  return random.chance(0.015) ? enPhrases : zhPhrases;
}

function topicOf(mood: Mood, random: SeededRandom): Topic {
  let rest = random.fraction() * mood.weightSum;
  for (const [place, topic] of TOPICS.entries()) {
    rest -= mood.weights[place] ?? 0;
    if (rest < 0) return topic;
  }
  return 'idle';
}

function phraseOf(
  table: PhraseTable,
  topic: Topic,
  product: ShopProduct | null,
  random: SeededRandom,
): string {
  if (topic !== 'productSpecific') return random.pick(table[topic]);
  const specific = product === null ? undefined : table.productSpecific[product.code];
  return random.pick(specific ?? table.question);
}

function fill(
  phrase: string,
  table: PhraseTable,
  product: ShopProduct | null,
  random: SeededRandom,
): string {
  if (!phrase.includes('{')) return phrase;
  return phrase.replace(/\{([a-z])\}/g, (whole, name: string) => {
    switch (name) {
      case 'p':
        return (product === null ? undefined : demoShortNames[product.code]) ?? '这件';
      case 'n':
        return String(product?.position ?? random.integer(1, 8));
      case 'h':
        return String(random.integer(155, 178));
      case 'w':
        return String(random.integer(90, 150));
      case 's':
        return random.pick(sizes);
      case 'c':
        return random.pick(table === zhPhrases ? zhColors : enColors);
      case 'v':
        return String(random.integer(80000, 89999));
      default:
        return whole;
    }
  });
}
