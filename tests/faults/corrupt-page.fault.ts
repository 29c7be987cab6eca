import { runDamages } from './damage-run.ts';
import type { FaultDefinition } from './fault.ts';

export const fault: FaultDefinition = {
  name: 'corrupt-page',
  what: 'one page, then fifty pages of the store overwritten with garbage',
  expected:
    'found by the look through the whole file, newest backup restored, all other pages salvaged, roll-ups equal to the events',
  needs: null,
  hasQuickForm: true,
  run: (scale) => {
    const events = scale === 'quick' ? 500 : 20_000;
    return runDamages(['one page of events garbled', 'fifty pages garbled'], events, events);
  },
};
