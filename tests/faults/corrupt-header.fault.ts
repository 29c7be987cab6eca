import { runDamages } from './damage-run.ts';
import type { FaultDefinition } from './fault.ts';

export const fault: FaultDefinition = {
  name: 'corrupt-header',
  what: 'header of the store zeroed, its last 30 % cut off, all of it garbled',
  expected:
    'damaged file kept, newest backup restored, the rest salvaged, what is lost since the backup told exactly',
  needs: null,
  hasQuickForm: true,
  run: (scale) => {
    const events = scale === 'quick' ? 500 : 20_000;
    return runDamages(['header zeroed', 'cut by 30 %', 'all of it garbled'], events, events);
  },
};
