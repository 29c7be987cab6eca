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

import styles from './Desk.module.css';
import { StoreLine } from './StoreLine.tsx';

/** Left to right: people, room, action. Nothing important scrolls away. */
export function LiveView(): ReactElement {
  return (
    <div className={styles.live}>
      <TopBar />
      <MetricStrip />
      <main className={styles.columns}>
        <div className={styles.people}>
          <ChatPanel />
        </div>
        <div className={styles.room}>
          <PulseChart />
          <RunOfShow />
          <CuePanel />
        </div>
        <div className={styles.action}>
          <ArmedCard />
          <ShelfPanel />
        </div>
      </main>
      <KeyFooter>
        <StoreLine />
      </KeyFooter>
    </div>
  );
}
