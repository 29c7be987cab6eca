/** Where a supervised link stands. There is a connection while `opening` or `ready`, and only then. */
export type LinkMachine = {
  readonly phase: 'opening' | 'ready' | 'waiting' | 'failed' | 'stopped';
  /** Attempts in a row that came to nothing. */
  readonly failedAttempts: number;
  /** Show time since which data is missing; null while nothing is known to be missing. */
  readonly missingSinceTs: number | null;
  /** Show time at which the supervisor began. */
  readonly startedTs: number;
};

export type LinkHappening =
  /** The platform confirmed the room. */
  | { readonly what: 'confirmed' }
  /** The connection is gone; `heardTs` is the show time of its last sign of life. */
  | { readonly what: 'ended'; readonly isFatal: boolean; readonly heardTs: number }
  /** The wait before the next attempt is over. */
  | { readonly what: 'due' }
  | { readonly what: 'stopped' };

/** What is to be done; always one thing. */
export type LinkAction = 'nothing' | 'open' | 'be_ready' | 'wait' | 'give_up' | 'close';

/** A supervisor opens its first connection as it begins. */
export function startMachine(startedTs: number): LinkMachine {
  return { phase: 'opening', failedAttempts: 0, missingSinceTs: null, startedTs };
}

/** Pure: the link after something happened, and what to do. */
export function stepMachine(
  machine: LinkMachine,
  happening: LinkHappening,
): readonly [LinkMachine, LinkAction] {
  const { phase } = machine;
  switch (happening.what) {
    case 'confirmed':
      if (phase !== 'opening') return [machine, 'nothing'];
      return [{ ...machine, phase: 'ready', failedAttempts: 0, missingSinceTs: null }, 'be_ready'];
    case 'ended':
      return phase === 'opening' || phase === 'ready'
        ? lose(machine, happening.isFatal, happening.heardTs)
        : [machine, 'nothing'];
    case 'due':
      return phase === 'waiting'
        ? [{ ...machine, phase: 'opening' }, 'open']
        : [machine, 'nothing'];
    case 'stopped':
      return phase === 'stopped'
        ? [machine, 'nothing']
        : [{ ...machine, phase: 'stopped' }, 'close'];
  }
}

function lose(
  machine: LinkMachine,
  isFatal: boolean,
  heardTs: number,
): readonly [LinkMachine, LinkAction] {
  // Nothing is sure since the last sign of life; of a link that never was, since it was wanted.
  const sinceTs = machine.phase === 'ready' ? heardTs : machine.startedTs;
  const missingSinceTs = machine.missingSinceTs ?? sinceTs;
  if (isFatal) return [{ ...machine, phase: 'failed', missingSinceTs }, 'give_up'];
  const failedAttempts = machine.failedAttempts + 1;
  return [{ ...machine, phase: 'waiting', failedAttempts, missingSinceTs }, 'wait'];
}
