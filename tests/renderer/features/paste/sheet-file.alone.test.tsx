import { act, fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { DroppedFile } from '#renderer/features/paste/DroppedFile.tsx';
import { PasteSheet } from '#renderer/features/paste/PasteSheet.tsx';
import { useDroppedFile } from '#renderer/features/paste/use-dropped-file.ts';
import { useStrayPaste } from '#renderer/desk/use-stray-paste.ts';
import type { SheetReading } from '#renderer/sheet-files/sheet-reading.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { withEdit } from '#renderer/store/paste-draft.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

// There is no worker here: what it answers is told by the reader's own tests.
const openSheet = vi.hoisted(() =>
  vi.fn<(file: File, wanted: number | null) => Promise<SheetReading>>(),
);
vi.mock('#renderer/sheet-files/open-sheet.ts', () => ({ openSheet }));

useSampleTime();
beforeEach(() => useDeskStore.getState().setPasteDraft(null));

const HEAD = ['Link', 'Name', 'Code', 'Price'];
const SHEETS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  June: [HEAD, ['21', 'June coat', 'J1', '199']],
  November: [HEAD, ['21', 'Wool coat', 'N1', '299'], ['22', 'Scarf', 'N2', '99']],
  Notes: [],
};
const NAMES = Object.keys(SHEETS);
const BOOK = new File(['PK'], 'goods.xlsx');

openSheet.mockImplementation(async (file, wanted) => {
  if (file !== BOOK) return { isRead: false, fault: 'markup' };
  const index = wanted ?? 0;
  const rows = (SHEETS[NAMES[index] ?? ''] ?? []).map((cells, at) => ({ line: at + 1, cells }));
  if (rows.length === 0) return { isRead: false, fault: 'empty' };
  return { isRead: true, table: { rows, formulas: [] }, sheets: { names: NAMES, index } };
});

/** The desk as it takes a file that is dropped beside every field. */
function Parts(): ReactElement {
  const dropped = useDroppedFile();
  const panel = useDeskStore((state) => state.panel);
  const { note } = useStrayPaste(window, null, dropped.take);
  return (
    <>
      {note !== null && <p>{note}</p>}
      <DroppedFile dropped={dropped} />
      {panel === 'products' && <PasteSheet destination="shelf" onClose={() => undefined} />}
    </>
  );
}

async function drop(file: File): Promise<void> {
  await act(async () => {
    const dataTransfer = { files: [file], types: ['Files'], getData: () => '' };
    fireEvent.drop(document.body, { dataTransfer });
    await vi.advanceTimersByTimeAsync(50);
  });
}

const desk = (): DeskUnderTest => renderDesk(<Parts />, { language: 'en', slices: {} });
const choice = (): HTMLSelectElement => screen.getByRole('combobox', { name: 'Sheet' });
const shown = (): string => screen.getByRole('table').textContent;

async function choose(under: DeskUnderTest, name: string): Promise<void> {
  await under.user.selectOptions(choice(), name);
  await act(async () => void (await vi.advanceTimersByTimeAsync(50)));
}

describe('a file that is dropped onto the desk', () => {
  test('opens the sheet of products with what is in it', async () => {
    desk();
    await drop(BOOK);
    expect(shown()).toContain('June coat');
  });

  test('that is no table is said, until it is closed', async () => {
    const under = desk();
    await drop(new File(['<html>no</html>'], 'page.xls'));
    const said = screen.getByRole('alert');
    expect(said.textContent).toContain('page.xls was not read.');
    expect(useDeskStore.getState().panel).toBeNull();
    await under.user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('takes no list away that was corrected', async () => {
    desk();
    await drop(BOOK);
    const draft = useDeskStore.getState().pasteDraft;
    if (draft === null) throw new Error('it was read');
    const edited = withEdit(draft, 2, { isLeftOut: true });
    act(() => useDeskStore.getState().setPasteDraft(edited));
    expect(choice().disabled).toBe(true);
    await drop(new File(['Link,Name\n1,Other'], 'other.csv'));
    expect(useDeskStore.getState().pasteDraft?.fileName).toBe('goods.xlsx');
  });
});

describe('a workbook of several sheets', () => {
  test('is read from the chosen one', async () => {
    const under = desk();
    await drop(BOOK);
    expect([...choice().options].map(({ text }) => text)).toEqual(['June', 'November', 'Notes']);
    await choose(under, 'November');
    expect(shown()).toContain('Wool coat');
    expect(shown()).not.toContain('June coat');
    expect(choice().value).toBe('1');
  });

  test('an empty one is said, and the table stays', async () => {
    const under = desk();
    await drop(BOOK);
    await choose(under, 'Notes');
    expect(screen.getByText('There is nothing in it.')).toBeTruthy();
    expect(shown()).toContain('June coat');
    expect(choice().value).toBe('0');
  });
});
