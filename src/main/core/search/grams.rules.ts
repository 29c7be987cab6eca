const WORD_LETTER = /^[a-z0-9]$/;
/** More would only cost: what they leave over is looked at in the stored text. */
const TYPED_GRAMS_MAX = 10;
/** ASCII signs would part words for the engine: they stand among characters of nobody's. */
const SIGNS_AT = 0xe000;

/**
 * What the index holds of a text (in its search form): every character, every two that follow each
 * other without a blank, and three where all are Latin letters or digits, since pairs of those are in
 * every other line.
 */
export function indexGrams(form: string): readonly string[] {
  const grams = new Set<string>();
  for (const run of runsOf(form)) {
    run.forEach((character, at) => {
      grams.add(character);
      const pair = pairAt(run, at);
      if (pair !== null) grams.add(pair);
      const triple = tripleAt(run, at);
      if (triple !== null) grams.add(triple);
    });
  }
  return [...grams];
}

/**
 * What a text must hold to contain the typed one, as few and as rare as can be told beforehand: a
 * text that holds all of them may still not contain it, never the other way round.
 */
export function typedGrams(form: string): readonly string[] {
  const grams = new Set<string>();
  for (const run of runsOf(form)) {
    run.forEach((character, at) => {
      const triple = tripleAt(run, at);
      const pair = pairAt(run, at);
      if (triple !== null) grams.add(triple);
      else if (pair !== null && !isInTriple(run, at)) grams.add(pair);
      else if (run.length === 1) grams.add(character);
    });
  }
  return evenly([...grams], TYPED_GRAMS_MAX);
}

/** Words between blanks, by characters, signs moved. */
function runsOf(form: string): readonly (readonly string[])[] {
  return form
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => Array.from(word, moved));
}

function moved(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x80 && !WORD_LETTER.test(character)
    ? String.fromCharCode(SIGNS_AT + code)
    : character;
}

function pairAt(run: readonly string[], at: number): string | null {
  const [one, two] = [run[at], run[at + 1]];
  return one === undefined || two === undefined ? null : one + two;
}

function tripleAt(run: readonly string[], at: number): string | null {
  const three = run.slice(at, at + 3);
  return three.length === 3 && three.every((each) => WORD_LETTER.test(each))
    ? three.join('')
    : null;
}

/** The pair at `at` is the end of a triple that says more. */
function isInTriple(run: readonly string[], at: number): boolean {
  return at > 0 && tripleAt(run, at - 1) !== null;
}

function evenly(grams: readonly string[], most: number): readonly string[] {
  if (grams.length <= most) return grams;
  return Array.from(
    { length: most },
    (_, at) => grams[Math.floor((at * grams.length) / most)] ?? '',
  );
}
