import type { RiskEntry, RiskPattern } from './risk-entry.ts';

/** An entry that stands for a pattern; its phrase is what the list of entries shows. */
function contact(phrase: string): RiskEntry {
  const instead = /[\u3400-\u9fff]/u.test(phrase) ? '店铺客服' : 'message the shop';
  return {
    phrase,
    class: 'contact',
    level: 'ban',
    instead,
    except: [],
    law: null,
    origin: 'general',
  };
}

const NUMBER = contact('手机号码 13x…');
const ACCOUNT = contact('微信 / V：…');
const PLUS = contact('+V');
const QQ = contact('QQ 12345…');
const HEART = contact('威❤');

/**
 * Ways off the platform that are names and numbers, not phrases. A mobile number of mainland China, also
 * with something between its digits; a name behind `V` or 微信; `+V`; numbers of QQ; a green heart for 微信.
 */
export const CONTACT_PATTERNS: readonly RiskPattern[] = [
  {
    entry: NUMBER,
    expression: /(?<![\d０-９.])[1１][3-9３-９](?:[\s\-·.]?[\d０-９]){9}(?![\d０-９])/gu,
  },
  // Spoken: 幺三八…, one for each digit.
  {
    entry: NUMBER,
    expression:
      /(?<![一二三四五六七八九零〇幺])[幺一][三四五六七八九][一二三四五六七八九零〇幺]{9}(?![一二三四五六七八九零〇幺])/gu,
  },
  {
    entry: ACCOUNT,
    expression:
      /(?:[vVｖＶ∨][xXｘＸ信❤]?|[微薇威徽溦][信芯心❤]?|wei\s?xin|wx)\s*(?:号|号码|id)?\s*[:：是]\s*[a-zA-Z][\w-]{4,19}/giu,
  },
  { entry: ACCOUNT, expression: /(?<![a-z])(?:vx|wx|v信)[\s_]*[a-z]*\d{4,}[\w-]*/giu },
  {
    entry: PLUS,
    expression: /[+＋➕✚十]\s*(?:[vVｖＶ∨](?![a-zA-Z\d])|[微薇威徽溦]|[qQ]{2}|扣扣|💚|🐧)/gu,
  },
  { entry: QQ, expression: /(?:[qQ]{2}|扣扣|企鹅)\s*(?:号|群)?\s*[:：是]?\s*\d{5,11}/gu },
  {
    entry: HEART,
    expression: /[微薇威徽溦卫vVｖＶ]\s*(?:[❤♥♡]\u{FE0F}?|💚)|(?:加|\+)\s*(?:我)?(?:💚|🐧)/gu,
  },
];
