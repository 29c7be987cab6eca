/** The source of an expression taken apart, as far as its beginning needs. */

/** A group at the beginning is only taken apart into so many alternatives. */
const MAX_HEADS = 24;

/** The plain character a pattern begins with, or null when it begins with something else. */
export function firstOf(source: string): string | null {
  const first = characterOf(source);
  const after = source.slice(first.length);
  const isPlain = first !== '' && !'\\^$.|?*+()[]{}-'.includes(first);
  return isPlain && !/^[?*+{]/.test(after) ? first : null;
}

/** The plain characters a pattern begins with; none where it begins with something else. */
export function plainHeadOf(source: string): string {
  let end = 0;
  for (;;) {
    const first = firstOf(source.slice(end));
    if (first === null) return source.slice(0, end);
    end += first.length;
  }
}

/** The first character, whole where it takes two units; empty for an empty text. */
function characterOf(source: string): string {
  const point = source.codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** A pattern that begins with a group, a class or something optional, as patterns that do not. */
export function headsOf(source: string): readonly string[] {
  const end = endOfFirst(source);
  if (end === null) return [source];
  const [head, after] = [source.slice(0, end), source.slice(end)];
  const isOptional = after.startsWith('?') && !after.startsWith('??');
  if (/^[*+{?]/.test(after) && !isOptional) return [source];
  const rest = isOptional ? after.slice(1) : after;
  const choices = head.startsWith('(?:')
    ? alternativesOf(head.slice(3, -1))
    : head.startsWith('[')
      ? Array.from(head.slice(1, -1))
      : [head];
  if (
    choices.length > MAX_HEADS ||
    (choices.length === 1 && !head.startsWith('(?:') && !isOptional)
  ) {
    return [source];
  }
  const heads = [...choices.map((choice) => choice + rest), ...(isOptional ? [rest] : [])];
  return heads.flatMap((each) => (each === source ? [each] : headsOf(each)));
}

/** Where the group, plain class or optional character ends that a pattern begins with. */
function endOfFirst(source: string): number | null {
  if (source.startsWith('(?:')) return closingOf(source) + 1;
  if (/^\[[^\]\\^$.|?*+()[{}-]+\]/.test(source)) return source.indexOf(']') + 1;
  const first = characterOf(source);
  if (firstOf(first) !== null && source.startsWith('?', first.length)) return first.length;
  return null;
}

function closingOf(source: string): number {
  let [depth, isClass] = [0, false];
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at];
    if (unit === '\\') at += 1;
    else if (isClass) isClass = unit !== ']';
    else if (unit === '[') isClass = true;
    else if (unit === '(') depth += 1;
    else if (unit === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return source.length;
}

/** Splits at the bars that stand in no group and no class. */
export function alternativesOf(source: string): readonly string[] {
  const found: string[] = [];
  let [depth, isClass, start] = [0, false, 0];
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at];
    if (unit === '\\') at += 1;
    else if (isClass) isClass = unit !== ']';
    else if (unit === '[') isClass = true;
    else if (unit === '(') depth += 1;
    else if (unit === ')') depth -= 1;
    else if (unit === '|' && depth === 0) {
      found.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, source.slice(start)];
}
