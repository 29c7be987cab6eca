// A build step: zod schemas that stand at the top of a module are made when they are first asked for. A
// start of the app makes a tenth of the contract's; all of them cost each of its processes more than
// any other part of its code. `export const X = z.…` becomes a function that makes X once, and whoever
// names X calls it. Sources, types and tests know nothing of it: what a schema is made of does not change
// while the program runs. Lines stay where they are, so that the maps of the source stay true.
import { parseAst } from 'vite';
import { fromRoot } from './repo-paths.mjs';
import {
  importedLazy,
  isConcerned,
  isSchema,
  lazyNames,
  lazyOf,
  topConstants,
} from './schema-names.mjs';
import { childNodes, declaredNames, keyOf, unwrapped } from './syntax-tree.mjs';

/** @typedef {import('./syntax-tree.mjs').Node} Node */
/** @typedef {import('./schema-names.mjs').Lazy} Lazy */

const SOURCES = fromRoot('src');
const ENTRY_KEYS = new Set(['input', 'output']);

/** @returns {import('vite').Plugin} */
export function lazySchemas() {
  /** @type {Map<string, Lazy>} */
  const known = new Map();
  return {
    name: 'cuedesk-lazy-schemas',
    enforce: 'post',
    transform(code, id) {
      const path = id.split('?')[0] ?? id;
      if (!path.startsWith(SOURCES) || !/\.tsx?$/.test(path)) return null;
      const lazy = (/** @type {string} */ file) => lazyOf(file, known);
      if (!isConcerned(code, path, lazy)) return null;
      const edited = madeLazy(code, path, lazy);
      return edited === code ? null : { code: edited, map: null };
    },
  };
}

/**
 * The module's text with its schemas made lazily.
 * @param {string} code
 * @param {string} path
 * @param {(file: string) => Lazy} lazyIn
 */
export function madeLazy(code, path, lazyIn) {
  const program = parseAst(code, { lang: 'js' });
  const imported = importedLazy(program, path, lazyIn);
  const own = new Set(lazyNames(program, imported).names);
  for (const name of own) {
    if (!lazyIn(path).names.has(name)) own.delete(name);
  }
  if (imported.size + own.size === 0) return code;
  const all = new Set([...imported, ...own]);
  /** @type {{start: number, end: number, text: string}[]} */
  const edits = [];
  const put = (
    /** @type {number} */ start,
    /** @type {number} */ end,
    /** @type {string} */ text,
  ) => edits.push({ start, end, text });
  const shadowed = declaredNames(program);
  const called = new Set([...all].filter((name) => !shadowed.has(name)));
  for (const { declaration, isExported } of topConstants(program)) {
    const [{ id, init }] = declaration.declarations;
    const before = isExported ? 'export ' : '';
    const start = isExported ? code.lastIndexOf('export', declaration.start) : declaration.start;
    if (own.has(id.name)) {
      put(
        start,
        init.start,
        `let ${id.name}$; ${before}function ${id.name}$make() { return ${id.name}$ ??= (`,
      );
      put(init.end, declaration.end, '); }');
    } else {
      for (const { key, value } of entriesOf(init, called)) {
        const name = JSON.stringify(keyOf(key));
        put(key.start, value.start, `get ${name}() { const value = (`);
        put(
          value.end,
          value.end,
          `); Object.defineProperty(this, ${name}, { value, enumerable: true }); return value; }`,
        );
      }
    }
  }
  renameUses(program, { called, shadowed: imported, own }, put);
  return spliced(code, edits);
}

/**
 * Inputs and outputs of a table of commands.
 * @param {Node} written
 * @param {ReadonlySet<string>} lazy
 * @returns {readonly Node[]}
 */
function entriesOf(written, lazy) {
  const node = unwrapped(written);
  if (node.type === 'CallExpression')
    return node.arguments.flatMap((/** @type {Node} */ each) => entriesOf(each, lazy));
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((/** @type {Node} */ each) => {
    if (each.type !== 'Property') return [];
    const entry = unwrapped(each.value);
    if (entry.type !== 'ObjectExpression') return [];
    return entry.properties.filter(
      (/** @type {Node} */ part) =>
        part.type === 'Property' &&
        !part.shorthand &&
        ENTRY_KEYS.has(String(keyOf(part.key))) &&
        isSchema(part.value, lazy),
    );
  });
}

/**
 * @param {Node} program
 * @param {{called: ReadonlySet<string>, shadowed: ReadonlySet<string>, own: ReadonlySet<string>}} names
 * @param {(start: number, end: number, text: string) => void} put
 */
function renameUses(program, { called, shadowed, own }, put) {
  const eager = [...shadowed].filter((name) => !called.has(name));
  visit(program, null);
  if (eager.length > 0) {
    put(0, 0, eager.map((name) => `const ${name} = ${name}$make();`).join(' '));
  }

  /** @param {Node} node @param {Node} parent */
  function visit(node, parent) {
    if (node.type === 'ImportSpecifier') {
      const { name } = node.local;
      if (shadowed.has(name))
        put(node.start, node.end, `${node.imported.name}$make as ${name}$make`);
      return;
    }
    if (node.type === 'Identifier' && called.has(node.name) && !isName(node, parent)) {
      const before = parent?.type === 'Property' && parent.shorthand ? `${node.name}: ` : '';
      put(node.start, node.end, `${before}${node.name}$make()`);
    }
    const isShorthand = node.type === 'Property' && node.shorthand;
    for (const child of isShorthand ? [node.value] : childNodes(node)) visit(child, node);
  }

  /** Whether the identifier names something of its own. @param {Node} node @param {Node} parent */
  function isName(node, parent) {
    if (parent === null) return false;
    if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
    if (parent.type === 'Property')
      return parent.key === node && !parent.computed && !parent.shorthand;
    if (parent.type === 'VariableDeclarator') return parent.id === node && own.has(node.name);
    return (
      ['ExportSpecifier', 'LabeledStatement', 'PropertyDefinition', 'MethodDefinition'].includes(
        parent.type,
      ) && parent.value !== node
    );
  }
}

/**
 * @param {string} code
 * @param {readonly {start: number, end: number, text: string}[]} edits
 */
function spliced(code, edits) {
  let text = '';
  let at = 0;
  for (const { start, end, text: put } of edits.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start < at) throw new Error(`two edits at ${start}`);
    // A declaration's head may span lines, which are kept.
    const lines = code.slice(start, end).split('\n').length - 1;
    text += code.slice(at, start) + put + '\n'.repeat(lines);
    at = end;
  }
  return text + code.slice(at);
}
