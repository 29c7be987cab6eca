import type { DueThanks } from '../../model/thanks.ts';
import { NAMES_SAID } from '../../model/thanks.ts';
import type { CueValues } from '../cue-text/fill-cue.ts';
import type { CueLanguage } from '../cue-text/cue-values.ts';

type Said = Pick<DueThanks, 'kind' | 'names' | 'people' | 'gift'>;

/** One that must not be read out. */
export const FRIEND: Readonly<Record<CueLanguage, string>> = { zh: '这位朋友', en: 'a friend' };

/** Up to three names, or the first and how many: 小林等 12 位, Lin and 11 others. */
export function spokenNames({ names, people }: Said, language: CueLanguage): string {
  const said = names.map((name) => name ?? FRIEND[language]);
  const [first = FRIEND[language]] = said;
  if (people > NAMES_SAID) {
    return language === 'zh' ? `${first}等 ${people} 位` : `${first} and ${people - 1} others`;
  }
  if (language === 'zh') return said.join('、');
  const last = said.at(-1) ?? first;
  return said.length < 2 ? first : `${said.slice(0, -1).join(', ')} and ${last}`;
}

/** What the host reads: one sentence. */
export function thanksText(due: Said, language: CueLanguage): string {
  const spoken = spokenNames(due, language);
  const { kind, people } = due;
  const names = language === 'zh' ? amongChinese(spoken) : spoken;
  const gift = due.gift === null || language !== 'zh' ? due.gift : amongChinese(due.gift).trimEnd();
  switch (kind) {
    case 'raid':
      return language === 'zh' ? `欢迎${names}带来的朋友们` : `Welcome everyone from ${names}`;
    case 'order':
      return language === 'zh' ? `谢谢${names}的大单` : `Thank ${names} for the big order`;
    case 'gift':
      if (language === 'zh') return `谢谢${names}送的${gift ?? '礼物'}`;
      if (gift !== null) return `Thank ${names} for ${gift}`;
      return `Thank ${names} for the ${people === 1 ? 'gift' : 'gifts'}`;
    case 'member':
      return language === 'zh' ? `欢迎${names}加入粉丝团` : `Welcome ${names} to the club`;
    default:
      return kind satisfies never;
  }
}

/** Latin letters and numbers stand a space away from Chinese ones. */
function amongChinese(name: string): string {
  const before = /^[\x21-\x7e]/u.test(name) ? ' ' : '';
  const behind = /[\x21-\x7e]$/u.test(name) ? ' ' : '';
  return `${before}${name}${behind}`;
}

/** What a card can say of them. */
export function thanksValues(due: Said, language: CueLanguage): CueValues {
  return {
    names: spokenNames(due, language),
    count: String(due.people),
    gift: due.gift,
  };
}
