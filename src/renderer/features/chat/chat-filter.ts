import type { ChatTab } from '#renderer/store/desk-store.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

const PAID_KINDS: ReadonlySet<string> = new Set(['gift', 'paid_message', 'membership', 'raid']);

/** Tabs of messages; the questions are rows of their own. */
export type MessageTab = Exclude<ChatTab, 'questions'>;

function isOfTab(row: ChatRow, tab: MessageTab): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'paid':
      return PAID_KINDS.has(row.event.kind);
    case 'flagged':
      return row.deletion !== null || row.event.kind === 'moderation';
    default:
      return assertNever(tab);
  }
}

/** Whether a row belongs to a tab and holds the searched words in its text or its sender's name. */
export function chatFilter(tab: MessageTab, search: string): (row: ChatRow) => boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return (row) => isOfTab(row, tab);
  return (row) => {
    if (!isOfTab(row, tab)) return false;
    const { actor } = row.event;
    const name = `${actor?.displayName ?? ''} ${actor?.name ?? ''}`;
    return `${row.text} ${name}`.toLowerCase().includes(wanted);
  };
}
