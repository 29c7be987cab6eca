/** What a cue may name, with every word it is written by; the first of each language is the one that is offered. */
const NAMES = {
  product: { zh: ['商品', '品名'], en: ['product'] },
  price: { zh: ['价格', '到手价'], en: ['price'] },
  listPrice: { zh: ['原价'], en: ['list price', 'listPrice'] },
  saving: { zh: ['立省'], en: ['saving'] },
  stock: { zh: ['库存'], en: ['stock'] },
  link: { zh: ['链接', '链接号'], en: ['link'] },
  benefit: { zh: ['福利'], en: ['benefit'] },
  online: { zh: ['在线'], en: ['online'] },
  views: { zh: ['场观'], en: ['views'] },
  likes: { zh: ['点赞'], en: ['likes'] },
  follows: { zh: ['涨粉'], en: ['follows'] },
  orders: { zh: ['订单'], en: ['orders'] },
  names: { zh: ['名字'], en: ['names'] },
  count: { zh: ['人数'], en: ['count'] },
  gift: { zh: ['礼物'], en: ['gift'] },
  anchor: { zh: ['主播'], en: ['host', 'anchor'] },
  left: { zh: ['还剩'], en: ['left'] },
  question: { zh: ['问题'], en: ['question'] },
  answer: { zh: ['答案'], en: ['answer'] },
} as const satisfies Record<string, CueVariableNames>;

type CueVariableNames = { readonly zh: readonly string[]; readonly en: readonly string[] };

export type CueVariable = keyof typeof NAMES;
export const CUE_VARIABLES = Object.keys(NAMES).filter(isCueVariable);

function isCueVariable(name: string): name is CueVariable {
  return Object.hasOwn(NAMES, name);
}

const BY_NAME: ReadonlyMap<string, CueVariable> = new Map(
  CUE_VARIABLES.flatMap((variable) => {
    const { zh, en }: CueVariableNames = NAMES[variable];
    return [...zh, ...en].map((name): [string, CueVariable] => [foldName(name), variable]);
  }),
);

/** However it was typed: no spaces, no difference of case, full-width letters as the others. */
function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** The variable of a name in either language; null where there is none of it. */
export function variableNamed(name: string): CueVariable | null {
  return BY_NAME.get(foldName(name)) ?? null;
}

/** As it is written in a cue of a language: `{商品}`, `{product}`. */
export function writtenVariable(variable: CueVariable, language: 'zh' | 'en'): string {
  return `{${NAMES[variable][language][0]}}`;
}
