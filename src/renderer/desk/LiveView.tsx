import type { ReactElement } from 'react';

import { AlertsPanel } from '#renderer/features/alerts/AlertsPanel.tsx';
import { useAlertSignals } from '#renderer/features/alerts/use-alert-signals.ts';
import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { KeyFooter } from '#renderer/features/keys/KeyFooter.tsx';
import { MetricStrip } from '#renderer/features/metrics/MetricStrip.tsx';
import { PulseChart } from '#renderer/features/pulse/PulseChart.tsx';
import { QuestionsPanel } from '#renderer/features/questions/QuestionsPanel.tsx';
import { UrgentQuestions } from '#renderer/features/questions/UrgentQuestions.tsx';
import { RunOfShow } from '#renderer/features/run-of-show/RunOfShow.tsx';
import { PromiseStrip } from '#renderer/features/promises/PromiseStrip.tsx';
import { RotationStrip } from '#renderer/features/rotation/RotationStrip.tsx';
import { ArmedCard } from '#renderer/features/shelf/ArmedCard.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { GiftBar } from '#renderer/features/benefits/GiftBar.tsx';
import { BookmarkBar } from '#renderer/features/bookmarks/BookmarkBar.tsx';
import { SlipBar } from '#renderer/features/slips/SlipBar.tsx';
import { TeamStrip } from '#renderer/features/team/TeamStrip.tsx';
import { ChecksBand } from '#renderer/features/checks/ChecksBand.tsx';
import { TopBar } from '#renderer/features/top-bar/TopBar.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Split } from '#renderer/ui/Split.tsx';
import { useDeskWidth } from '#renderer/ui/use-zoom.ts';

import styles from './Desk.module.css';
import { StoreLine } from './StoreLine.tsx';

/** How the columns begin, in pixels of the desk's own measure: by the room that there is. */
const ROOMY = { people: 372, action: 392, smallest: { people: 260, room: 420, action: 300 } };
const NARROW = { ...ROOMY, people: 324, action: 348 };
const SMALL = { people: 246, action: 268, smallest: { people: 220, room: 300, action: 250 } };

/** From this width on a desk is very wide. */
const WIDE_PX = 2_400;
/** Shares of a very wide desk, so that no ground lies empty in the middle. */
const WIDE_SHARES = { people: 0.17, action: 0.18 };

function columnsFor(widthPx: number): typeof ROOMY {
  if (widthPx >= WIDE_PX) {
    const people = Math.round(widthPx * WIDE_SHARES.people);
    return { ...ROOMY, people, action: Math.round(widthPx * WIDE_SHARES.action) };
  }
  if (widthPx <= 1_020) return SMALL;
  return widthPx <= 1_360 ? NARROW : ROOMY;
}

/** Left to right: people, room, action. Nothing important scrolls away. */
export function LiveView(): ReactElement {
  useAlertSignals();
  return (
    <div className={styles.live}>
      <TopBar />
      <ChecksBand />
      <main className={styles.main}>
        <MetricStrip />
        <Columns />
        <SlipBar />
        <GiftBar />
        <BookmarkBar />
      </main>
      <KeyFooter>
        <StoreLine />
      </KeyFooter>
    </div>
  );
}

function Columns(): ReactElement {
  const { t } = useI18n();
  const { people, action, smallest } = columnsFor(useDeskWidth());
  return (
    <div className={styles.columns}>
      <Split
        name="columns"
        orientation="horizontal"
        dividers={[t('desk.divider.people'), t('desk.divider.action')]}
        parts={[
          {
            id: 'people',
            size: people,
            smallest: smallest.people,
            isFixed: true,
            content: (
              <ChatPanel
                questions={(search) => <QuestionsPanel search={search} />}
                above={(isStill) => <UrgentQuestions isStill={isStill} />}
              />
            ),
          },
          { id: 'room', smallest: smallest.room, content: <Room /> },
          {
            id: 'action',
            size: action,
            smallest: smallest.action,
            isFixed: true,
            content: <Action />,
          },
        ]}
      />
    </div>
  );
}

function Room(): ReactElement {
  const { t } = useI18n();
  const isWide = useDeskWidth() >= WIDE_PX;
  return (
    <Split
      name="room"
      orientation="vertical"
      dividers={[t('desk.divider.room')]}
      parts={[
        { id: 'pulse', size: isWide ? '56%' : '37%', smallest: 110, content: <PulseChart /> },
        { id: 'work', smallest: 200, content: <Work /> },
      ]}
    />
  );
}

function Work(): ReactElement {
  return (
    <>
      <RunOfShow />
      <CuePanel alerts={<AlertsPanel />} />
    </>
  );
}

function Action(): ReactElement {
  return (
    <div className={styles.action}>
      <ArmedCard />
      <RotationStrip />
      <PromiseStrip />
      <TeamStrip />
      <ShelfPanel />
    </div>
  );
}
