import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels';

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
 * keys move. A double click on a line brings the first size back. Until a line was moved, first sizes
 * that change – there is other room, or larger type – are followed.
 */
export function Split({ name, orientation, dividers, parts }: SplitProps): ReactElement {
  const remembered = useDeskStore((desk) => desk.layouts[name]);
  const layoutRound = useDeskStore((desk) => desk.layoutRound);
  const setLayout = useDeskStore((desk) => desk.setLayout);
  const group = useGroupRef();
  const frame = useRef<HTMLDivElement>(null);
  const isMoved = remembered !== undefined;
  const sizes = parts.map(({ id, size }) => `${id}=${size ?? ''}`).join(' ');
  const placed = useRef(sizes);
  useEffect(() => {
    if (placed.current === sizes) return;
    placed.current = sizes;
    const { offsetWidth = 0, offsetHeight = 0 } = frame.current ?? {};
    const wholePx = orientation === 'horizontal' ? offsetWidth : offsetHeight;
    if (!isMoved && wholePx > 0) group.current?.setLayout(firstShares(sizes, wholePx));
  }, [sizes, isMoved, orientation, group]);
  return (
    <Group
      key={layoutRound}
      id={name}
      groupRef={group}
      elementRef={frame}
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

/** Shares in percent of the parts of `sizes`; what names no size has what is left. */
function firstShares(sizes: string, wholePx: number): Record<string, number> {
  const asked = sizes.split(' ').map((part) => {
    const [id = '', size = ''] = part.split('=');
    const share = size.endsWith('%')
      ? Number.parseFloat(size)
      : (Number.parseFloat(size) / wholePx) * 100;
    return [id, share] as const;
  });
  const given = asked.reduce((sum, [, share]) => sum + (Number.isNaN(share) ? 0 : share), 0);
  const open = asked.filter(([, share]) => Number.isNaN(share)).length;
  return Object.fromEntries(
    asked.map(([id, share]) => [id, Number.isNaN(share) ? (100 - given) / open : share]),
  );
}
