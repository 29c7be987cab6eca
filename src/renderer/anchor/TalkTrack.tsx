import { useCallback, useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { hasRoom } from './measure-cue.ts';
import { ScriptText } from './ScriptText.tsx';
import scriptStyles from './ScriptText.module.css';
import { scriptRuns } from './script-runs.ts';
import { type TalkPoint, talkPages } from './talk-points.ts';
import styles from './TalkTrack.module.css';
import { useMeasured } from './use-measured.ts';

interface TalkTrackProps {
  readonly points: readonly TalkPoint[];
  readonly page: number;
  onPages(count: number): void;
}

/** What there is to say about the product on air, while no cue asks for something else. */
export function TalkTrack({ points, page, onPages }: TalkTrackProps): ReactElement {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);

  const measure = useCallback(
    (boxNow: HTMLElement): readonly (readonly TalkPoint[])[] => {
      const probeNow = probe.current;
      if (probeNow === null) return [points];
      const pages = talkPages(points, (part) => {
        probeNow.replaceChildren(...part.map((point) => pointElement(t(point.label), point.text)));
        return hasRoom(boxNow, probeNow);
      });
      probeNow.replaceChildren();
      return pages;
    },
    [points, t],
  );
  const pages = useMeasured<readonly (readonly TalkPoint[])[]>(box, [points], measure);
  const shown = pages[page] ?? pages[0] ?? [];

  useEffect(() => onPages(Math.max(1, pages.length)), [pages.length, onPages]);

  return (
    <div className={styles.box} ref={box}>
      <div className={styles.page}>
        {shown.map((point, position) => (
          <p key={position} className={styles.point}>
            <span className={styles.label}>
              <ScriptText text={`${t(point.label)} `} />
            </span>
            <ScriptText text={point.text} />
          </p>
        ))}
      </div>
      <div className={styles.probe} ref={probe} aria-hidden="true" />
    </div>
  );
}

/** The same as a point is rendered. */
function pointElement(label: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = styles.point ?? '';
  for (const run of [...scriptRuns(`${label} `), ...scriptRuns(text)]) {
    const span = document.createElement('span');
    span.className = scriptStyles[run.script] ?? '';
    span.textContent = run.text;
    element.append(span);
  }
  return element;
}
