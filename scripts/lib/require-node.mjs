// The tools need a current Node, and npm's own message about it is easily missed. This file and the
// entry scripts that import it must stay parseable by Node 18, or the reader gets a syntax error.
const MINIMUM = [22, 18];

/**
 * @param {string} version as in process.versions.node
 * @returns {boolean}
 */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

export function requireNode() {
  const version = process.versions.node;
  if (isNodeRecentEnough(version)) return;
  const wanted = MINIMUM.join('.');
  process.stderr.write(
    `Cuedesk needs Node >= ${wanted}, this is ${version}: run "npm ci", then use the npm scripts (they bring Node 24), or install a newer Node. ` +
      `Cuedesk 需要 Node >= ${wanted}，当前是 ${version}：请先执行 npm ci，再用 npm 脚本启动（自带 Node 24），或安装更新的 Node。\n`,
  );
  process.exit(1);
}
