import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { RequestStrip } from '#renderer/features/pairing/RequestStrip.tsx';
import { SecondScreens } from '#renderer/features/pairing/SecondScreens.tsx';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { SAMPLE_NOW, sampleSlices } from '#tests/support/sample-snapshot.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';

type Request = SliceInputs['screens']['requests'][number];

const TABLET: Request = {
  id: '00000000000000aa',
  role: 'anchor',
  name: 'iPad',
  address: '192.168.1.31',
  check: '4718',
  sinceTs: SAMPLE_NOW - 12_000,
  expiresTs: SAMPLE_NOW + 108_000,
};
const OBS: Request = {
  ...TABLET,
  id: '00000000000000bb',
  role: 'overlay',
  name: 'OBS',
  check: '0205',
};

const screensWith = (requests: readonly Request[]): SliceInputs['screens'] => ({
  ...sampleSlices('zh-CN').screens,
  requests: [...requests],
});

function renderStrip(requests: readonly Request[]) {
  return renderDesk(<RequestStrip />, {
    language: 'zh-CN',
    slices: { screens: screensWith(requests) },
  });
}

useSampleTime();

describe('the strip', () => {
  test('is not there while nobody waits', () => {
    renderStrip([]);
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('says who waits, from where, since when, and the number to compare', () => {
    renderStrip([TABLET]);
    const strip = screen.getByRole('status', { name: '等着进来的设备' });
    expect(strip.textContent).toContain('主播屏想连进来：iPad · 192.168.1.31');
    expect(strip.textContent).toContain('已等 0:12');
    expect(strip.textContent).toContain('核对 4718');
  });

  test.each([
    ['让它进来', 'screens.approve'],
    ['拒绝', 'screens.refuse'],
  ])('%s by button', (words, name) => {
    const desk = renderStrip([TABLET, OBS]);
    fireEvent.click(screen.getByRole('button', { name: new RegExp(words) }));
    expect(desk.sent()).toEqual([{ name, input: { requestId: TABLET.id } }]);
  });

  test.each([
    ['y', 'screens.approve'],
    ['x', 'screens.refuse'],
  ])('%s by key, for the device that is shown', (key, name) => {
    const desk = renderStrip([TABLET, OBS]);
    fireEvent.keyDown(document.body, { key });
    expect(desk.sent()).toEqual([{ name, input: { requestId: TABLET.id } }]);
  });

  test('keys do nothing while nobody waits, nor from inside a field, nor when held', () => {
    const desk = renderDesk(
      <>
        <input aria-label="field" />
        <RequestStrip />
      </>,
      { language: 'zh-CN', slices: { screens: screensWith([TABLET]) } },
    );
    screen.getByLabelText('field').focus();
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 'y' });
    screen.getByLabelText('field').blur();
    fireEvent.keyDown(document.body, { key: 'y', repeat: true });
    desk.change({ screens: screensWith([]) });
    fireEvent.keyDown(document.body, { key: 'y' });
    expect(desk.sent()).toEqual([]);
  });

  test('says when the device was answered already', async () => {
    const desk = renderStrip([TABLET]);
    fireEvent.click(screen.getByRole('button', { name: /让它进来/ }));
    await desk.refuse('screens.approve', 'unknown_screen_request');
    expect(screen.getByRole('alert').textContent).toContain('已经处理过');
  });
});

test('the sheet lists every device that waits', () => {
  const desk = renderDesk(<SecondScreens onClose={() => undefined} />, {
    language: 'zh-CN',
    slices: { screens: screensWith([TABLET, OBS]) },
  });
  const row = screen.getByText('0205').closest('li');
  if (row === null) throw new Error('OBS has no row');
  fireEvent.click(within(row).getByRole('button', { name: '让它进来' }));
  expect(desk.sent()).toEqual([{ name: 'screens.approve', input: { requestId: OBS.id } }]);
});

test('an open address that the machine does not have any more is said', () => {
  const { listen, ...rest } = sampleSlices('zh-CN').screens;
  if (listen === null) throw new Error('the sample is open');
  renderDesk(<SecondScreens onClose={() => undefined} />, {
    language: 'zh-CN',
    slices: { screens: { ...rest, listen: { ...listen, isGone: true } } },
  });
  expect(screen.getByText('已经没有 192.168.1.20 这个地址', { exact: false })).toBeTruthy();
});
