/** Chat as Twitch sends it, by the thousand: no two lines the same but for short floods. */

export const FLOOD_CHANNEL = 'flood_live';

const PEOPLE = 20_000;
/** One line in so many is what a room types in chorus, and folds. */
const CHORUS_EVERY = 8;

const SENTENCES = [
  '已经拍了两件，之前买的那件质量真的很好，推荐大家',
  'that colour looks great on you, the fabric seems nice and light',
  '蓝色那件上身好看，等一下就去下单',
  '刚来，主播今天气色真好',
  'just ordered the small one, thank you',
  '昨天收到货了，比图片上还要好看',
  '我家就在杭州，离得不远',
] as const;
/** One line in so many asks, in words that were asked before. */
const QUESTION_EVERY = 6;
const QUESTIONS = [
  '这件外套的面料是什么，夏天穿会不会热',
  '一米六二穿多大码合适呢',
  '主播能不能再试一下蓝色那件',
  'does the blue one come in size M?',
  '什么时候发货呀',
] as const;

/** One line in so many is what a screen stumbles over, each kind in its turn. */
const HARD_EVERY = 50;
const HARD_TEXTS = [
  '\u200B\u200D\u2060\u200B',
  'هل يتوفر هذا المعطف باللون الأزرق؟ \u202E321 cba',
  `Z${'\u0310\u0343\u0489\u035C\u0348'.repeat(20)}algo`,
  '衣'.repeat(10_000),
] as const;

/** Between a line's words and the moment at which it was sent. */
const STAMP = '~';

/** How a stamped line ends: figures alone would be read as a size. */
export function serialMark(serial: number): string {
  return serial.toString(36).padStart(5, '0');
}

/** One message of line number `serial`, sent at `sentTs` (UTC milliseconds), which its end tells too. */
export function floodLine(serial: number, sentTs: number): string {
  // Steps that share no factor with the number of people: everybody speaks in turn.
  const who = (serial * 7_919) % PEOPLE;
  const text = textOf(serial, sentTs);
  const tags = [
    'badge-info=',
    'badges=',
    'color=#1E90FF',
    `display-name=Viewer${who}`,
    'emotes=',
    'first-msg=0',
    'flags=',
    `id=flood-${serial}`,
    'mod=0',
    'returning-chatter=0',
    'room-id=100200300',
    'subscriber=0',
    `tmi-sent-ts=${sentTs}`,
    'turbo=0',
    `user-id=${10_000_000 + who}`,
    'user-type=',
  ].join(';');
  const mask = `viewer${who}!viewer${who}@viewer${who}.tmi.twitch.tv`;
  return `@${tags} :${mask} PRIVMSG #${FLOOD_CHANNEL} :${text}`;
}

function textOf(serial: number, sentTs: number): string {
  if (serial % HARD_EVERY === 0) {
    return HARD_TEXTS[(serial / HARD_EVERY) % HARD_TEXTS.length] ?? '';
  }
  if (serial % CHORUS_EVERY === 0) return '扣1';
  if (serial % QUESTION_EVERY === 1) return QUESTIONS[serial % QUESTIONS.length] ?? '';
  const words = SENTENCES[serial % SENTENCES.length];
  return `${words} ${STAMP}${sentTs.toString(36)}${serialMark(serial)}`;
}

/** Matches the stamp at the end of a shown line: base 36 of UTC milliseconds, and of its number. */
export const STAMP_PATTERN = `${STAMP}([0-9a-z]{8})([0-9a-z]{5})$`;
