import { SIMPLE_CHARACTERS } from '../chat-tags/simple-characters.ts';

/** Traditional → simplified, pairwise, beside those of chat: what is written in laws and on labels. */
const MORE_PAIRS =
  '偽伪傳传債债僅仅價价優优劃划員员國国報报塊块壓压壽寿學学實实寶宝專专對对導导帳账幣币廣广強强後后復复應应戶户掃扫擇择擊击書书會会東东條条業业極极榮荣標标機机權权歷历殘残殺杀殼壳淨净減减準准漢汉漲涨濕湿無无熱热爭争爾尔獎奖獨独獲获產产畫画痠酸療疗癢痒盡尽瞞瞒碼码禮礼穩稳穫获級级細细結结絕绝統统經经總总繫系續续習习聞闻聯联聽听脫脱腎肾腫肿膽胆華华萬万著着藥药號号虧亏裏里補补裡里製制見见視视觀观訪访詢询試试話话該该認认誠诚說说課课調调談谈論论諮咨證证譽誉貝贝負负財财貧贫貨货責责貴贵買买貸贷費费資资賣卖質质賬账賺赚贈赠贏赢軍军輕轻轉转進进過过遠远適适選选遺遗醫医鈣钙銀银錢钱錯错鏈链鐵铁鑽钻闘斗關关隊队險险隻只離离韓韩頂顶領领顏颜風风飾饰養养騙骗驗验體体髮发鬚须鳳凤點点龍龙';
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ...SIMPLE_CHARACTERS,
  ...pairsOf(Array.from(MORE_PAIRS)),
]);

function pairsOf(characters: readonly string[]): readonly (readonly [string, string])[] {
  return characters.flatMap((old, at) =>
    at % 2 === 0 ? [[old, characters[at + 1] ?? old] as const] : [],
  );
}

/** Set between the characters of a phrase to hide it; stops and line ends part sentences and stay. */
const SEPARATORS = ' \t\u3000\u00a0*·•‧・.-_/\\+|~^=—–…\'"“”‘’()（）[]【】<>';
/** Takes no room of its own: zero-width, direction marks, soft hyphen, joiners, selectors, tags. */
const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\u034F\u115F\u1160\u3164\uFFA0]$/u;

/** The unit is left out, as if it were not there. */
const SKIPPED = 0xffff;

/** By code unit, what it is compared as. */
let folded: Uint16Array | null = null;

function foldTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < table.length; unit += 1) table[unit] = foldedUnit(unit);
  return table;
}

function foldedUnit(unit: number): number {
  // Most of the table: nothing about these but their simplified form.
  if (unit >= 0x4e00 && unit < 0xa000) return simplified(unit);
  if (unit >= 0xd800 && unit < 0xe000) return unit;
  const character = String.fromCharCode(unit);
  if (INVISIBLE.test(character) || SEPARATORS.includes(character)) return SKIPPED;
  const plain = character
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Me}]+/gu, '')
    .toLowerCase();
  const simple = SIMPLE.get(plain) ?? plain;
  if (simple.length !== 1) return unit;
  return SEPARATORS.includes(simple) ? SKIPPED : simple.charCodeAt(0);
}

function simplified(unit: number): number {
  return SIMPLE.get(String.fromCharCode(unit))?.charCodeAt(0) ?? unit;
}

/** A text as phrases are looked for in it. */
export type FoldedText = {
  /** Compared units: narrow, lower case, simplified, without what is set between characters. */
  readonly units: Uint16Array;
  /** Where each of them stands in the text, in UTF-16 units. */
  readonly places: Uint32Array;
  readonly length: number;
};

export function foldText(text: string): FoldedText {
  const table = (folded ??= foldTable());
  const units = new Uint16Array(text.length);
  const places = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = table[text.charCodeAt(at)] ?? SKIPPED;
    if (unit === SKIPPED) continue;
    units[length] = unit;
    places[length] = at;
    length += 1;
  }
  return { units, places, length };
}
