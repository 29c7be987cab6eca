// What the build steps ask of a parsed module.

/** @typedef {any} Node a node of an ESTree, of whatever kind */

/**
 * @param {Node} node
 * @returns {readonly Node[]}
 */
export function childNodes(node) {
  return Object.values(node)
    .flat()
    .filter(
      (value) => value !== null && typeof value === 'object' && typeof value.type === 'string',
    );
}

/**
 * Without the types around it.
 * @param {Node} node
 * @returns {Node}
 */
export function unwrapped(node) {
  const isTyped = /^(?:TS(?:As|Satisfies|NonNull)|Parenthesized)Expression$/.test(node.type);
  return isTyped ? unwrapped(node.expression) : node;
}

/**
 * What a chain of calls and members begins with.
 * @param {Node} node
 * @returns {Node}
 */
export function rootOf(node) {
  if (node.type === 'CallExpression') return rootOf(node.callee);
  if (node.type === 'MemberExpression') return rootOf(node.object);
  return unwrapped(node) === node ? node : rootOf(unwrapped(node));
}

/** @param {Node} key */
export function keyOf(key) {
  return key.type === 'Identifier' ? key.name : key.value;
}

/**
 * Names that are declared anywhere but at the top of the module: parameters, variables, functions.
 * @param {Node} program
 * @returns {ReadonlySet<string>}
 */
export function declaredNames(program) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @param {Node} node @param {boolean} isTop */
  function visit(node, isTop) {
    if (node.type === 'VariableDeclarator' && !isTop) bind(node.id);
    if (/Function/.test(node.type)) {
      if (node.id && !isTop) bind(node.id);
      for (const each of node.params) bind(each);
    }
    if (node.type === 'CatchClause' && node.param) bind(node.param);
    if (node.type === 'ClassDeclaration' && !isTop && node.id) bind(node.id);
    const stays =
      isTop && /^(?:Program|ExportNamedDeclaration|VariableDeclaration)$/.test(node.type);
    for (const child of childNodes(node)) visit(child, stays);
  }
  /** @param {Node} pattern */
  function bind(pattern) {
    if (pattern.type === 'Identifier') names.add(pattern.name);
    else if (pattern.type === 'AssignmentPattern') bind(pattern.left);
    else if (pattern.type === 'RestElement') bind(pattern.argument);
    else if (pattern.type === 'TSParameterProperty') bind(pattern.parameter);
    else if (pattern.type === 'ArrayPattern') pattern.elements.filter(Boolean).forEach(bind);
    else if (pattern.type === 'ObjectPattern') {
      for (const each of pattern.properties) bind(each.type === 'Property' ? each.value : each);
    }
  }
  visit(program, true);
  return names;
}
