import type { OpenedDesk } from '../../opened-desk.ts';
import type { Studio } from '../../studio.ts';

/** As a shop console writes it: a title, semicolons, a sum below, and what cannot be read. */
const TABLES = {
  'zh-CN': [
    '抖店 商品明细',
    '商品ID;商品名称;商品曝光人数;商品点击人数;点击率;成交订单数;成交金额;退款金额',
    'LN-01;重磅T恤;1.2万;1,200;10%;60;"¥6,000.00";-100',
    'LN-02;亚麻衬衫;8,800;900;10.2%;41;"¥6,109.00";0',
    'LN-03;亚麻西装;3,100;很多;11%;9;"¥2,691.00";0',
    ';不认识的货;1;1;1%;0;0;0',
    '合计;;23901;2101;;110;14800;100',
  ],
  en: [
    'Product details',
    'Product ID;Product name;Product impressions;Product clicks;CTR;Orders;GMV;Refund amount',
    'LN-01;Heavy tee;12,000;1,200;10%;60;"$6,000.00";-100',
    'LN-02;Linen shirt;8,800;900;10.2%;41;"$6,109.00";0',
    'LN-03;Linen blazer;3,100;many;11%;9;"$2,691.00";0',
    ';Nobody knows;1;1;1%;0;0;0',
    'Total;;23901;2101;;110;14800;100',
  ],
} as const;

/** Exports of platforms: nothing chosen, rows with faults, another currency, no table at all. */
export async function importStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page, language } = open;
  const lines: readonly string[] = TABLES[language];
  for (const cell of lines.flatMap((line) => line.split(';'))) open.typed(cell);
  const sheet = page.getByRole('dialog', { name: open.t('imported.title') });
  const choose = async (name: string, content: string): Promise<void> => {
    open.typed(name);
    await sheet.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });
  };
  await studio.step('import', async () => {
    await open.pressKey('imported.open');
    await sheet.waitFor();
    await studio.take(page, 'import-start', 'trouble', 300);
    await choose('products.csv', lines.join('\n'));
    await sheet.getByRole('table').first().waitFor();
    await studio.take(page, 'import-rows', 'screen', 300);
  });
  await studio.step('import-currency', async () => {
    await open.pressKey('imported.another');
    const other = language === 'en' ? '€' : '$';
    await choose('currency.csv', lines.join('\n').replaceAll(/[¥$]/g, other));
    await sheet
      .getByText(/[€$]6,000\.00/)
      .first()
      .waitFor();
    await studio.take(page, 'import-currency', 'trouble', 300);
  });
  await studio.step('import-wrong', async () => {
    await open.pressKey('imported.another');
    await choose('wrong.csv', 'a;b\n1;2\n');
    await sheet.getByRole('alert').first().waitFor();
    await studio.take(page, 'import-wrong', 'trouble', 300);
    await open.pressKey('imported.another');
    await choose('photo.xlsx', 'not a workbook');
    await sheet.getByRole('alert').first().waitFor();
    await studio.take(page, 'import-broken', 'trouble', 300);
  });
  await studio.step('import-taken', async () => {
    await choose('products.csv', lines.join('\n'));
    await sheet.getByRole('button', { name: open.words('imported.take.other') }).click();
    await sheet.getByText(open.words('imported.done')).waitFor();
    await studio.take(page, 'import-taken', 'trouble', 300);
    await open.closeSheet();
  });
}
