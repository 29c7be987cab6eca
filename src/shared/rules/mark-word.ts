import { fail, ok, type Result } from '../contract/app-error.ts';
import { MARK_WORD_MAX } from '../model/person.ts';
import { normaliseChat } from './chat-tags/normalise.ts';

/** Turn the words around them round, or break the line: nothing of it belongs into a word. */
const TURNING = /[\u{200E}\u{200F}\u{061C}\u{202A}-\u{202E}\u{2066}-\u{2069}\p{Cc}]/gu;
const LINE_ENDS = /[\s\u{2028}\u{2029}]+/gu;
/** An accent or two belong to a letter; what is piled up higher covers the row above. */
const PILED_UP = /(\p{M}{2})\p{M}+/gu;

/**
 * A mark's word as it is kept: one line, without direction marks, blanks at its ends or piled-up
 * accents. Refused: text_missing where nothing of it could be seen, text_too_long beyond
 * MARK_WORD_MAX letters as a reader counts them.
 */
export function markWordOf(typed: string): Result<string> {
  const word = typed
    .replace(LINE_ENDS, ' ')
    .replace(TURNING, '')
    .replace(PILED_UP, '$1')
    .trim()
    .normalize('NFC');
  if (normaliseChat(word) === '') return fail('text_missing', { what: 'word' });
  const given = lettersOf(word);
  if (given > MARK_WORD_MAX) {
    return fail('text_too_long', { what: 'word', max: MARK_WORD_MAX, given });
  }
  return ok(word);
}

function lettersOf(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}
