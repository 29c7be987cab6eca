// The tools need a current Node, and npm's own message about it is easily missed. This file and the
// entry scripts that import it must stay parseable by Node 18, or the reader gets a syntax error.
const MINIMUM_MAJOR = 22;
const MINIMUM_MINOR = 18;

/**
 * @param {string} version as in process.versions.node
 * @returns {boolean}
 */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MINIMUM_MAJOR || (major === MINIMUM_MAJOR && minor >= MINIMUM_MINOR);
}

export function requireNode() {
  const version = process.versions.node;
  if (isNodeRecentEnough(version)) return;
  const wanted = `${MINIMUM_MAJOR}.${MINIMUM_MINOR}`;
  process.stderr.write(
    `Cuedesk needs Node >= ${wanted}, this is ${version}: run "npm ci", then use the npm scripts (they bring Node 24), or install a newer Node. ` +
      `Cuedesk 需要 Node >= ${wanted}，当前是 ${version}：请先执行 npm ci，再用 npm 脚本启动（自带 Node 24），或安装更新的 Node。\n`,
  );
  process.exit(1);
}
