import { Notices } from '#shared/model/notices.ts';

/** Beside the desk's page in both hosts (`scripts/lib/build-app.mjs`). */
const ADDRESS = './notices.json';

/** Throws where the file is missing or not as it was written, which a development server has. */
export async function loadNotices(): Promise<Notices> {
  const answer = await fetch(ADDRESS);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return Notices.parse(await answer.json());
}
