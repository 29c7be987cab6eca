import type { ReactElement } from 'react';

import { useShelf } from '#renderer/store/selectors.ts';

import { RotationState } from './RotationState.tsx';

/** One line while a list is pinned by itself; nothing otherwise. */
export function RotationStrip(): ReactElement | null {
  const { rotation, items } = useShelf();
  return rotation === null ? null : (
    <RotationState rotation={rotation} items={items} isWhole={false} />
  );
}
