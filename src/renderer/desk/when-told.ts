import type { RoomState, RoomStore } from '#renderer/store/room-store.ts';

/** A core that takes longer has the page drawn without it. */
export const WAIT_MS = 250;

/**
 * Runs `then` once, as soon as the core has told anything, or refuses to: the desk is drawn once, with
 * what there is, instead of empty and then anew. Without a word it runs after `WAIT_MS`.
 */
export function whenTold({ state }: Pick<RoomStore, 'state'>, then: () => void): void {
  const stop = state.subscribe((now) => {
    if (isTold(now)) run();
  });
  const timer = setTimeout(run, WAIT_MS);
  function run(): void {
    clearTimeout(timer);
    stop();
    then();
  }
}

function isTold({ seq, link }: RoomState): boolean {
  return seq !== null || link.state !== 'connecting' || link.error !== null;
}
