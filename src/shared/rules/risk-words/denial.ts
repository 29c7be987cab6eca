/** Said just before a phrase, so that it is denied: 不能治疗, 别加微信, "will not cure". */
const DENIED_ZH =
  /(?:不|没|没有|别|勿|非|拒绝|禁止|谨防|远离|抵制)(?:[是能会要可敢说再去让搞做谈算讲吹给]|可以|用?发到|用加|用走|承诺|保证|支持|接受|属于|用于|具有|有|代表|涉及|提供|等于|宣传|所谓的?|什么|任何)*\s*[“"「]?$/u;
const DENIED_EN =
  /(?:\bnot|n['’]t|\bnever|\bno|\bcannot|\bwithout|\bnor)\s+(?:(?:a|an|the|any|be|to|claim|claiming|claims|say|saying|promise|promising|mean|our|it)\s+){0,3}["“]?$/iu;
/** Said just behind it, so that the denial is none: 不瘦不要钱, 没有最便宜，只有更便宜. */
const AFFIRMED = /^(?:不|就?退|包退|[^，。,.\n]{0,2}[，,]?\s*只有更)/u;
/** Units before and behind a phrase that are looked at. */
const BEFORE = 24;
const BEHIND = 8;

/** Whether what stands between these places is denied in the same breath. */
export function isDenied(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - BEFORE), from);
  if (!DENIED_ZH.test(before) && !DENIED_EN.test(before)) return false;
  return !AFFIRMED.test(text.slice(to, to + BEHIND));
}
