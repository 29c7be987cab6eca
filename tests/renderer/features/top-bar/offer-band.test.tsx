import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { DataSheet } from '#renderer/features/data/DataSheet.tsx';
import { OfferBand } from '#renderer/features/top-bar/OfferBand.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

beforeEach(() => useDeskStore.setState({ panel: null }));

function renderOffer(offered: string | null, element = <OfferBand />) {
  const data = { ...sampleSlices('zh-CN').data, offered };
  return renderWithRoom(element, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({ slices: { data } }),
  });
}

describe('a file that was opened with the app', () => {
  test('is named and leads to the sheet where it can be imported', () => {
    renderOffer('D:\\备份\\晚场.cuedesk');
    expect(screen.getByText('用场控台打开了 晚场.cuedesk：要导入吗？')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '去看看' }));
    expect(useDeskStore.getState().panel).toBe('data');
    expect(screen.queryByText(/要导入吗/)).toBeNull();
  });

  test('is put aside by the core', () => {
    const { transport } = renderOffer('/mnt/晚场.cuedesk');
    fireEvent.click(screen.getByRole('button', { name: '不导入' }));
    expect(transport.commands.map(({ name }) => name)).toEqual(['data.decline']);
  });

  test('is filled in on the sheet, two presses away from the data here', () => {
    const { transport } = renderOffer('/mnt/晚场.cuedesk', <DataSheet onClose={() => undefined} />);
    expect(screen.getByLabelText('文件路径')).toHaveProperty('value', '/mnt/晚场.cuedesk');
    expect(transport.commands).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '核对并导入' }));
    expect(transport.commands).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '再按一次：替换现有数据' }));
    expect(transport.commands).toMatchObject([
      { name: 'data.import', input: { path: '/mnt/晚场.cuedesk' } },
    ]);
  });

  test('nothing is said where there is none', () => {
    renderOffer(null);
    expect(screen.queryByRole('status')).toBeNull();
  });
});
