import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { shelfFile, type ShelfRow } from '#core/shelf/catalogue/catalogue-file.ts';
import { readSheet } from '#renderer/sheet-files/read-sheet.ts';
import { GROUP_NAME_MAX } from '#shared/model/shelf-group.ts';
import { layoutOf } from '#shared/rules/product-paste/paste-columns.ts';
import { previewPaste } from '#shared/rules/product-paste/paste-preview.ts';
import { groupNameOf } from '#shared/rules/shelf-groups.ts';
import { arbitraryProduct } from '#tests/support/arbitrary-product.ts';

/** Names as they are kept; what a spreadsheet shows for a formula that failed is told as such. */
const groupName = fc
  .oneof(
    fc.constantFrom('福利款', 'Opening, offers', '=1+1', "'x", '"', '1', '+86', '（前半场）'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .map((typed) => groupNameOf(typed))
  .filter((named) => named.ok && !named.value.startsWith('#'))
  .map((named) => (named.ok ? named.value : ''))
  .filter((name) => name.length <= GROUP_NAME_MAX);

const shelf: fc.Arbitrary<ShelfRow[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 5 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((linkNumber, index) =>
        fc.record({
          product: arbitraryProduct(`00${index}`),
          name: fc.option(groupName, { nil: null }),
          linkNumber: fc.constant(linkNumber),
        }),
      ),
    ),
  )
  .map((rows) =>
    rows.map(({ product, name, linkNumber }, index) => ({
      productId: index + 1,
      ...product,
      linkNumber,
      groupName: name,
    })),
  );

describe.each([
  ['zh-CN', 'xlsx'],
  ['zh-CN', 'csv'],
  ['en', 'xlsx'],
  ['en', 'csv'],
] as const)('a shelf that is exported in %s as %s', (language, format) => {
  test('comes back with every product, its link number and its group', async () => {
    await fc.assert(
      fc.asyncProperty(shelf, async (rows) => {
        const { bytes } = shelfFile(rows, format, language);
        const reading = await readSheet(new Uint8Array(bytes), `shelf.${format}`);
        if (!reading.isRead) throw new Error(reading.fault);
        const { table } = reading;
        const layout = layoutOf(table.rows, 'CNY');
        const preview = previewPaste(table.rows, layout, new Map(), {
          known: [],
          currency: 'CNY',
          destination: 'shelf',
          formulas: new Set(table.formulas),
        });
        expect(
          preview.map(({ fields, linkNumber, groupName: group, faults }) =>
            faults.length > 0 ? faults : { fields, linkNumber, group },
          ),
        ).toEqual(
          rows.map(({ fields, linkNumber, groupName: group }) => ({
            fields,
            linkNumber,
            group: group ?? '',
          })),
        );
      }),
      { numRuns: 25 },
    );
  });
});
