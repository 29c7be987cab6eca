import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PagePrinter } from '#core/printing/page-printer.ts';

import type { FromCore, ToCore } from './core-messages.ts';

/** The app's own windows as the core's process has them: the main process prints. */
export function createMainPrinter(tell: (message: FromCore) => void): {
  readonly printer: PagePrinter;
  onAnswer(answer: Extract<ToCore, { type: 'printed' }>): void;
} {
  const waiting = new Map<number, (result: Result<Uint8Array>) => void>();
  let serial = 0;

  function endAll(): void {
    for (const resolve of waiting.values()) resolve(fail('printer_failed', { reason: 'closed' }));
    waiting.clear();
  }

  return {
    printer: {
      print(order) {
        serial += 1;
        const id = serial;
        return new Promise((resolve) => {
          waiting.set(id, resolve);
          tell({ type: 'print', id, order });
        });
      },
      close() {
        endAll();
        return Promise.resolve();
      },
    },
    onAnswer({ id, bytes, reason }) {
      waiting.get(id)?.(bytes === null ? fail('printer_failed', { reason }) : ok(bytes));
      waiting.delete(id);
    },
  };
}
