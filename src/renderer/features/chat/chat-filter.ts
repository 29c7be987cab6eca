import type { ChatTab } from '#renderer/store/desk-store.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { IntentTag } from '#shared/rules/chat-tags/intent-tag.ts';

const PAID_KINDS: ReadonlySet<string> = new Set(['gift', 'paid_message', 'membership', 'raid']);

/** Tabs of messages; the questions are rows of their own. */
export type MessageTab = Exclude<ChatTab, 'questions'>;

function isOfTab(row: ChatRow, tab: MessageTab): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'buying':
      return row.about().tags.includes('buying') && row.deletion === null;
    case 'paid':
      return PAID_KINDS.has(row.event.kind);
    case 'flagged':
      return (
        row.deletion !== null || row.about().flags.length > 0 || row.event.kind === 'moderation'
      );
    default:
      return assertNever(tab);
  }
}

/** What chat lines can be narrowed to, beside the tab; `all` narrows nothing. */
export type ChatTagChoice = IntentTag | 'all';

/**
 * Whether a row belongs to a tab, is not hidden in this window, carries the tag that is looked for, and holds the searched words in
 * its text or its sender's name.
 */
export function chatFilter(
  tab: MessageTab,
  tag: ChatTagChoice,
  search: string,
  hidden: ReadonlySet<string>,
): (row: ChatRow) => boolean {
  const wanted = search.trim().toLowerCase();
  return (row) => {
    if (hidden.size > 0 && hidden.has(row.key)) return false;
    if (!isOfTab(row, tab)) return false;
    if (tag !== 'all' && !row.about().tags.includes(tag)) return false;
    if (wanted === '') return true;
    const { actor } = row.event;
    const name = `${actor?.displayName ?? ''} ${actor?.name ?? ''}`;
    return `${row.text} ${name}`.toLowerCase().includes(wanted);
  };
}
