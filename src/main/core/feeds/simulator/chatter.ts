import type { Language } from '#shared/model/settings.ts';

import { TOPICS, type PhraseTable, type Topic } from './data/phrase-table.ts';
import { enPhrases } from './data/phrases-en.ts';
import { zhPhrases } from './data/phrases-zh.ts';
import type { DemoRoom } from './data/rooms.ts';
import { demoShows } from './demo-show.ts';
import type { Mood } from './mood.ts';
import type { SeededRandom } from './random.ts';
import type { ShopProduct } from './shop.ts';

const phrases: Readonly<Record<Language, PhraseTable>> = { 'zh-CN': zhPhrases, en: enPhrases };
const colors: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['米白', '燕麦色', '黑色', '雾蓝', '卡其', '墨绿'],
  en: ['off-white', 'oat', 'black', 'dusty blue', 'khaki', 'dark green'],
};
const thisOne: Readonly<Record<Language, string>> = { 'zh-CN': '这件', en: 'this one' };
const sizes = ['S', 'M', 'L', 'XL'] as const;

/** One message that fits the moment, with what it is about. */
export function say(
  room: DemoRoom,
  mood: Mood,
  product: ShopProduct | null,
  random: SeededRandom,
): { readonly topic: Topic; readonly text: string } {
  const topic = topicOf(mood, random);
  const language = languageOf(room, random);
  const phrase = phraseOf(phrases[language], topic, product, random);
  return { topic, text: fill(phrase, language, product, random) };
}

/** An invitation to deal outside the platform. */
export function sayContact(room: DemoRoom, random: SeededRandom): string {
  return fill(random.pick(phrases[room.language].contact), room.language, null, random);
}

function languageOf({ language, otherPart }: DemoRoom, random: SeededRandom): Language {
  if (otherPart === 0 || !random.chance(otherPart)) return language;
  return language === 'en' ? 'zh-CN' : 'en';
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
  language: Language,
  product: ShopProduct | null,
  random: SeededRandom,
): string {
  if (!phrase.includes('{')) return phrase;
  return phrase.replace(/\{([a-z])\}/g, (whole, name: string) => {
    switch (name) {
      case 'p':
        return (
          (product === null ? undefined : demoShows[language].shortNames[product.code]) ??
          thisOne[language]
        );
      case 'n':
        return String(product?.position ?? random.integer(1, 8));
      case 'h':
        return String(random.integer(155, 178));
      case 'w':
        return String(random.integer(90, 150));
      case 's':
        return random.pick(sizes);
      case 'c':
        return random.pick(colors[language]);
      case 'v':
        return String(random.integer(80000, 89999));
      default:
        return whole;
    }
  });
}
