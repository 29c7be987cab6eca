import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { SecondScreens } from '#renderer/features/pairing/SecondScreens.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { SAMPLE_NOW, sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';

type Screens = SliceInputs['screens'];

const OFFER: NonNullable<Screens['offer']> = {
  role: 'anchor',
  roomId: 'main',
  url: 'http://192.168.1.20:4180/anchor/#code=Zm9vYmFyYmF6cXV4',
  typedUrl: 'http://192.168.1.20:4180/anchor/',
  digits: '482913',
  expiresTs: SAMPLE_NOW + 100_000,
};

function renderScreens(patch: Partial<Screens>) {
  const screens = { ...sampleSlices('zh-CN').screens, ...patch };
  return renderWithRoom(
    <DeskActionsProvider>
      <SecondScreens onClose={() => undefined} />
    </DeskActionsProvider>,
    { language: 'zh-CN', snapshot: sampleSnapshot({ slices: { screens } }) },
  );
}

beforeEach(() => {
  vi.useFakeTimers({ now: SAMPLE_NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the look of the overlays', () => {
  const look = (name: RegExp): HTMLElement => screen.getByRole('radio', { name });

  test('is chosen while one is paired or about to be, and holds for those that are open', () => {
    const room = renderScreens({ screens: [], offer: { ...OFFER, role: 'overlay' } });
    expect(look(/深色/)).toHaveProperty('checked', true);
    fireEvent.click(look(/亮色/));
    expect(room.transport.commands.map(({ name, input }) => [name, input])).toEqual([
      ['settings.change', { overlayLook: 'bright' }],
    ]);
    // At once in this window, before the core has answered; the link does not change.
    expect(look(/亮色/)).toHaveProperty('checked', true);
    expect(screen.getByText(OFFER.url)).toBeTruthy();
    cleanup();
    renderScreens({});
    expect(look(/亮色/)).toBeTruthy();
  });

  test('is not asked for where no overlay is', () => {
    renderScreens({ screens: [], offer: OFFER });
    expect(screen.queryByRole('radio', { name: /亮色/ })).toBeNull();
  });
});

describe('the address', () => {
  test('loopback comes first, and only one address is opened', () => {
    const room = renderScreens({ listen: null, addresses: ['192.168.1.20', '127.0.0.1'] });
    const address = within(screen.getByRole('group', { name: '在哪个地址上开放' }));
    const choices = address.getAllByRole('radio').map((choice) => choice.getAttribute('value'));
    expect(choices).toEqual(['127.0.0.1', '192.168.1.20']);
    fireEvent.click(screen.getByRole('radio', { name: /192/ }));
    fireEvent.click(screen.getByRole('button', { name: '开放副屏' }));
    expect(room.transport.commands.map((command) => [command.name, command.input])).toEqual([
      ['screens.listen', { address: '192.168.1.20' }],
    ]);
  });

  test('a port that another program holds is said, and one press asks for it again', async () => {
    const listen = { address: '192.168.1.20', port: 4180, takenPort: 4170, isGone: false };
    const room = renderScreens({ listen });
    expect(screen.getByText(/端口 4170 被别的程序占用/).textContent).toContain('4180');
    fireEvent.click(screen.getByRole('button', { name: '换回端口 4170' }));
    expect(room.transport.commands.map((command) => [command.name, command.input])).toEqual([
      ['screens.listen', { address: '192.168.1.20' }],
    ]);
    await act(async () => {
      room.transport.refuse('screens.listen', 'port_taken');
      await Promise.resolve();
    });
    expect(screen.getByRole('alert').textContent).toContain('先关闭那个程序');
  });

  test('on this machine’s own address the way back is another start', () => {
    renderScreens({
      listen: { address: '127.0.0.1', port: 4180, takenPort: 4170, isGone: false },
    });
    expect(screen.getByText(/端口 4170 被别的程序占用/).textContent).toContain('重新启动场控台');
    expect(screen.queryByRole('button', { name: /换回/ })).toBeNull();
  });

  test('nothing can be paired while it is closed', () => {
    renderScreens({ listen: null });
    expect(screen.getByRole('button', { name: '配对主播屏' }).hasAttribute('disabled')).toBe(true);
  });

  test('a refusal is said', async () => {
    const room = renderScreens({ listen: null, addresses: ['127.0.0.1'] });
    fireEvent.click(screen.getByRole('button', { name: '开放副屏' }));
    await act(async () => {
      room.transport.refuse('screens.listen', 'address_unavailable');
      await Promise.resolve();
    });
    expect(screen.getByRole('alert').textContent).toContain('换一个');
  });
});

describe('the offer', () => {
  test('shows link, code to scan, digits and the time left', () => {
    renderScreens({ offer: OFFER });
    expect(screen.getByText(OFFER.url)).toBeTruthy();
    expect(screen.getByText('482913')).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('还剩 1:40');
    const code = screen.getByRole('img', { name: '配对链接的二维码' });
    // A version-4 code and its quiet zone; the finder pattern is in the corner.
    expect(code.querySelector('path')?.getAttribute('d')).toMatch(/^M2 2h1v1h-1z/);
  });

  test('an expired one can be made anew', () => {
    const room = renderScreens({ offer: { ...OFFER, expiresTs: SAMPLE_NOW - 1 } });
    fireEvent.click(screen.getByRole('button', { name: '重新生成' }));
    expect(room.transport.commands.map((command) => command.input)).toEqual([{ role: 'anchor' }]);
  });

  test.each([
    ['expired', '配对码已过期，请重新生成。'],
    ['locked', '有人输错了五次，配对码已作废，请重新生成。'],
  ] as const)('says how it ended by itself, and makes a new one: %s', (why, words) => {
    const room = renderScreens({ offerEnded: { role: 'overlay', why } });
    expect(screen.getByText(words)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '重新生成' }));
    expect(room.transport.commands.map((command) => command.input)).toEqual([{ role: 'overlay' }]);
  });

  test('an overlay is a link to paste, nothing to scan', () => {
    renderScreens({ offer: { ...OFFER, role: 'overlay' } });
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('把链接贴到 OBS', { exact: false })).toBeTruthy();
  });
});

test('a device is unpaired only when asked twice', () => {
  const room = renderScreens({});
  const row = screen.getByText('主播屏 · iPad').closest('li');
  if (row === null) throw new Error('the paired device has no row');
  expect(row.textContent).toContain('已连上');
  fireEvent.click(within(row).getByRole('button', { name: '解除配对 iPad' }));
  expect(room.transport.commands).toHaveLength(0);
  fireEvent.click(within(row).getByRole('button', { name: '确定解除？' }));
  expect(room.transport.commands.map((command) => [command.name, command.input])).toEqual([
    ['screens.revoke', { screenId: 1 }],
  ]);
});
