/**
 * Words that make a Chinese line a question without a question mark. Deliberately few: a line that
 * is wrongly called a question costs the operator a glance each time.
 */
const CHINESE_QUESTION =
  /吗|呢$|么$|多少|多大|多高|多重|怎么|怎样|咋|什么|啥|哪[里个款种件天]|几[号点码块钱个件天斤]|有没有|是不是|能不能|可不可以|会不会|行不行|为什么|谁/u;

const ENGLISH_QUESTION =
  /^(what|whats|when|where|which|who|why|how|is|are|does|do|did|can|could|will|would|any)\b/u;

const ENDS_WITH_MARK = /[?？][\s)）~～!！.。]*$/u;

/** A line longer than this is a speech, where the words above mean little. */
const WORDS_COUNT_UP_TO = 60;
/** English opening words need a few words after them: "is" alone is no question. */
const ENGLISH_WORDS_MIN = 3;

/** Whether a chat line asks something: ends with a question mark, or asks in words. */
export function isQuestion(text: string): boolean {
  const line = text.trim();
  if (line.length < 2) return false;
  if (ENDS_WITH_MARK.test(line)) return /[\p{L}\p{N}]/u.test(line);
  if (line.length > WORDS_COUNT_UP_TO) return false;
  if (CHINESE_QUESTION.test(line)) return true;
  const lower = line.toLowerCase();
  return ENGLISH_QUESTION.test(lower) && lower.split(/\s+/).length >= ENGLISH_WORDS_MIN;
}
