import type { ReactElement, ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

import { useDeskStore } from '#renderer/store/desk-store.ts';

import styles from './Split.module.css';

export interface SplitPart {
  /** Names the part's share among the remembered ones. */
  readonly id: string;
  /** Pixels, or a share of the whole such as `37%`. */
  readonly size?: number | string;
  /** Pixels below which the part is not made smaller. */
  readonly smallest: number;
  /** Keeps its pixels when the window changes; at least one part of a split must not. */
  readonly isFixed?: boolean;
  readonly content: ReactNode;
}

interface SplitProps {
  /** Under which this screen remembers the shares. */
  readonly name: string;
  readonly orientation: 'horizontal' | 'vertical';
  /** What each line between two parts is called, for those who do not see it. */
  readonly dividers: readonly string[];
  readonly parts: readonly SplitPart[];
}

/**
 * Parts side by side, or one above the other, with lines between them that mouse, touch and arrow
 * keys move. A double click on a line brings the first size back.
 */
export function Split({ name, orientation, dividers, parts }: SplitProps): ReactElement {
  const remembered = useDeskStore((desk) => desk.layouts[name]);
  const layoutRound = useDeskStore((desk) => desk.layoutRound);
  const setLayout = useDeskStore((desk) => desk.setLayout);
  return (
    <Group
      key={layoutRound}
      id={name}
      orientation={orientation}
      className={styles.split}
      defaultLayout={remembered}
      onLayoutChanged={(layout, { isUserInteraction, requestedLayout }) => {
        // What a small window makes of it for now is not what was chosen.
        if (isUserInteraction) setLayout(name, requestedLayout ?? layout);
      }}
    >
      {parts.flatMap((part, index) => {
        const panel = (
          <Panel
            key={part.id}
            id={part.id}
            defaultSize={part.size}
            minSize={part.smallest}
            groupResizeBehavior={part.isFixed ? 'preserve-pixel-size' : 'preserve-relative-size'}
            className={styles.part}
          >
            {part.content}
          </Panel>
        );
        const divider = dividers[index - 1];
        if (divider === undefined) return [panel];
        return [
          <Separator
            key={`${part.id}-divider`}
            id={`${name}-${index}`}
            className={styles.divider}
            aria-label={divider}
          />,
          panel,
        ];
      })}
    </Group>
  );
}
