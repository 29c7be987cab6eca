import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { BridgeEndpoint } from '#renderer/features/sources/BridgeEndpoint.tsx';
import { INBOUND_OFF, type InboundSlice } from '#shared/model/inbound.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { SAMPLE_NOW, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const ON: InboundSlice = {
  ...INBOUND_OFF,
  endpoint: { name: 'erp', isOnNetwork: false, origins: [], madeTs: SAMPLE_NOW },
  localUrl: 'http://127.0.0.1:4100',
};

beforeEach(() => {
  vi.useFakeTimers({ now: SAMPLE_NOW, shouldAdvanceTime: true });
  return () => vi.useRealTimers();
});

function open(inbound: InboundSlice, language: 'en' | 'zh-CN' = 'en') {
  const snapshot = sampleSnapshot({ language, slices: { inbound } });
  const room = renderWithRoom(<BridgeEndpoint />, { language, snapshot });
  const { seq } = snapshot;
  const become = (next: InboundSlice): void =>
    room.receive({
      afterSeq: seq,
      seq,
      events: [],
      slices: { inbound: next },
      series: [],
      marks: [],
      erased: [],
    });
  return { room, become, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) };
}

it('is off with its reason, refuses a name that cannot be, and shows a new token once', async () => {
  const { room, become, user } = open(INBOUND_OFF);
  const name = screen.getByLabelText('Name of the source');
  await user.clear(name);
  await user.type(name, 'My ERP');
  expect(screen.getByText('2 to 40 lower-case letters, digits or hyphens.')).toBeTruthy();
  const on = screen.getByRole<HTMLButtonElement>('button', { name: 'Switch on and make a token' });
  expect(on.disabled).toBe(true);
  await user.clear(name);
  await user.type(name, 'erp');
  await user.click(on);
  const asked = room.transport.sent.findLast((frame) => frame.type === 'command');
  if (asked?.type !== 'command') throw new Error('nothing was asked');
  expect(asked).toMatchObject({
    name: 'inbound.makeToken',
    input: { name: 'erp', isOnNetwork: false, origins: [] },
  });
  become(ON);
  await act(async () => {
    const { commandId } = asked;
    room.transport.receive({ type: 'reply', commandId, output: { token: 'secret-token' } });
  });
  expect(screen.getByLabelText('Token').textContent).toBe('secret-token');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('secret-token')).toBeNull();
  expect(screen.getByText('http://127.0.0.1:4100/bridge/v1/events')).toBeTruthy();
});

it('says when it was heard, what it brought and what was refused why', () => {
  const { become } = open(ON);
  expect(screen.getByText(/Not heard since the start/)).toBeTruthy();
  expect(screen.getByText('Nothing refused since the start')).toBeTruthy();
  const lastRefusal = { ts: SAMPLE_NOW, code: 'events_refused', index: 2, path: 'qty' } as const;
  const heard = { heardTs: SAMPLE_NOW - 61_000, stored: 12, duplicates: 1, refused: 3, streams: 1 };
  become({ ...ON, ...heard, lastRefusal });
  expect(
    screen.getByText(/Last heard 1:01 ago.*12 events taken.*1 repeated.*1 WebSocket connected/),
  ).toBeTruthy();
  expect(screen.getByText(/event 3, qty is wrong.*3 refused in all/)).toBeTruthy();
  become({ ...ON, lastRefusal: { ...lastRefusal, code: 'token_wrong', index: null, path: null } });
  expect(screen.getByText(/The token is wrong or void/)).toBeTruthy();
});

it('says that nothing answers, or not on the network, and what to do', () => {
  const endpoint = { name: 'erp', isOnNetwork: true, origins: [], madeTs: SAMPLE_NOW };
  open({ ...ON, localUrl: null, endpoint }, 'zh-CN');
  expect(screen.getByText(/本机端口打不开/)).toBeTruthy();
  expect(screen.getByText(/还没有给副屏打开网络地址/)).toBeTruthy();
});

it('names the origin that is none', async () => {
  const { user } = open(ON);
  const origins = screen.getByLabelText('Browsers allowed from');
  await user.type(origins, 'https://erp.example.com/path');
  expect(screen.getByText(/“https:\/\/erp.example.com\/path” is no origin/)).toBeTruthy();
  const save = screen.getByRole<HTMLButtonElement>('button', { name: /Save/, hidden: true });
  expect(save.disabled).toBe(true);
});
