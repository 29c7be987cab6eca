import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { RiskSheet } from '#renderer/features/risk-words/RiskSheet.tsx';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();

function open(language: 'zh-CN' | 'en', risk: object = {}) {
  const settings = { ...NO_SETTINGS, damaged: null, risk: { ...NO_SETTINGS.risk, ...risk } };
  return renderDesk(<RiskSheet onClose={() => undefined} />, { language, slices: { settings } });
}
const list = () => screen.getByRole('region', { name: /全部违禁词|All risk words/ });
const rows = () => within(list()).getAllByRole('listitem');

describe('the list of risk words', () => {
  test('is searched however a phrase is written, by kind, and by what to say instead', async () => {
    open('zh-CN');
    const search = screen.getByRole('searchbox', { name: '查找违禁词' });
    fireEvent.change(search, { target: { value: '跳 樓 價' } });
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('跳楼价')]);
    fireEvent.change(search, { target: { value: '诱导未成年' } });
    expect(rows().length).toBeGreaterThan(10);
  });

  test('switches a shipped one off, which can be undone', async () => {
    const desk = open('zh-CN');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '跳楼价' } });
    await desk.user.click(screen.getByRole('checkbox', { name: '提示“跳楼价”' }));
    expect(desk.sent().at(-1)).toEqual({
      name: 'settings.change',
      input: { risk: { ...NO_SETTINGS.risk, off: ['跳楼价'] } },
    });
    await desk.user.click(screen.getByRole('button', { name: '撤销上一次改动' }));
    expect(desk.sent().at(-1)?.input).toEqual({ risk: NO_SETTINGS.risk });
  });

  test('takes a phrase of one’s own, and says what is wrong with one that is none', async () => {
    const desk = open('en');
    await desk.user.click(screen.getByRole('button', { name: 'Add a phrase' }));
    const form = screen.getByRole('form', { name: 'Add' });
    await desk.user.click(within(form).getByRole('button', { name: 'Add' }));
    expect(within(form).getByText('There is no phrase; fill it in')).toBeTruthy();
    await desk.user.type(within(form).getByRole('textbox', { name: 'Phrase' }), 'the other shop');
    await desk.user.type(
      within(form).getByRole('textbox', { name: 'Say instead' }),
      'others{Enter}',
    );
    expect(desk.sent()).toEqual([
      {
        name: 'settings.change',
        input: {
          risk: {
            ...NO_SETTINGS.risk,
            own: [
              {
                phrase: 'the other shop',
                class: 'own',
                level: 'ban',
                instead: 'others',
                except: [],
              },
            ],
          },
        },
      },
    ]);
  });

  test('shows a pasted table row by row before it is taken, and takes the good rows', async () => {
    const desk = open('zh-CN');
    await desk.user.click(screen.getByRole('button', { name: '导入' }));
    fireEvent.change(screen.getByRole('textbox', { name: '粘贴' }), {
      target: { value: '违禁词\t类别\n对家\t自定\n假货\t没有的' },
    });
    const preview = screen.getByRole('region', { name: '结果' });
    expect(preview.textContent).toContain('没有“没有的”这个类别');
    expect(desk.sent()).toEqual([]);
    await desk.user.click(screen.getByRole('button', { name: '加入 1 条' }));
    expect(desk.sent().at(-1)?.input).toMatchObject({ risk: { own: [{ phrase: '对家' }] } });
  });

  test('keeps phrases that are always harmless, one on each line', async () => {
    const desk = open('en');
    await desk.user.click(screen.getByRole('button', { name: 'Exceptions' }));
    const field = screen.getByRole('textbox', { name: 'Always harmless' });
    fireEvent.change(field, { target: { value: 'miracle grow\n\n miracle grow ' } });
    await desk.user.click(screen.getByRole('button', { name: 'Save exceptions' }));
    expect(desk.sent().at(-1)?.input).toMatchObject({ risk: { except: ['miracle grow'] } });
  });

  test('is given away as a file, and says where it lies', async () => {
    const own = [{ phrase: '对家', class: 'own', level: 'ban', instead: '', except: [] }];
    const desk = open('zh-CN', { own });
    await desk.user.click(screen.getByRole('button', { name: '导出 CSV' }));
    expect(desk.sent()).toEqual([{ name: 'risk.export', input: { language: 'zh-CN' } }]);
    await desk.reply('risk.export', { path: '/data/exports/risk.csv' });
    expect(screen.getByText('已保存到 /data/exports/risk.csv')).toBeTruthy();
  });

  test('a pasted class or level may be called as the list and the form call it', async () => {
    const desk = open('en');
    await desk.user.click(screen.getByRole('button', { name: 'Import' }));
    const table =
      'Phrase\tClass\tLevel\nmiracle fabric\tan absolute claim\tnever\nbest there is\tabsolute\tneeds proof\n老字号\t绝对化用语\t要有凭据\nslims\tno class\t';
    fireEvent.change(screen.getByRole('textbox', { name: 'Paste' }), { target: { value: table } });
    expect(screen.getByText('4 rows, 1 with a problem')).toBeTruthy();
  });
});
