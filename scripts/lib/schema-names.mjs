// Which names of a module are schemas that can be made later: constants at its top that are zod's own
// calls, schemas of schemas, and objects and lists of nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';
import { fromRoot, repoRoot } from './repo-paths.mjs';
import { declaredNames, rootOf, unwrapped } from './syntax-tree.mjs';

/** @typedef {import('./syntax-tree.mjs').Node} Node */
/** @typedef {{names: ReadonlySet<string>, exported: ReadonlySet<string>}} Lazy */

const ALIASES = Object.entries(JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')).imports);
/** What makes a schema of a schema; anything else that is called on one may do more. */
const MAKERS = new Set(
  `array and brand catch check default describe exactOptional exclude extend extract gt gte int keyof length
  lt lte max meta min multipleOf negative nonempty nonnegative nonoptional nonpositive nullable nullish
  omit optional or partial pick pipe positive prefault readonly refine regex required safeExtend strict
  superRefine transform trim unwrap`.split(/\s+/),
);

/** @param {string} code */
function makesSchemas(code) {
  return /from ["']zod["']/.test(code);
}

/**
 * Whether the module makes schemas or names those of others: most do neither and are not parsed.
 * @param {string} code
 * @param {string} path
 * @param {(file: string) => Lazy} lazyIn
 */
export function isConcerned(code, path, lazyIn) {
  if (makesSchemas(code)) return true;
  return [...code.matchAll(/^import\b.* from ["'](.*)["'];?$/gm)].some(([, specifier = '']) => {
    const file = sourceFile(path, specifier);
    return file !== null && lazyIn(file).exported.size > 0;
  });
}

/**
 * The names of a source file's lazy schemas.
 * @param {string} path
 * @param {Map<string, Lazy>} known
 * @returns {Lazy}
 */
export function lazyOf(path, known) {
  const found = known.get(path);
  if (found !== undefined) return found;
  // Files that import each other in a ring know nothing of each other's.
  known.set(path, { names: new Set(), exported: new Set() });
  const text = readFileSync(path, 'utf8');
  if (!makesSchemas(text)) return lazyOf(path, known);
  const program = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  const lazy = lazyNames(
    program,
    importedLazy(program, path, (file) => lazyOf(file, known)),
  );
  known.set(path, lazy);
  return lazy;
}

/**
 * @param {Node} program
 * @param {ReadonlySet<string>} imported names of lazy schemas of other files
 * @returns {Lazy}
 */
export function lazyNames(program, imported) {
  const names = new Set();
  const exported = new Set();
  const shadowed = declaredNames(program);
  for (const { declaration, isExported } of topConstants(program)) {
    const [declarator] = declaration.declarations;
    const { name } = declarator.id;
    const all = new Set([...imported, ...names]);
    if (!isSchema(declarator.init, all) && !isTable(declarator.init, all)) continue;
    if (shadowed.has(name)) continue;
    names.add(name);
    if (isExported) exported.add(name);
  }
  return { names, exported };
}

/**
 * Constants at the top of a module, one to a statement.
 * @param {Node} program
 * @returns {readonly {declaration: Node, isExported: boolean}[]}
 */
export function topConstants(program) {
  return program.body.flatMap((/** @type {Node} */ statement) => {
    const isExported = statement.type === 'ExportNamedDeclaration';
    const declaration = isExported ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return [];
    if (declaration.declarations.length !== 1) return [];
    const [{ id, init }] = declaration.declarations;
    return id.type === 'Identifier' && init ? [{ declaration, isExported }] : [];
  });
}

/**
 * `z.….…()`, or a lazy schema, or one made of it.
 * @param {Node} written
 * @param {ReadonlySet<string>} lazy
 * @returns {boolean}
 */
export function isSchema(written, lazy) {
  const node = unwrapped(written);
  if (node.type === 'Identifier') return lazy.has(node.name);
  const root = rootOf(node);
  if (node.type === 'MemberExpression') return lazy.has(root.name) && isPath(node);
  if (node.type !== 'CallExpression') return false;
  if (root.name !== 'z' && !lazy.has(root.name)) return false;
  const called = node.callee.type === 'MemberExpression' ? node.callee : null;
  if (called === null || called.computed) return false;
  if (called.object.type === 'Identifier' && called.object.name === 'z')
    return called.property.name !== 'config';
  return MAKERS.has(called.property.name);
}

/** Members of members, none of which is looked up by what is worked out. @param {Node} node @returns {boolean} */
function isPath(node) {
  if (node.type !== 'MemberExpression') return node.type === 'Identifier';
  return (!node.computed || node.property.type === 'Literal') && isPath(unwrapped(node.object));
}

/**
 * An object or a list of schemas alone, with other such ones spread into it.
 * @param {Node} written
 * @param {ReadonlySet<string>} lazy
 * @returns {boolean}
 */
function isTable(written, lazy) {
  const node = unwrapped(written);
  if (node.type === 'ArrayExpression' && node.elements.length > 0) {
    return node.elements.every(
      (/** @type {Node} */ each) =>
        each !== null && isSchema(each.type === 'SpreadElement' ? each.argument : each, lazy),
    );
  }
  if (node.type !== 'ObjectExpression' || node.properties.length === 0) return false;
  return node.properties.every((/** @type {Node} */ each) => {
    if (each.type === 'SpreadElement') return isSchema(each.argument, lazy);
    return !each.computed && !each.method && each.kind === 'init' && isSchema(each.value, lazy);
  });
}

/**
 * @param {Node} program
 * @param {string} path
 * @param {(file: string) => Lazy} lazyIn
 */
export function importedLazy(program, path, lazyIn) {
  const names = new Set();
  for (const { file, specifiers } of sourceImports(program, path)) {
    const { exported } = lazyIn(file);
    for (const each of specifiers) {
      if (each.importKind !== 'type' && each.imported && exported.has(each.imported.name)) {
        names.add(each.local.name);
      }
    }
  }
  return names;
}

/**
 * What a module imports of other sources, types aside.
 * @param {Node} program
 * @param {string} path
 * @returns {readonly {file: string, specifiers: readonly Node[]}[]}
 */
function sourceImports(program, path) {
  return program.body.flatMap((/** @type {Node} */ each) => {
    if (each.type !== 'ImportDeclaration' || each.importKind === 'type') return [];
    const file = sourceFile(path, each.source.value);
    return file === null ? [] : [{ file, specifiers: each.specifiers }];
  });
}

/**
 * @param {string} from
 * @param {string} specifier
 */
function sourceFile(from, specifier) {
  const [alias, to] = ALIASES.find(([each]) => specifier.startsWith(each.slice(0, -1))) ?? [];
  const path =
    alias === undefined
      ? join(dirname(from), specifier)
      : join(repoRoot, String(to).slice(0, -1), specifier.slice(alias.length - 1));
  return /\.tsx?$/.test(path) && existsSync(path) ? path : null;
}
