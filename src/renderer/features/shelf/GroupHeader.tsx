import type { KeyboardEvent, ReactElement } from 'react';

import type { ShelfItem } from '#shared/model/product.ts';
import { gatheredNumbers } from '#shared/rules/shelf-groups.ts';
import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './GroupHeader.module.css';
import type { GroupLine } from './group-lines.ts';
import { GroupName } from './GroupName.tsx';

interface GroupHeaderProps {
  readonly line: GroupLine;
  readonly isTabStop: boolean;
  /** A product is dragged over it. */
  readonly isDrop: boolean;
  readonly stateOf: (item: ShelfItem) => 'onShelf' | 'armed' | 'waiting';
  readonly onFocus: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The name of a group above its products; a press folds them. A product can be dropped on it. */
export function GroupHeader(props: GroupHeaderProps): ReactElement {
  const { line, isTabStop, isDrop, stateOf, onFocus, onKeyDown } = props;
  const { group, run, total, isFolded } = line;
  const { t, tn } = useI18n();
  const foldGroups = useDeskStore((desk) => desk.foldGroups);
  const isRenamed = useActionState(({ renamedGroupId }) => renamedGroupId === group.id);
  const tabIndex = isTabStop ? 0 : -1;
  // What the fold hides must not be out of mind.
  const inside = isFolded
    ? run.flatMap((item) => {
        const state = stateOf(item);
        return state === 'waiting' ? [] : [{ number: item.linkNumber, state }];
      })
    : [];
  const stateTexts = inside.map(({ number, state }) =>
    t('groups.inside', {
      number,
      state: t(state === 'onShelf' ? 'shelf.stateOnShelf' : 'shelf.stateArmed'),
    }),
  );
  const counted = run.length === total ? String(total) : `${run.length}/${total}`;
  const emptyText = total === 0 ? t('groups.empty') : '';
  // What is drawn stands in it word by word and without a word between, for who speaks to the machine.
  const isAlone = emptyText === '' && inside.length === 0;
  const header = isAlone
    ? tn('groups.header', total, { name: group.name, counted })
    : t('groups.headerShort', { name: group.name, counted });
  const label = [header, emptyText, ...stateTexts];
  return (
    <li
      className={classNames(styles.header, isDrop && styles.drop)}
      data-group-id={group.id}
      data-line={line.key}
    >
      {isRenamed && line.key.endsWith('-0') ? (
        <GroupName group={group} />
      ) : (
        <>
          <button
            type="button"
            className={styles.fold}
            tabIndex={tabIndex}
            aria-expanded={!isFolded}
            aria-label={label.filter(Boolean).join(t('common.listSeparator'))}
            aria-keyshortcuts="ArrowLeft ArrowRight F2"
            onClick={() => foldGroups([group.id], !isFolded)}
            onFocus={() => onFocus(line.key)}
            onKeyDown={onKeyDown}
          >
            <i className={classNames(styles.mark, isFolded && styles.folded)} aria-hidden="true" />
            <span className={styles.name} title={group.name}>
              {group.name}
            </span>{' '}
            <span className={styles.count}>{counted}</span>{' '}
            {emptyText !== '' && <span className={styles.count}>{emptyText}</span>}
            {inside.map(({ number, state }, index) => (
              <b key={number} className={styles[state]}>
                {`${stateTexts[index] ?? ''} `}
              </b>
            ))}
          </button>
          <GroupButtons line={line} tabIndex={tabIndex} />
        </>
      )}
    </li>
  );
}

function GroupButtons({ line, tabIndex }: { line: GroupLine; tabIndex: number }): ReactElement {
  const { group, isScattered } = line;
  const { t, tn } = useI18n();
  const perform = usePerform();
  const { items } = useShelf();
  const { id: groupId, name } = group;
  const moving = isScattered ? gatheredNumbers(items, groupId).length : 0;
  const gather = tn('groups.gatherNamed', moving, { name });
  return (
    <span className={styles.actions}>
      {isScattered && (
        <Button
          tabIndex={tabIndex}
          aria-label={gather}
          title={gather}
          onClick={() => perform({ type: 'gatherGroup', groupId })}
        >
          {t('groups.gather')}
        </Button>
      )}
      <Button
        className={styles.rename}
        tabIndex={tabIndex}
        aria-label={t('groups.renameNamed', { name })}
        onClick={() => perform({ type: 'renameGroup', groupId })}
      >
        {t('groups.rename')}
      </Button>
      <Button
        tabIndex={tabIndex}
        aria-label={t('groups.dissolveNamed', { name })}
        title={t('groups.dissolveNamed', { name })}
        onClick={() => perform({ type: 'dissolveGroup', groupId })}
      >
        {t('groups.dissolve')}
      </Button>
    </span>
  );
}
