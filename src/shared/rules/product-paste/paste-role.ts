import { ProductRole } from '../../model/product.ts';
import type { Language } from '../../model/settings.ts';
import { plainText } from './paste-fields.ts';

const ROLES: Readonly<Record<ProductRole, readonly string[]>> = {
  traffic: ['引流', '引流款', '引流品', '钩子款', 'traffic', 'opener'],
  benefit: ['福利', '福利款', '福利品', '宠粉款', '宠粉', 'benefit', 'giveaway'],
  hero: ['主推', '主推款', '主推品', '爆款', '爆品', '主打', 'hero', 'main'],
  margin: ['利润', '利润款', '利润品', 'margin', 'profit'],
  encore: ['返场', '返场款', '返场品', 'encore'],
  none: ['未分类', '常规', '常规款', '其他', '其它', 'none', 'other', 'regular'],
};

const WORDS: Readonly<Record<Language, Readonly<Record<ProductRole, string>>>> = {
  'zh-CN': {
    traffic: '引流款',
    benefit: '福利款',
    hero: '主推款',
    margin: '利润款',
    encore: '返场款',
    none: '未分类',
  },
  en: {
    traffic: 'traffic',
    benefit: 'benefit',
    hero: 'hero',
    margin: 'margin',
    encore: 'encore',
    none: 'none',
  },
};

/** The word of a role in a table. */
export function roleWord(role: ProductRole, language: Language): string {
  return WORDS[language][role];
}

/** The role a word stands for; null for a word that is none. */
export function readRole(text: string): ProductRole | null {
  const word = plainText(text).toLowerCase();
  return ProductRole.options.find((role) => ROLES[role].includes(word)) ?? null;
}
