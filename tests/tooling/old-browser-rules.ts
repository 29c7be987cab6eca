// What the browsers of a stream computer's OBS (Chromium 87) and of an old tablet (Safari 14.0) do
// not have. Versions: developer.mozilla.org's compatibility tables.
import { type Node, parse } from 'acorn';

/** Methods that came later, on whatever they are called: Chromium's version, then Safari's. */
const LATER_METHODS: ReadonlyMap<string, string> = new Map([
  ['at', '92, 15.4'],
  ['checkVisibility', '105, 17.4'],
  ['findLast', '97, 15.4'],
  ['findLastIndex', '97, 15.4'],
  ['fromAsync', '121, 16.4'],
  ['groupBy', '117, 17.4'],
  ['hasOwn', '93, 15.4'],
  ['isWellFormed', '111, 16.4'],
  ['randomUUID', '92 and never without https, 15.4'],
  ['showPopover', '114, 17'],
  ['startViewTransition', '111, 18'],
  ['toReversed', '110, 16'],
  ['toSorted', '110, 16'],
  ['toSpliced', '110, 16'],
  ['withResolvers', '119, 17.4'],
]);

/** Globals that came later. */
const LATER_GLOBALS: ReadonlyMap<string, string> = new Map([
  ['FinalizationRegistry', '84, 14.1'],
  ['WeakRef', '84, 14.1'],
  ['requestIdleCallback', '47, never'],
  ['structuredClone', '98, 15.4'],
]);

/** Parts of globals that came later, or are not there on plain http of a local network. */
const LATER_PARTS: ReadonlyMap<string, string> = new Map([
  ['AbortSignal.any', '116, 17.4'],
  ['AbortSignal.timeout', '103, 16'],
  ['Intl.DurationFormat', '129, 16.4'],
  ['Intl.ListFormat', '72, 14.1'],
  ['Intl.Segmenter', '87, 14.1'],
  ['crypto.subtle', 'https only'],
  ['navigator.clipboard', 'https only'],
  ['navigator.locks', 'https only'],
  ['navigator.serviceWorker', 'https only'],
  ['navigator.share', 'https only'],
  ['navigator.storage', 'https only'],
  ['navigator.wakeLock', '84 and https only, 16.4'],
]);

type AnyNode = Node & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Every node of a program; a stack of its own, since a built script is deep and large. */
function* nodesOf(program: Node): Generator<AnyNode> {
  const waiting: unknown[] = [program];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) {
      for (const one of value) waiting.push(one);
    } else if (isNode(value)) {
      yield value;
      for (const child of Object.values(value)) {
        if (typeof child === 'object' && child !== null) waiting.push(child);
      }
    }
  }
}

function nameOf(node: unknown): string {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : '';
}

/** `object.property` of a plain member; the object is empty where it has no name. */
function memberOf(node: unknown): { readonly object: string; readonly property: string } | null {
  if (!isNode(node) || node.type !== 'MemberExpression' || node['computed'] === true) return null;
  return { object: nameOf(node['object']), property: nameOf(node['property']) };
}

function callFault(node: AnyNode): string | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const called = nameOf(node['callee']);
  if (LATER_GLOBALS.has(called)) return `${called} (${LATER_GLOBALS.get(called) ?? ''})`;
  const method = memberOf(node['callee'])?.property ?? '';
  return LATER_METHODS.has(method) ? `.${method}() (${LATER_METHODS.get(method) ?? ''})` : null;
}

function partFault(node: AnyNode): string | null {
  const member = memberOf(node);
  if (member === null) return null;
  const name = `${member.object}.${member.property}`;
  return LATER_PARTS.has(name) ? `${name} (${LATER_PARTS.get(name) ?? ''})` : null;
}

/**
 * Everything in a built script that Chromium 87 or Safari 14.0 cannot parse or does not have; each
 * once, with the versions it came with.
 */
export function scriptFaults(script: string): readonly string[] {
  const faults = new Set<string>();
  let program: Node;
  try {
    // Both know ES2021's syntax; of ES2022 Safari 14.0 lacks most.
    program = parse(script, { ecmaVersion: 2021, sourceType: 'module' });
  } catch (error) {
    return [`does not parse: ${error instanceof Error ? error.message : String(error)}`];
  }
  for (const node of nodesOf(program)) {
    const fault = callFault(node) ?? partFault(node);
    if (fault !== null) faults.add(fault);
  }
  // Safari before 16.4 knows no look-behind: a literal is a script it cannot parse, a text throws.
  for (const [, quote = '', part = ''] of script.matchAll(/([`"']?)(\(\?<[=!][^)`"']*)/g)) {
    faults.add(quote === '' ? `look-behind ${part} in a literal` : `look-behind ${part} in a text`);
  }
  return [...faults].toSorted();
}

/** Pieces of style sheets that came later, by name, with Chromium's and Safari's version. */
const LATER_STYLES: readonly (readonly [name: string, seen: RegExp])[] = [
  [':has() (105, 15.4)', /:has\(/],
  [':is() (88, 14)', /:is\(/],
  [':where() (88, 14)', /:where\(/],
  [':not() with a list (88, 9)', /:not\([^()]*,/],
  ['nesting (120, 17.2)', /&/],
  ['@container (105, 16)', /@container|\bcontainer-type:/],
  ['@layer (99, 15.4)', /@layer/],
  ['@property (85, 16.4)', /@property/],
  ['@scope (118, 17.4)', /@scope/],
  ['@starting-style (117, 17.5)', /@starting-style/],
  ['a range in a media query (104, 16.4)', /@media[^{]*[<>]/],
  ['aspect-ratio (88, 15)', /[;{]aspect-ratio:/],
  ['inset (87, 14.1)', /[;{]inset(?:-[a-z-]+)?:/],
  [
    'logical margins and paddings (87, 14.1)',
    /[;{](?:margin|padding)-(?:inline|block)(?:-[a-z]+)?:/,
  ],
  // A grid takes grid-gap.
  ['gap of a flex box (84, 14.1)', /[;{](?:gap|row-gap|column-gap):/],
  ['single transforms (104, 14.1)', /[;{](?:translate|scale|rotate):/],
  ['accent-color (93, 15.4)', /[;{]accent-color:/],
  ['overflow: clip (90, 16)', /overflow(?:-[xy])?:clip/],
  ['scrollbar properties (94, 18.2)', /[;{]scrollbar-(?:gutter|width|color):/],
  ['mask without prefix (120, 15.4)', /[;{]mask(?:-[a-z]+)?:/],
  ['backdrop-filter without prefix (76, 18)', /[;{]backdrop-filter:/],
  ['colour functions (111, 15)', /\b(?:color-mix|oklch|oklab|lab|lch|light-dark)\(/],
  ['small, large and dynamic viewport units (108, 15.4)', /\d[sld]v(?:h|w|min|max|i|b)\b/],
  ['container units (105, 16)', /\dcq(?:w|h|i|b|min|max)\b/],
  ['trigonometry and rounding (111, 15.4)', /\b(?:round|mod|rem|sin|cos|tan|hypot|pow|sqrt)\(/],
];

/** Everything in a built style sheet that Chromium 87 or Safari 14.0 does not know. */
export function styleFaults(sheet: string): readonly string[] {
  const bare = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/"[^"]*"|url\([^)]*\)/g, '');
  const tight = bare.replaceAll(/\s*([{};:,])\s*/g, '$1');
  return LATER_STYLES.filter(([, seen]) => seen.test(tight)).map(([name]) => name);
}
