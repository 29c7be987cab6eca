import { existsSync } from 'node:fs';
import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Makes `to` a copy of `from` out of hard links, with `resources/app` as a link to the app.
 * @param {{from: string, to: string, appFolder: string}} folders
 */
export async function linkTree({ from, to, appFolder }) {
  const appLink = join('resources', 'app');
  if (existsSync(to) && (await isLinkTo(join(to, appLink), appFolder))) return;
  const work = await mkdtemp(join(dirname(to), 'tmp-'));
  try {
    await linkFolder(from, work);
    await symlink(appFolder, join(work, appLink), 'dir');
    // mkdtemp makes it private; the runtime is not.
    await chmod(work, 0o755);
    await rm(to, { recursive: true, force: true });
    await rename(work, to);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function linkFolder(from, to) {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target);
      await linkFolder(source, target);
    } else {
      await link(source, target);
    }
  }
}

/**
 * @param {string} file
 * @param {string} target
 */
async function isLinkTo(file, target) {
  try {
    return (await readlink(file)) === target;
  } catch {
    // Not there, or no link.
    return false;
  }
}
