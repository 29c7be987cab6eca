import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

import { ExportMenu } from '#renderer/features/review/report/ExportMenu.tsx';
import { commands } from '#shared/contract/contract.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

function render(): ReturnType<typeof renderWithRoom> {
  return renderWithRoom(<ExportMenu review={sampleReview('zh-CN', {})} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({ language: 'zh-CN', slices: {}, seq: 1 }),
  });
}

/** The core's answer with what is worked out after the page. */
const whole = (transport: ReturnType<typeof render>['transport']): Promise<void> =>
  act(async () => transport.reply('review.whole', sampleReview('zh-CN', {})));

const button = (): HTMLElement => screen.getByRole('button', { name: '导出' });

test('the list is gone through by keys, and left by Esc to the button', async () => {
  const user = userEvent.setup();
  const { transport } = render();
  button().focus();
  await user.keyboard('{ArrowDown}');
  const items = screen.getAllByRole('menuitem').map((item) => item.textContent);
  expect(items).toHaveLength(7);
  expect(document.activeElement?.textContent).toContain('网页');
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toContain('打印');
  await user.keyboard('{Home}{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('PDF');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button());
  await user.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(screen.getByRole('status').textContent).toContain('正在生成PDF');
  await whole(transport);
  expect(transport.commands.at(-1)?.name).toBe('review.print');
});

test('the workbook has every table with numbers, times, lengths and money as such', async () => {
  const { transport } = render();
  fireEvent.click(button());
  fireEvent.click(screen.getByRole('menuitem', { name: /^Excel 工作簿/ }));
  await whole(transport);
  const input = commands['review.saveTables'].input.parse(transport.commands.at(-1)?.input);
  const products = input.sheets.find(({ name }) => name === 'products');
  expect(products?.heads.slice(0, 2)).toEqual(['商品', '讲解']);
  expect(products?.rows[0]).toContainEqual({ money: 31_290, currency: 'CNY' });
  expect(products?.rows[0]).toContainEqual({ seconds: 1_450 });
  const minutes = input.sheets.find(({ name }) => name === 'minutes');
  expect(minutes?.rows).toHaveLength(163);
  expect(minutes?.rows[0]?.[0]).toEqual({ ts: Date.UTC(2025, 9, 18, 12) });
});

test('the picture and the PDF are pages that need nothing, each as the core takes it', async () => {
  const { transport } = render();
  for (const [name, kind] of [
    ['PDF', 'pdf'],
    ['首页图片', 'png'],
  ] as const) {
    fireEvent.click(button());
    await act(async () =>
      fireEvent.click(screen.getByRole('menuitem', { name: new RegExp(`^${name}`) })),
    );
    await whole(transport);
    const input = commands['review.print'].input.parse(transport.commands.at(-1)?.input);
    expect(input.kind).toBe(kind);
    const page = new DOMParser().parseFromString(input.html, 'text/html');
    expect(page.querySelectorAll('script,link,img,iframe,[src],[href],[style]')).toHaveLength(0);
    expect(page.querySelectorAll('article')).toHaveLength(3);
    expect(page.querySelectorAll('table').length > 0).toBe(kind === 'pdf');
    await act(async () => transport.reply('review.print', { path: `/data/exports/a.${kind}` }));
    expect(screen.getByRole('status').textContent).toContain(`/data/exports/a.${kind}`);
  }
});

test('without a browser it says what is missing, and the page can be printed by hand', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  const { transport } = render();
  fireEvent.click(button());
  await act(async () => fireEvent.click(screen.getByRole('menuitem', { name: /^PDF/ })));
  await whole(transport);
  await act(async () => transport.refuse('review.print', 'printer_missing'));
  expect(screen.getByRole('alert').textContent).toContain('CUEDESK_BROWSER');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '打印…' })));
  await whole(transport);
  expect(print).toHaveBeenCalledOnce();
  const shown = document.querySelector('[data-print-view]')?.shadowRoot;
  expect(shown?.querySelector('h1')?.textContent).toBe('秋季亚麻专场 复盘');
  fireEvent(window, new Event('afterprint'));
  expect(document.querySelector('[data-print-view]')).toBeNull();
  vi.unstubAllGlobals();
});
