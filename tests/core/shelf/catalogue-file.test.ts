import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readSheet } from '#renderer/sheet-files/read-sheet.ts';
import { RoomId } from '#shared/model/ids.ts';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';

const OTHER_ROOM = RoomId.parse('other');

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await rig.advance(10);
});
afterEach(() => rig.close());

async function cellsOf(path: string): Promise<readonly (readonly string[])[]> {
  const reading = await readSheet(new Uint8Array(readFileSync(path)), path);
  if (!reading.isRead) throw new Error(reading.fault);
  return reading.table.rows.map(({ cells }) => cells);
}

describe('an export of the catalogue', () => {
  it.each(['xlsx', 'csv'] as const)(
    'as %s has every product of this room alone',
    async (format) => {
      const room = { roomId: OTHER_ROOM, name: 'Other', timeZone: 'UTC', currency: 'CNY' };
      await desk.must('room.create', room);
      await rig.screen('desk', OTHER_ROOM).must('catalogue.put', {
        productId: null,
        fields: productFields('elsewhere', 'CNY'),
        details: NO_DETAILS,
      });
      for (let from = 0; from < 600; from += 300) {
        const products = Array.from({ length: 300 }, (_, index) => ({
          productId: null,
          fields: { ...productFields(`00${from + index}`, 'CNY'), name: `=${from + index}` },
          details: { ...NO_DETAILS, tags: ['a', 'b'] },
          linkNumber: null,
          groupName: null,
          isStockStated: true,
        }));
        await desk.must('shelf.putProducts', { products });
      }
      const saved = await desk.must('catalogue.export', {
        what: 'catalogue',
        format,
        language: 'en',
      });
      expect(saved.products).toBe(600);
      expect(saved.path.startsWith(join(rig.dataFolder, 'exports'))).toBe(true);
      const [headings, ...rows] = await cellsOf(saved.path);
      expect(headings?.slice(0, 3)).toEqual(['Name', 'Short name', 'Code']);
      expect(rows).toHaveLength(600);
      expect(rows.map((cells) => cells[2])).toEqual(
        Array.from({ length: 600 }, (_, index) => `00${index}`),
      );
      expect(rows[599]).toContain("'=599");
      expect(rows[599]).toContain('129');
      expect(rows[599]).toContain('a\nb');
    },
  );

  it('is never written over another file, nor where nothing can be written', async () => {
    await desk.must('catalogue.export', { what: 'catalogue', format: 'csv', language: 'zh-CN' });
    const again = await desk.run('catalogue.export', {
      what: 'catalogue',
      format: 'csv',
      language: 'zh-CN',
    });
    expect(again).toMatchObject({ ok: false, error: { code: 'file_exists' } });
    await rig.close();
    rig = await startRig(null);
    desk = rig.screen('desk');
    writeFileSync(join(rig.dataFolder, 'exports'), 'a file where the folder should be');
    const barred = await desk.run('catalogue.export', {
      what: 'catalogue',
      format: 'csv',
      language: 'zh-CN',
    });
    expect(barred).toMatchObject({ ok: false });
  });
});

describe('an export of the shelf', () => {
  it('has its products in the order of their numbers, with their groups and what is left', async () => {
    await desk.must('demo.start', { seed: 7, language: 'en', speed: 1, eventsPerSecond: null });
    await rig.advance(10);
    const { items } = desk.slice('shelf');
    const productIds = [items[6], items[0]].flatMap((item) => item?.productId ?? []);
    await desk.must('shelf.makeGroup', { groupName: 'Opening, offers', productIds });
    const shelf = { what: 'shelf', format: 'csv', language: 'en' } as const;
    const saved = await desk.must('catalogue.export', shelf);
    expect(saved.products).toBe(8);
    expect(saved.path).toContain('cuedesk-shelf');
    const [headings, ...rows] = await cellsOf(saved.path);
    expect(headings?.slice(0, 3)).toEqual(['Link number', 'Group', 'Name']);
    expect(rows.map(([number, group]) => `${number} ${group}`)).toEqual([
      '1 Opening, offers',
      '2 —',
      '3 —',
      '4 —',
      '5 —',
      '6 —',
      '7 Opening, offers',
      '8 —',
    ]);
  });

  it('needs a show', async () => {
    const shelf = { what: 'shelf', format: 'xlsx', language: 'en' } as const;
    expect(await desk.run('catalogue.export', shelf)).toMatchObject({
      ok: false,
      error: { code: 'show_not_running' },
    });
  });
});

describe('which column is what', () => {
  it('is remembered by the headings, for this room, and the oldest goes', async () => {
    const headings = ['品名', '吊牌', '备注'];
    const columns = ['name', 'listPriceMinor', null] as const;
    expect(await desk.must('catalogue.layout', { headings })).toEqual({ columns: null });
    await desk.must('catalogue.keepLayout', { headings, columns: [...columns] });
    expect(await desk.must('catalogue.layout', { headings })).toEqual({ columns });
    await rig.advance(1000);
    await desk.must('catalogue.keepLayout', { headings, columns: ['name', 'priceMinor', 'look'] });
    expect(await desk.must('catalogue.layout', { headings })).toEqual({
      columns: ['name', 'priceMinor', 'look'],
    });
    expect(await desk.must('catalogue.layout', { headings: ['品名', '备注'] })).toEqual({
      columns: null,
    });
    for (let index = 0; index < 100; index += 1) {
      await rig.advance(1000);
      await desk.must('catalogue.keepLayout', { headings: [`h ${index}`], columns: ['name'] });
    }
    expect(await desk.must('catalogue.layout', { headings })).toEqual({ columns: null });
  });

  it('is refused for another count of columns', async () => {
    const result = await desk.run('catalogue.keepLayout', { headings: ['a'], columns: [] });
    expect(result).toMatchObject({ ok: false, error: { code: 'bad_request' } });
  });
});
