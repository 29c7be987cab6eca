import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { AboutSheet } from '#renderer/features/about/AboutSheet.tsx';
import type { Notices } from '#shared/model/notices.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const NOTICES: Notices = {
  own: 'MIT License\n\nCopyright (c) The Cuedesk authors',
  packages: [
    { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Copyright (c) Meta' },
    { name: 'uplot', version: '1.6.32', licence: 'MIT', text: '<b>Copyright</b> Leon' },
  ],
};

async function renderSheet(load: () => Promise<Notices>): Promise<void> {
  await act(async () => {
    renderWithRoom(<AboutSheet loadNotices={load} onClose={() => undefined} />, {
      language: 'zh-CN',
      snapshot: sampleSnapshot({}),
    });
    await Promise.resolve();
  });
}

describe('the sheet about the app', () => {
  test('says the version that runs, and has every licence whole, as text', async () => {
    await renderSheet(() => Promise.resolve(NOTICES));
    expect(screen.getByText(sampleSnapshot({}).host.version)).toBeDefined();
    expect(screen.getByText('里面用到的 2 个开源软件，点开看许可全文：')).toBeDefined();
    expect(screen.getByText('react 19.3.1 · MIT')).toBeDefined();
    expect(screen.getByText('<b>Copyright</b> Leon').tagName).toBe('PRE');
    expect(screen.getByText(/The Cuedesk authors/)).toBeDefined();
  });

  test('says why the licences cannot be shown, and reads them again when asked', async () => {
    let attempts = 0;
    await renderSheet(() => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new TypeError('no file')) : Promise.resolve(NOTICES);
    });
    expect(screen.getByText(/许可列表读不出来（TypeError）/)).toBeDefined();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
      await Promise.resolve();
    });
    expect(screen.getByText('react 19.3.1 · MIT')).toBeDefined();
  });
});
