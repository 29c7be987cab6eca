import { SIMPLE_CHARACTERS } from '../chat-tags/simple-characters.ts';
import { LOOK_ALIKES } from './look-alikes.ts';

/** Traditional → simplified, pairwise, beside those of chat: what is written in laws and on labels. */
const MORE_PAIRS =
  '偽伪傳传債债僅仅價价優优劃划員员國国報报塊块壓压壽寿學学實实寶宝專专對对導导帳账幣币廣广強强後后復复應应戶户掃扫擇择擊击書书會会東东條条業业極极榮荣標标機机權权歷历殘残殺杀殼壳淨净減减準准漢汉漲涨濕湿無无熱热爭争爾尔獎奖獨独獲获產产畫画痠酸療疗癢痒盡尽瞞瞒碼码禮礼穩稳穫获級级細细結结絕绝統统經经總总繫系續续習习聞闻聯联聽听脫脱腎肾腫肿膽胆華华萬万著着藥药號号虧亏裏里補补裡里製制見见視视觀观訪访詢询試试話话該该認认誠诚說说課课調调談谈論论諮咨證证譽誉貝贝負负財财貧贫貨货責责貴贵買买貸贷費费資资賣卖質质賬账賺赚贈赠贏赢軍军輕轻轉转進进過过遠远適适選选遺遗醫医鈣钙銀银錢钱錯错鏈链鐵铁鑽钻闘斗關关隊队險险隻只離离韓韩頂顶領领顏颜風风飾饰養养騙骗驗验體体髮发鬚须鳳凤點点龍龙' +
  '賞赏飲饮檔档暢畅銷销狀状態态溫温軟软喫吃規规樓楼遙遥護护園园賽赛飛飞倫伦膠胶鑰钥創创師师講讲溼湿請请櫃柜壯壮陽阳墊垫腳脚節节凍冻齡龄幹干損损變变皺皱紋纹妝妆祕秘宮宫純纯煙烟彈弹鏽锈輩辈當当額额終终滿满諾诺賠赔於于斷断瘋疯隨随馬马別别衛卫羣群維维繞绕衆众薦荐務务檢检馳驰監监組组織织協协術术奧奥黴霉兇凶驅驱災灾訴诉讓让纏缠議议環环譜谱頻频亞亚舉举詩诗徹彻決决頸颈勞劳鏡镜預预緩缓婦妇倉仓驚惊嚴严參参鵝鹅頁页剛刚輸输闢辟鎮镇擋挡誘诱約约慘惨數数爲为詐诈曬晒湯汤閒闲嗶哔覺觉麥麦確确種种寫写筆笔記记艦舰絨绒貿贸潤润劑剂兒儿農农脣唇納纳處处針针癡痴饋馈賴赖滅灭輻辐顆颗頓顿撿捡緬缅採采憶忆聰聪蟲虫嬰婴燒烧撫抚擔担錄录親亲礎础憂忧悶闷歸归漿浆癒愈週周闆板鍊链眾众説说衞卫駐驻構构閉闭詳详尋寻';
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ...SIMPLE_CHARACTERS,
  ...pairsOf(Array.from(MORE_PAIRS)),
]);

function pairsOf(characters: readonly string[]): readonly (readonly [string, string])[] {
  return characters.flatMap((old, at) =>
    at % 2 === 0 ? [[old, characters[at + 1] ?? old] as const] : [],
  );
}

/** Set between the characters of a phrase to hide it. */
const SEPARATORS = ' \t\u3000\u00a0*·•‧・.-_/\\+|~^=—–…\'"“”‘’()（）[]【】<>《》「」#&`';
/** These part sentences: they hide a phrase only where one stands between all of its characters. */
const STOPS = ',，、;；:：。｡!！?？\n\r';
/** Takes no room of its own: zero-width, direction marks, soft hyphen, joiners, selectors, tags. */
const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\u034F\u115F\u1160\u3164\uFFA0]$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;
/** Pictures that are read: a heart is 信, of 微信. */
const HEARTS = '❤♥♡';

/** The unit is left out, as if it were not there. */
const SKIPPED = 0xffff;
/** Two units that are one character: looked at together. */
const PAIR = 0xfffe;

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
  if (unit >= 0xd800 && unit < 0xdc00) return PAIR;
  if (unit >= 0xdc00 && unit < 0xe000) return unit;
  const character = String.fromCharCode(unit);
  if (HEARTS.includes(character)) return 0x2764;
  if (INVISIBLE.test(character) || isBetween(character)) return SKIPPED;
  const known = LOOK_ALIKES.get(character);
  return known === undefined ? plainUnit(character, unit) : known.charCodeAt(0);
}

function plainUnit(character: string, unit: number): number {
  const plain = character
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Me}]+/gu, '')
    .toLowerCase();
  const simple = LOOK_ALIKES.get(plain) ?? SIMPLE.get(plain) ?? plain;
  if (simple.length !== 1) return PICTURE.test(character) ? SKIPPED : unit;
  if (isBetween(simple)) return SKIPPED;
  return PICTURE.test(character) && simple === character ? SKIPPED : simple.charCodeAt(0);
}

function isBetween(character: string): boolean {
  return SEPARATORS.includes(character) || STOPS.includes(character);
}

function simplified(unit: number): number {
  const character = String.fromCharCode(unit);
  const simple = SIMPLE.get(character) ?? character;
  return (LOOK_ALIKES.get(simple) ?? simple).charCodeAt(0);
}

/** Letters in a square, of which Unicode does not say which they are. */
const SQUARED = [0x1f150, 0x1f170];

/** Of a character of two units: letters in bold, in circles and squares; pictures are left out. */
function foldedPair(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  for (const first of SQUARED) if (code >= first && code < first + 26) return 0x61 + code - first;
  const plain = String.fromCodePoint(code).normalize('NFKD').toLowerCase();
  if (plain.length === 1) return (folded ??= foldTable())[plain.charCodeAt(0)] ?? SKIPPED;
  return SKIPPED;
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
    let unit = table[text.charCodeAt(at)] ?? SKIPPED;
    if (unit === SKIPPED) continue;
    const place = at;
    if (unit === PAIR) {
      unit = foldedPair(text, at);
      if ((text.codePointAt(at) ?? 0) > 0xffff) at += 1;
      if (unit === SKIPPED) continue;
    }
    units[length] = unit;
    places[length] = place;
    length += 1;
  }
  return { units, places, length };
}

/** Where the character at a place of the text ends. */
export function endOf(text: string, place: number): number {
  return place + ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1);
}

/** Whether something that can be seen stands between two places of the text. */
export function isParted(text: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (!INVISIBLE.test(text.charAt(at))) return true;
  return false;
}

/** Whether sentences are parted between two places of the text. */
export function hasStop(text: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (STOPS.includes(text.charAt(at))) return true;
  return false;
}
