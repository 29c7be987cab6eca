import { describe, expect, it } from 'vitest';

import { ProductNames } from '#shared/rules/shelf-talk/product-names.ts';

const product = (linkNumber: number, name: string, shortName = '') => ({
  linkNumber,
  name,
  shortName,
});
const names = new ProductNames([
  product(1, '重磅纯棉T恤'),
  product(2, '亚麻宽松衬衫'),
  product(3, '高腰阔腿裤', '显高裤'),
  product(4, '真丝衬衫'),
  product(5, 'Linen blazer'),
  product(12, '帆布包'),
]);
const found = (line: string) => [...names.in(line)];

describe('which product a line is about', () => {
  it.each([
    ['3号链接有M码吗', [3]],
    ['三号多少钱', [3]],
    ['12号还有货吗', [12]],
    ['link 3 in black?', [3]],
    ['#12 how big is it', [12]],
    ['阔腿裤会起球吗', [3]],
    ['裤子多长', [3]],
    ['显高裤还有吗', [3]],
    ['does the blazer crease', [5]],
    ['blazers in size m?', [5]],
    ['帆布包多大', [12]],
    ['T恤透不透', [1]],
  ])('%s → %j', (line, links) => {
    expect(found(line)).toEqual(links);
  });

  it.each([
    // Two shirts: about neither.
    '衬衫会皱吗',
    // No such number on the shelf.
    '7号链接呢',
    // A day, not a link.
    '3号发货吗',
    '6月3号到吗',
    '什么时候发货',
    'how much is shipping',
    '',
  ])('%s → nothing', (line) => {
    expect(found(line)).toEqual([]);
  });

  it('a number that is said outweighs a name', () => {
    expect(found('2号和阔腿裤配吗')).toEqual([2]);
  });
});
