import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { unitName } from '#renderer/i18n/unit-name.ts';
import { sourceName } from '#renderer/ui/platform-name.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import type { RoomEventOf } from '#shared/contract/room-event.ts';

function giftSentence(i18n: I18n, event: RoomEventOf<'gift'>, count: number): string {
  const sentence = i18n.t('chat.gift', { name: event.name, count: i18n.format.number(count) });
  if (event.value === null) return sentence;
  const quantity =
    event.value.unitValue === undefined ? event.value.quantity : event.value.unitValue * count;
  const value = i18n.t('chat.giftValue', {
    quantity: i18n.format.number(quantity),
    unit: unitName(i18n, event.value.unit, quantity),
  });
  return `${sentence}${i18n.t('common.separator')}${value}`;
}

function membershipSentence(i18n: I18n, event: RoomEventOf<'membership'>): string {
  const sentence = i18n.t(`chat.membership.${event.type}`, { count: event.count });
  if (event.months === null || event.months < 2) return sentence;
  const months = i18n.t('chat.membershipMonths', { months: event.months });
  return `${sentence}${i18n.t('common.separator')}${months}`;
}

function moderationSentence(i18n: I18n, event: RoomEventOf<'moderation'>): string {
  const name = event.target?.displayName ?? event.target?.name ?? i18n.t('chat.someone');
  const time = i18n.format.span((event.durationS ?? 0) * 1000);
  return i18n.t(`chat.moderation.${event.action}`, { name, time });
}

function gapSentence(i18n: I18n, event: RoomEventOf<'gap'>): string {
  const parts = [
    i18n.t('chat.gap', {
      time: i18n.format.span(event.toTs - event.fromTs),
      cause: i18n.t(`chat.gapCause.${event.cause}`),
    }),
    event.sourceLabel === null ? '' : sourceName(i18n, event.sourceLabel),
    event.lost === null ? '' : i18n.t('chat.gapLost', { count: i18n.format.number(event.lost) }),
  ];
  return parts.filter((part) => part !== '').join(i18n.t('common.separator'));
}

/** What happened, beside the message; empty for a plain message. */
export function eventSentence(i18n: I18n, row: ChatRow): string {
  const { event } = row;
  switch (event.kind) {
    case 'chat':
      return '';
    case 'gift':
      return giftSentence(i18n, event, row.count);
    case 'paid_message': {
      const { amountMinor, currency, exponent } = event.money;
      return i18n.t('chat.paid', { money: i18n.format.money(amountMinor, currency, exponent) });
    }
    case 'membership':
      return membershipSentence(i18n, event);
    case 'raid':
      return i18n.t('chat.raid', { viewers: i18n.format.number(event.viewers) });
    case 'reward':
      return event.title === null
        ? i18n.t('chat.rewardUnnamed')
        : i18n.t('chat.reward', { title: event.title });
    case 'notice':
      return event.systemText;
    case 'moderation':
      return moderationSentence(i18n, event);
    case 'gap':
      return gapSentence(i18n, event);
  }
}
