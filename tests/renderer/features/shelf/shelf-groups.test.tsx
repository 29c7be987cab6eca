import { act, fireEvent, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { GroupId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleShelf, type SliceInputs } from '#tests/support/sample-room.ts';

useSampleTime();

const GROUPS = [
  { id: 5, name: '福利款' },
  { id: 6, name: '夏装' },
  { id: 7, name: '返场' },
];

/** 1, 4 and 7 are of one group, 5 and 6 of another, and one group is empty. */
function groupedShelf(patch: Partial<SliceInputs['shelf']> = {}): SliceInputs['shelf'] {
  const shelf = sampleShelf('zh-CN');
  const groupOf = new Map([
    [1, 5],
    [4, 5],
    [7, 5],
    [5, 6],
    [6, 6],
  ]);
  return {
    ...shelf,
    items: shelf.items.map((item) => ({ ...item, groupId: groupOf.get(item.linkNumber) ?? null })),
    groups: GROUPS,
    ...patch,
  };
}

function desk(patch: Partial<SliceInputs['shelf']> = {}): DeskUnderTest {
  return renderDesk(<ShelfPanel />, {
    language: 'zh-CN',
    slices: { shelf: groupedShelf(patch) },
  });
}

/** As the palette does it, from anywhere. */
function RenameEncore(): ReactElement {
  const perform = usePerform();
  const groupId = GroupId.parse(7);
  return <button onClick={() => perform({ type: 'renameGroup', groupId })}>encore</button>;
}

const list = (): HTMLElement => screen.getByRole('list', { name: '本场商品，按链接号' });
/** Every line as it is read: a header by its name, a product by its number. */
const lines = (): readonly string[] =>
  within(list())
    .getAllByRole('listitem')
    .map((line) => {
      const isHeader = line.hasAttribute('data-group-id');
      const text = isHeader ? line.querySelector('button')?.textContent : null;
      return text?.trim() ?? line.querySelector('span')?.textContent ?? '';
    });
const button = (name: RegExp): HTMLElement => within(list()).getAllByRole('button', { name })[0]!;
const row = (number: number): HTMLElement => button(new RegExp(`^${number} 号链接`));
const sentOf = ({ sent }: DeskUnderTest, name: string): readonly unknown[] =>
  sent().flatMap((each) => (each.name === name ? [each.input] : []));

describe('the list', () => {
  test('keeps the order of link numbers; a header stands where a run of a group begins', () => {
    desk();
    expect(lines()).toEqual([
      '福利款 1/3',
      '1',
      '2',
      '3',
      '福利款 1/3',
      '4',
      '夏装 2',
      '5',
      '6',
      '福利款 1/3',
      '7',
      '8',
      '返场 0 还没有商品',
    ]);
  });

  test('a group is folded in all its places, says what of it is on the shelf, and is remembered', async () => {
    const { user, unmount } = desk({
      armed: {
        productId: 6,
        linkNumber: 6,
        expiresTs: 1,
        linkedCueText: null,
        preview: [],
        warnings: [],
      },
    });
    await user.click(button(/^分组 福利款/));
    await user.click(button(/^分组 夏装/));
    expect(lines()).toEqual([
      '福利款 1/3',
      '2',
      '3',
      '福利款 1/3',
      '夏装 2 6 号就绪',
      '福利款 1/3',
      '8',
      '返场 0 还没有商品',
    ]);
    expect(button(/^分组 夏装，2.6 号就绪/).getAttribute('aria-expanded')).toBe('false');
    unmount();
    expect(useDeskStore.getState().foldedGroups).toEqual([5, 6]);
    expect(window.localStorage.getItem('cuedesk.desk')).toContain('"foldedGroups":[5,6]');
  });

  test('what is looked for is shown, folded or not; # and a name show that group alone', async () => {
    useDeskStore.getState().foldGroups([5, 6], true);
    const { user } = desk();
    await user.keyboard('s');
    await user.keyboard('#福利款');
    expect(lines()).toEqual(['福利款 3', '1', '4', '7']);
    await user.clear(screen.getByRole('searchbox'));
    await user.keyboard('夏装');
    expect(lines()).toEqual(['夏装 2', '5', '6']);
    await user.keyboard('{Escape}');
    expect(lines()).toHaveLength(8);
  });
});

describe('keys', () => {
  test('arrows walk over headers; Left and Right fold, from a product to its header', async () => {
    const { user } = desk();
    act(() => row(4).focus());
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('分组 福利款');
    await user.keyboard('{ArrowLeft}');
    expect(lines()).toHaveLength(10);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('分组 夏装');
    await user.keyboard('{ArrowUp}{ArrowRight}');
    expect(lines()).toHaveLength(13);
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(row(4));
  });

  test('Alt and an arrow step over a folded group as over one row', async () => {
    useDeskStore.getState().foldGroups([6], true);
    const under = desk();
    act(() => row(4).focus());
    await under.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(sentOf(under, 'shelf.reorder')).toEqual([{ productIds: [1, 2, 3, 5, 6, 4, 7, 8] }]);
  });

  test('F2 renames in place and sends no cue; Esc leaves the old name', async () => {
    const under = desk();
    act(() => button(/^分组 夏装/).focus());
    await under.user.keyboard('{F2}');
    const field = screen.getByRole('textbox', { name: '给分组“夏装”改名' });
    expect(document.activeElement).toBe(field);
    await under.user.clear(field);
    await under.user.keyboard('{Enter}');
    expect(screen.getByText('请填写分组名')).toBeTruthy();
    await under.user.keyboard('夏装 上半场{Enter}');
    expect(under.sent()).toEqual([
      { name: 'shelf.renameGroup', input: { groupId: 6, groupName: '夏装 上半场' } },
    ]);
    await under.refuse('shelf.renameGroup', 'group_exists', { name: '夏装 上半场' });
    expect(screen.getByRole('alert').textContent).toContain('已经有叫“夏装 上半场”的分组');
    expect(screen.getByRole('textbox', { name: '给分组“夏装”改名' })).toBeTruthy();
    await under.user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(button(/^分组 夏装/)).toBeTruthy();
  });

  test('a name that the filter hides is written where all are shown', async () => {
    const { user } = renderDesk(
      <>
        <ShelfPanel />
        <RenameEncore />
      </>,
      { language: 'zh-CN', slices: { shelf: groupedShelf() } },
    );
    await user.keyboard('s');
    await user.keyboard('#夏装');
    act(() => button(/^分组 夏装/).focus());
    await user.keyboard('{F2}');
    expect(lines()).toHaveLength(3);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'encore' }));
    expect(screen.getByRole('textbox', { name: '给分组“返场”改名' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  test('Shift and an arrow select, F asks for the group, Enter makes it', async () => {
    const under = desk({ groups: [], items: sampleShelf('zh-CN').items });
    act(() => row(2).focus());
    await under.user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(screen.getByText(/已选 3 件/)).toBeTruthy();
    expect(row(3).getAttribute('aria-label')).toContain('已选');
    await under.user.keyboard('f');
    await under.user.keyboard('主推{Enter}');
    expect(under.sent()).toEqual([
      { name: 'shelf.makeGroup', input: { groupName: '主推', productIds: [2, 3, 4] } },
    ]);
    await under.reply('shelf.makeGroup', { groupId: 9 });
    expect(screen.queryByText(/已选/)).toBeNull();
    expect(document.activeElement).toBe(row(4));
  });

  test('Ctrl and Enter selects one and arms nothing; Esc selects none', async () => {
    const under = desk();
    act(() => row(2).focus());
    await under.user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText(/已选 1 件/)).toBeTruthy();
    await under.user.keyboard('{Escape}');
    expect(screen.queryByText(/已选/)).toBeNull();
    expect(under.sent()).toEqual([]);
  });
});

describe('into a group', () => {
  test('a press with Ctrl or Shift selects and arms nothing; out of the group again', async () => {
    const under = desk();
    await under.user.keyboard('{Control>}');
    await under.user.click(row(2));
    await under.user.click(row(4));
    await under.user.keyboard('{/Control}');
    await under.user.click(screen.getByRole('button', { name: '移出分组' }));
    expect(under.sent()).toEqual([
      { name: 'shelf.assignGroup', input: { groupId: null, productIds: [2, 4] } },
    ]);
    await under.reply('shelf.assignGroup', {});
    await under.user.keyboard('{Control>}');
    await under.user.click(row(2));
    await under.user.keyboard('{/Control}{Shift>}');
    await under.user.click(row(5));
    await under.user.keyboard('{/Shift}');
    expect(screen.getByText(/已选 4 件/)).toBeTruthy();
  });

  test('link numbers in the filter go into a group that there is, in whatever width it is typed', async () => {
    const under = desk({ groups: [{ id: 5, name: 'A 组' }], items: sampleShelf('zh-CN').items });
    await under.user.keyboard('s');
    await under.user.keyboard('8,2');
    await under.user.click(screen.getByRole('button', { name: '编入分组…' }));
    await under.user.keyboard('ａ 组');
    expect(screen.getByRole('button', { name: '编入“A 组”' })).toBeTruthy();
    await under.user.keyboard('{Enter}');
    expect(under.sent()).toEqual([
      { name: 'shelf.assignGroup', input: { groupId: 5, productIds: [8, 2] } },
    ]);
    await under.reply('shelf.assignGroup', {});
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  test('a name of 1,000 characters or none is said beside it and not sent', async () => {
    const under = desk();
    act(() => row(2).focus());
    await under.user.keyboard('f{Enter}');
    expect(screen.getByText('请填写分组名')).toBeTruthy();
    const field = screen.getByRole('combobox', { name: '分组名' });
    fireEvent.change(field, { target: { value: '福'.repeat(1_000) } });
    await under.user.keyboard('{Enter}');
    expect(screen.getByText('最多 40 个字，这里有 1000 个')).toBeTruthy();
    expect(under.sent()).toEqual([]);
    await under.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(row(2));
  });

  test('without products the key says how to choose some', async () => {
    const { user } = desk();
    await user.keyboard('f');
    expect(screen.getByText(/先选商品/)).toBeTruthy();
  });

  test('a product that is dropped on a header is of that group; a selected one takes the others along', async () => {
    const under = desk();
    const header = button(/^分组 夏装/).closest('li')!;
    fireEvent.dragStart(row(2).closest('li')!);
    fireEvent.dragOver(header);
    fireEvent.drop(header);
    await under.reply('shelf.assignGroup', {});
    await under.user.keyboard('{Control>}');
    await under.user.click(row(2));
    await under.user.click(row(3));
    await under.user.keyboard('{/Control}');
    fireEvent.dragStart(row(3).closest('li')!);
    fireEvent.dragOver(header);
    fireEvent.drop(header);
    expect(sentOf(under, 'shelf.assignGroup')).toEqual([
      { groupId: 6, productIds: [2] },
      { groupId: 6, productIds: [2, 3] },
    ]);
    expect(sentOf(under, 'shelf.reorder')).toEqual([]);
  });
});

describe('gathering, dissolving and the way back', () => {
  test('the button says how many link numbers change; a group that stands together has none', async () => {
    const under = desk();
    await under.user.click(button(/^归拢分组“福利款”：改 6 个链接号/));
    expect(under.sent()).toEqual([
      { name: 'shelf.gatherGroup', input: { groupId: 5, renumbered: 6 } },
    ]);
    expect(within(list()).queryByRole('button', { name: /^归拢分组“夏装”/ })).toBeNull();
    await under.user.click(button(/^解散分组“夏装”/));
    expect(sentOf(under, 'shelf.dissolveGroup')).toEqual([{ groupId: 6 }]);
  });

  test('every number that changed is said, and Ctrl+Z takes it back where no push can be', async () => {
    const under = desk({
      lastGroupChange: {
        changeId: 77,
        kind: 'gathered',
        name: '福利款',
        count: 3,
        renumbered: [
          { from: 4, to: 2 },
          { from: 2, to: 3 },
        ],
      },
    });
    expect(screen.getByText(/已归拢“福利款”，链接号变了：4→2、2→3。平台上要跟着改。/)).toBeTruthy();
    await under.user.keyboard('{Control>}z{/Control}');
    expect(under.sent()).toEqual([{ name: 'shelf.undoGroups', input: { changeId: 77 } }]);
    under.change({ shelf: groupedShelf() });
    await under.reply('shelf.undoGroups', {});
    expect(screen.getByText('分组改动已撤销。')).toBeTruthy();
  });

  test('a push that can be undone comes first', async () => {
    const { current } = sampleShelf('zh-CN');
    const under = desk({
      lastPush: { ...current!, undoUntilTs: Date.now() + 4_000 },
      lastGroupChange: { changeId: 77, kind: 'made', name: '福利款', count: 1, renumbered: [] },
    });
    await under.user.keyboard('{Control>}z{/Control}');
    expect(under.sent().map(({ name }) => name)).toEqual(['shelf.undo']);
  });
});
