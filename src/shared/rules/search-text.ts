/** A stretch of a text in UTF-16 units, the end not in it. */
export type TextRange = readonly [from: number, to: number];

/** Chinese and Latin as they are usually typed, full-width signs among them: a quick way for them. */
const PLAIN = /^(?:[!-~一-鿿。、！-～]+(?: [!-~一-鿿。、！-～]+)*)?$/u;
const FULL_WIDTH = /[！-～]/gu;
const FULL_WIDTH_AHEAD = 0xfee0;
/**
 * What must be normalised together: a character with the marks set on it, or letters of Hangul that
 * make up syllables. No composition reaches beyond.
 */
const CLUSTERS =
  /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]+|[^\p{M}\uFF9E\uFF9F][\p{M}\uFF9E\uFF9F]*|[\p{M}\uFF9E\uFF9F]+/gsu;
/** Takes no room of its own: zero-width, direction marks, soft hyphen, fillers, selectors, tags. */
const INVISIBLE =
  /(?:\u{AD}|\u{34F}|\u{61C}|[\u{115F}-\u{1160}]|[\u{17B4}-\u{17B5}]|[\u{180B}-\u{180F}]|[\u{200B}-\u{200F}]|[\u{202A}-\u{202E}]|[\u{2060}-\u{206F}]|\u{3164}|[\u{FE00}-\u{FE0F}]|\u{FEFF}|\u{FFA0}|[\u{E0000}-\u{E0FFF}])+/gu;
/** The store keeps no half of a pair. */
const LONE_SURROGATE = /\p{Cs}/gu;
/** White space, and control characters that nobody can type. */
const BLANKS = /[\s\p{Cc}]+/gu;

/**
 * A text as search compares it: full width, ligatures and styled letters as plain ones (NFKC), lower
 * case, nothing invisible, single blanks and none at the ends. A message is found when its form
 * contains the form of what was typed. Both sides lose half of a surrogate pair alike.
 */
export function searchForm(text: string): string {
  return PLAIN.test(text) ? halfWidth(text).toLowerCase() : formWithPlaces(text).form;
}

function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_AHEAD),
  );
}

/** Where the form of what was typed stands in a text, without overlaps, in places of the text itself. */
export function searchRanges(text: string, typedForm: string): readonly TextRange[] {
  if (typedForm === '') return [];
  const { form, starts, ends } = formWithPlaces(text);
  const ranges: TextRange[] = [];
  let at = form.indexOf(typedForm);
  while (at >= 0) {
    const last = at + typedForm.length;
    const before = ranges.at(-1);
    const from = starts[at] ?? 0;
    const to = ends[last - 1] ?? text.length;
    // Two of them may lie in one character: three dots in an ellipsis.
    if (before !== undefined && from < before[1]) ranges[ranges.length - 1] = [before[0], to];
    else ranges.push([from, to]);
    at = form.indexOf(typedForm, last);
  }
  return ranges;
}

type PlacedForm = {
  readonly form: string;
  /** Of each unit of the form: where its cluster begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

function formWithPlaces(text: string): PlacedForm {
  let form = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.replace(LONE_SURROGATE, '\uFFFD').matchAll(CLUSTERS)) {
    const end = index + cluster.length;
    for (const unit of clusterForm(cluster).split('')) {
      // Blanks of neighbouring clusters are one, and none begins the form.
      if (unit === ' ' && (form === '' || form.endsWith(' '))) continue;
      form += unit;
      starts.push(index);
      ends.push(end);
    }
  }
  return { form: form.endsWith(' ') ? form.slice(0, -1) : form, starts, ends };
}

/** Lower case can bring forth what composes again, and a final sigma is a sigma. */
function clusterForm(cluster: string): string {
  return cluster
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replaceAll('ς', 'σ')
    .replace(BLANKS, ' ');
}
