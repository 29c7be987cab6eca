import type { ReactElement } from 'react';

import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { KeyFooter } from '#renderer/features/keys/KeyFooter.tsx';
import { MetricStrip } from '#renderer/features/metrics/MetricStrip.tsx';
import { PulseChart } from '#renderer/features/pulse/PulseChart.tsx';
import { RunOfShow } from '#renderer/features/run-of-show/RunOfShow.tsx';
import { ArmedCard } from '#renderer/features/shelf/ArmedCard.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { TopBar } from '#renderer/features/top-bar/TopBar.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Split } from '#renderer/ui/Split.tsx';

import styles from './Desk.module.css';
import { StoreLine } from './StoreLine.tsx';

/** Up to this width of the window, pixels, the outer columns begin narrower. */
const NARROW_PX = 1_360;

/** Left to right: people, room, action. Nothing important scrolls away. */
export function LiveView(): ReactElement {
  return (
    <div className={styles.live}>
      <TopBar />
      <MetricStrip />
      <Columns />
      <KeyFooter>
        <StoreLine />
      </KeyFooter>
    </div>
  );
}

function Columns(): ReactElement {
  const { t } = useI18n();
  const isNarrow = window.innerWidth <= NARROW_PX;
  return (
    <main className={styles.columns}>
      <Split
        name="columns"
        orientation="horizontal"
        dividers={[t('desk.divider.people'), t('desk.divider.action')]}
        parts={[
          {
            id: 'people',
            size: isNarrow ? 324 : 372,
            smallest: 260,
            isFixed: true,
            content: <ChatPanel />,
          },
          { id: 'room', smallest: 420, content: <Room /> },
          {
            id: 'action',
            size: isNarrow ? 348 : 392,
            smallest: 300,
            isFixed: true,
            content: <Action />,
          },
        ]}
      />
    </main>
  );
}

function Room(): ReactElement {
  const { t } = useI18n();
  return (
    <Split
      name="room"
      orientation="vertical"
      dividers={[t('desk.divider.room')]}
      parts={[
        { id: 'pulse', size: '37%', smallest: 150, content: <PulseChart /> },
        { id: 'work', smallest: 220, content: <Work /> },
      ]}
    />
  );
}

function Work(): ReactElement {
  return (
    <>
      <RunOfShow />
      <CuePanel />
    </>
  );
}

function Action(): ReactElement {
  return (
    <div className={styles.action}>
      <ArmedCard />
      <ShelfPanel />
    </div>
  );
}
