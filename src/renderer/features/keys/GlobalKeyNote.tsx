import { useEffect } from 'react';
import type { ReactElement } from 'react';

import type { GlobalUse } from '#renderer/actions/action-state.ts';
import { useActionState, useActionStore } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { roomName } from '#renderer/i18n/room-name.ts';
import { useShow } from '#renderer/store/selectors.ts';
import { useOwnRoom } from '#renderer/store/use-own-room.ts';

import styles from './KeyFooter.module.css';

const SHOWN_MS = 6_000;

/** What a key of another program's hour came to, and in which room. Floats: nothing moves for it. */
export function GlobalKeyNote(): ReactElement | null {
  const i18n = useI18n();
  const store = useActionStore();
  const use = useActionState(({ globalUse }) => globalUse);
  const own = useOwnRoom();
  const room = own === null ? '' : roomName(i18n, own);
  const title = useShow()?.title ?? null;

  useEffect(() => {
    if (use === null) return undefined;
    const timer = setTimeout(() => {
      store.setState(({ globalUse }) => (globalUse === use ? { globalUse: null } : {}));
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [use, store]);

  if (use === null) return null;
  const where = title === null ? room : `${room} · ${title}`;
  return (
    <output key={use.count} className={styles.globalUse}>
      <b>{i18n.t('keys.global', { keys: use.keys, room: where })}</b>
      <span>{outcomeText(i18n, use.outcome)}</span>
    </output>
  );
}

function outcomeText({ t }: I18n, outcome: GlobalUse['outcome']): string {
  switch (outcome.kind) {
    case 'arm':
      return t('keys.global.arm', { number: outcome.linkNumber });
    case 'unknown':
      return t('keys.global.unknown', { digits: outcome.digits });
    case 'go':
    case 'nothing_armed':
    case 'not_live':
      return t(`keys.global.${outcome.kind}`);
  }
}
