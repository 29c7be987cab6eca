import { useDeskStore } from './desk-store.ts';
import { useShow } from './selectors.ts';

/** The steps of setting up a room are on screen; a show that has begun is never behind them. */
export function useIsSettingUp(): boolean {
  const step = useDeskStore((desk) => desk.setUpStep);
  const show = useShow();
  return step !== null && (show === null || show.state === 'planned');
}
