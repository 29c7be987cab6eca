import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { CuesService } from '../cues/cues.service.ts';
import type { RoomContext } from '../room/room-context.ts';
import { WarningsService } from '../room/warnings.service.ts';
import { SlipsService } from './slips.service.ts';

/** What must not happen in a broadcast, and did: platforms' warnings, what the anchor said. */
export class ComplianceService {
  readonly warnings: WarningsService;
  readonly slips: SlipsService;

  constructor(room: RoomContext, cues: CuesService) {
    this.warnings = new WarningsService(room);
    this.slips = new SlipsService(room, cues);
  }

  reload(): void {
    this.warnings.reload();
    this.slips.reload();
  }

  /** An event of the current show that is on disk. */
  committed(event: RoomEvent): void {
    this.warnings.committed(event);
    this.slips.committed(event);
  }
}
