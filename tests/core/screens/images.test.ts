import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { productImages } from '#core/database/migrations/0008-product-images.ts';
import { sql } from '#core/database/sql.ts';
import { imageAddress } from '#shared/rules/image-address.ts';
import { rawHttp, type RawAnswer } from '#tests/support/raw-http.ts';
import { webpOf } from '#tests/support/sample-images.ts';
import { codeOf, cookieOf, postPair } from '#tests/support/screen-client.ts';
import { letIn, ROOM, type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';

const OWN = 'a'.repeat(64);
const OF_ANOTHER_ROOM = 'b'.repeat(64);
const NO_PICTURE = 'c'.repeat(64);
const LOST = 'd'.repeat(64);

let rig: ScreensRig;
let desk: string;
let anchor: string;
let overlay: string;

beforeAll(async () => {
  rig = await startScreensRig();
  for (const statement of productImages.split(';').slice(0, -1)) {
    rig.db.run({ text: statement, params: [] });
  }
  rig.db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES ('other', 'Other', 'UTC', 'CNY', 0)`);
  const held = [
    ['main', OWN],
    ['other', OF_ANOTHER_ROOM],
    ['main', NO_PICTURE],
    ['main', LOST],
  ] as const;
  const folder = join(rig.folder, 'images');
  mkdirSync(folder);
  for (const [index, [roomId, imageId]] of held.entries()) {
    const { lastId } = rig.db.run(sql`INSERT INTO products (room_id, code, fields, created_ts)
      VALUES (${roomId}, ${`P-${index}`}, '{}', 0)`);
    rig.db.run(sql`INSERT INTO product_images (product_id, image_id)
      VALUES (${lastId}, ${imageId})`);
    if (imageId === LOST) continue;
    const bytes = imageId === NO_PICTURE ? Buffer.from('<svg/>') : webpOf(8, 8, 'x');
    writeFileSync(join(folder, imageId), bytes);
    writeFileSync(join(folder, `${imageId}.small`), bytes);
  }
  writeFileSync(join(folder, 'notes.txt'), 'x');
  desk = cookieOf(await postPair(rig.port, { code: codeOf(rig.screens.deskUrl()), name: 'Desk' }));
  anchor = await letIn(rig, 'anchor');
  overlay = await letIn(rig, 'overlay');
});
afterAll(() => rig.close());

const get = (path: string, cookie: string, more: readonly string[] = []): Promise<RawAnswer> =>
  rawHttp(rig.port, `GET ${path}`, [
    `Host: 127.0.0.1:${rig.port}`,
    ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    ...more,
  ]);

test('desk, host screen and overlay get a picture in both sizes, to keep', async () => {
  for (const cookie of [desk, anchor, overlay]) {
    for (const size of ['full', 'small'] as const) {
      const answer = await get(imageAddress(OWN, size), cookie);
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    }
  }
});

test('a device that is not let in gets none, whether it is there or not', async () => {
  for (const imageId of [OWN, LOST, 'e'.repeat(64)]) {
    expect((await get(imageAddress(imageId, 'full'), '')).status).toBe(403);
    const forged = anchor.replace(/=.*/, '=AAAA');
    expect((await get(imageAddress(imageId, 'full'), forged)).status).toBe(403);
  }
});

test('a second screen gets none of another room, a desk does', async () => {
  expect((await get(imageAddress(OF_ANOTHER_ROOM, 'full'), anchor)).status).toBe(403);
  expect((await get(imageAddress(OF_ANOTHER_ROOM, 'full'), overlay)).status).toBe(403);
  expect((await get(imageAddress(OF_ANOTHER_ROOM, 'full'), desk)).status).toBe(200);
});

test('another page that shows it is refused by where it comes from', async () => {
  const answer = await get(imageAddress(OWN, 'full'), desk, ['Origin: http://evil.example']);
  expect(answer.status).toBe(403);
});

test.each([
  imageAddress(LOST, 'full'),
  imageAddress(NO_PICTURE, 'full'),
  '/images/',
  '/images/notes.txt',
  `/images/${'A'.repeat(64)}`,
  `/images/${'a'.repeat(64)}.large`,
  `/images/${'a'.repeat(64)}/`,
  `/images/..%2ftest.sqlite`,
  `/images/../test.sqlite`,
])('%s is not served', async (path) => {
  expect((await get(path, desk)).status).toBe(404);
});

test('a device that is sent away gets none any more', async () => {
  const [screen] = rig.slice().screens.filter(({ role }) => role === 'overlay');
  if (screen === undefined) throw new Error('the overlay is not paired');
  rig.screens.revoke(ROOM, screen.id);
  expect((await get(imageAddress(OWN, 'full'), overlay)).status).toBe(403);
});
