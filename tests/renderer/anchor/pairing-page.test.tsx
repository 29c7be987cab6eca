import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { AnchorApp } from '#renderer/anchor/AnchorApp.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const fetched = vi.fn<typeof fetch>();

function renderRefused(linkError: AppError | null, onPaired: () => void) {
  vi.stubGlobal('fetch', fetched);
  const room = renderWithRoom(
    <AnchorApp deviceName="iPad" linkError={linkError} onPaired={onPaired} />,
    { language: 'zh-CN', snapshot: sampleSnapshot({}) },
  );
  act(() => room.transport.lose('refused'));
  return screen.getByLabelText('六位配对数字');
}

async function type(input: HTMLElement, value: string): Promise<void> {
  await act(async () => {
    fireEvent.change(input, { target: { value } });
    await vi.waitFor(() => expect(input.closest('form')).toBeTruthy());
  });
}

const refusal = (code: string, params: Record<string, number>): Response =>
  new Response(JSON.stringify({ code, params }), { status: 403 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  fetched.mockReset();
});

describe('pairing page', () => {
  test('sends six digits with the role and the name, by itself', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }));
    const onPaired = vi.fn<() => void>();
    const input = renderRefused(null, onPaired);
    await type(input, '48291');
    expect(fetched).not.toHaveBeenCalled();
    await type(input, '482 913');
    expect(onPaired).toHaveBeenCalledTimes(1);
    const [url, request] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('/pair');
    expect(JSON.parse(typeof request?.body === 'string' ? request.body : '')).toEqual({
      digits: '482913',
      role: 'anchor',
      name: 'iPad',
    });
  });

  test.each([
    ['pairing_code_wrong', { triesLeft: 3 }, '还能试 3 次'],
    ['pairing_code_expired', {}, '过期'],
    ['pairing_locked', {}, '试错太多次'],
  ])('says %s in words and clears the digits', async (code, params, words) => {
    fetched.mockResolvedValue(refusal(code, params));
    const onPaired = vi.fn<() => void>();
    const input = renderRefused(null, onPaired);
    await type(input, '000000');
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(input).toHaveProperty('value', '');
    expect(onPaired).not.toHaveBeenCalled();
  });

  test('says that the desk cannot be reached', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fetched.mockRejectedValue(new TypeError('network'));
    const input = renderRefused(null, () => undefined);
    await type(input, '123456');
    expect(screen.getByRole('alert').textContent).toContain('连不上中控台');
  });

  test('too few digits are not sent', () => {
    const input = renderRefused(null, () => undefined);
    fireEvent.change(input, { target: { value: '12a' } });
    fireEvent.click(screen.getByRole('button', { name: '配对' }));
    expect(screen.getByRole('alert').textContent).toContain('六位');
    expect(fetched).not.toHaveBeenCalled();
  });

  test('a link that did not pair says why', () => {
    renderRefused({ code: 'pairing_code_expired', params: {} }, () => undefined);
    expect(screen.getByRole('alert').textContent).toContain('过期');
  });
});
