import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import type { ActionArea } from '#renderer/actions/desk-action.ts';
import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { KeyFooter } from '#renderer/features/keys/KeyFooter.tsx';
import { useDeskKeys } from '#renderer/features/keys/use-desk-keys.ts';
import { QuestionsPanel } from '#renderer/features/questions/QuestionsPanel.tsx';
import { UrgentQuestions } from '#renderer/features/questions/UrgentQuestions.tsx';
import { PromiseStrip } from '#renderer/features/promises/PromiseStrip.tsx';
import { RotationStrip } from '#renderer/features/rotation/RotationStrip.tsx';
import { ArmedCard } from '#renderer/features/shelf/ArmedCard.tsx';
import { ArmedLine } from '#renderer/features/shelf/ArmedLine.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { PartLine } from '#renderer/features/top-bar/PartLine.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useHasSnapshot, useShow } from '#renderer/store/selectors.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { DeskPart } from '#shared/model/desk-part.ts';

import styles from './Desk.module.css';
import { DeskFrame } from './DeskFrame.tsx';

const TITLES = { chat: 'chat.title', shelf: 'shelf.title' } as const;

/** What is said of what this window does not show. */
const AREAS_ELSEWHERE: Readonly<Record<DeskPart, readonly ActionArea[]>> = {
  chat: ['shelf', 'cues', 'blocks'],
  shelf: ['cues', 'blocks'],
};

/** One part of the desk in a window of its own, with the keys of the room: a desk like any other. */
export function PartDesk({ part }: { readonly part: DeskPart }): ReactElement {
  const { t } = useI18n();
  const hasSnapshot = useHasSnapshot();
  const show = useShow();
  useDeskKeys(show !== null);
  const title = `${t(TITLES[part])} – ${t('common.appName')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <DeskFrame takesTables={part === 'shelf' && show !== null && show.state !== 'ended'}>
      <div className={styles.part}>
        {hasSnapshot && <PartLine />}
        <main className={styles.partView}>
          <h1 className={styles.partTitle}>{title}</h1>
          {hasSnapshot && show === null && (
            <EmptyState title={t('part.noShow')}>{t('part.noShowHint')}</EmptyState>
          )}
          {show !== null && part === 'chat' && (
            <>
              <ChatPanel
                questions={(search) => <QuestionsPanel search={search} />}
                above={(isStill) => <UrgentQuestions isStill={isStill} />}
              />
              <ArmedLine />
            </>
          )}
          {show !== null && part === 'shelf' && (
            <>
              <ArmedCard />
              <RotationStrip />
              <PromiseStrip />
              <ShelfPanel />
            </>
          )}
          <div className={styles.partNotice}>
            {AREAS_ELSEWHERE[part].map((area) => (
              <AreaNotice key={area} area={area} />
            ))}
          </div>
        </main>
        {show !== null && <KeyFooter />}
      </div>
    </DeskFrame>
  );
}
