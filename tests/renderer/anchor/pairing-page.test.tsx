import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { AnchorApp } from '#renderer/anchor/AnchorApp.tsx';
import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

type Answer = () => Promise<Response>;

const WAITING: PairState = { state: 'waiting', check: '4718', leftMs: 90_000 };

/** Requests so far, and what the desk answers to the next one of each path; then it is silent. */
let asked: { readonly path: string; readonly body: unknown }[] = [];
let answers: Map<string, Answer[]>;

function willAnswer(path: string, ...next: readonly Answer[]): void {
  answers.set(path, [...(answers.get(path) ?? []), ...next]);
}
const state = (value: PairState): Answer => json(value, value.state === 'waiting' ? 202 : 200);
const refusal = (code: string, params: Record<string, number> = {}): Answer =>
  json({ code, params }, 403);
function json(value: unknown, status: number): Answer {
  return async () => new Response(JSON.stringify(value), { status });
}
const unreachable: Answer = () => Promise.reject(new TypeError('network'));

async function render(first: Result<PairState> | null, isSeen: boolean) {
  const onPaired = vi.fn<() => void>();
  const room = renderWithRoom(<AnchorApp deviceName="iPad" first={first} onPaired={onPaired} />, {
    language: 'zh-CN',
    snapshot: isSeen ? sampleSnapshot({}) : null,
  });
  if (first?.ok !== true) await act(async () => room.transport.lose('refused'));
  return { onPaired };
}

const digitsField = (): HTMLElement => screen.getByLabelText('六位配对数字');

async function type(value: string): Promise<void> {
  await act(async () => {
    fireEvent.change(digitsField(), { target: { value } });
  });
  await pass(0);
}

const pass = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

beforeEach(() => {
  asked = [];
  answers = new Map();
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ path, body: JSON.parse(typeof init.body === 'string' ? init.body : '') });
    const answer = answers.get(path)?.shift();
    return answer === undefined ? new Promise(() => undefined) : answer();
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('digits', () => {
  test('are sent with the role and the name, by themselves', async () => {
    willAnswer('/pair', state(WAITING));
    await render(null, false);
    await type('48291');
    expect(asked.map(({ path }) => path)).toEqual(['/pair-wait']);
    await type('482 913');
    expect(asked[1]).toEqual({
      path: '/pair',
      body: { digits: '482913', role: 'anchor', name: 'iPad' },
    });
    expect(screen.getByRole('group', { name: '核对数字' }).textContent).toBe('4718');
  });

  test.each([
    ['pairing_code_wrong', { triesLeft: 3 }, '还能试 3 次'],
    ['pairing_code_expired', {}, '过期'],
    ['pairing_locked', {}, '试错太多次'],
    ['screen_requests_full', {}, '设备太多'],
  ])('%s is said in words and clears the field', async (code, params, words) => {
    willAnswer('/pair', refusal(code, params));
    const { onPaired } = await render(null, false);
    await type('000000');
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(digitsField()).toHaveProperty('value', '');
    expect(onPaired).not.toHaveBeenCalled();
  });

  test('an unreachable desk is said', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    willAnswer('/pair', unreachable);
    await render(null, false);
    await type('123456');
    expect(screen.getByRole('alert').textContent).toContain('连不上中控台');
  });

  test('too few are not sent', async () => {
    await render(null, false);
    fireEvent.change(digitsField(), { target: { value: '12a' } });
    fireEvent.click(screen.getByRole('button', { name: '配对' }));
    expect(screen.getByRole('alert').textContent).toContain('六位');
    expect(asked.map(({ path }) => path)).toEqual(['/pair-wait']);
  });
});

describe('a link', () => {
  test('that did not pair says why', async () => {
    await render(fail('pairing_code_expired', {}), false);
    expect(screen.getByRole('alert').textContent).toContain('过期');
  });

  test('that was right waits for the desk, and goes in with its yes', async () => {
    willAnswer('/pair-wait', state(WAITING), state({ state: 'in' }));
    const { onPaired } = await render(ok(WAITING), false);
    expect(screen.getByRole('heading').textContent).toBe('等中控台同意');
    expect(screen.getByText('还剩 1:30')).toBeTruthy();
    await pass(0);
    expect(onPaired).not.toHaveBeenCalled();
    await pass(500);
    expect(onPaired).toHaveBeenCalledTimes(1);
    expect(asked.map(({ body }) => body)).toEqual([
      { role: 'anchor', hold: false },
      { role: 'anchor', hold: true },
    ]);
  });
});

describe('while it waits', () => {
  test.each([
    ['refused', '中控台没有同意'],
    ['expired', '没有及时回应'],
    ['none', '中控台重启过'],
  ] as const)('%s is said, and digits can be typed again', async (end, words) => {
    willAnswer('/pair-wait', state({ state: end }));
    await render(ok(WAITING), false);
    await pass(0);
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(digitsField()).toBeTruthy();
    await pass(60_000);
    expect(asked).toHaveLength(1);
  });

  test('a desk that does not answer is asked again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    willAnswer('/pair-wait', unreachable, state(WAITING));
    await render(ok(WAITING), false);
    await pass(0);
    expect(screen.getByText('暂时连不上中控台', { exact: false })).toBeTruthy();
    expect(screen.getByText('4718')).toBeTruthy();
    await pass(2_000);
    expect(screen.getByText('还剩', { exact: false })).toBeTruthy();
  });
});

test('a page that was loaded again still waits', async () => {
  willAnswer('/pair-wait', state(WAITING));
  await render(null, false);
  await pass(0);
  expect(screen.getByText('4718')).toBeTruthy();
});

test('a screen that was unpaired while it was in hears that', async () => {
  willAnswer('/pair-wait', state({ state: 'none' }));
  await render(null, true);
  await pass(0);
  expect(screen.getByRole('alert').textContent).toContain('已解除这块屏幕的配对');
});
