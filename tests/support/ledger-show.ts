import { DeskProgram } from './desk-program.ts';
import { Ledger } from './ledger.ts';
import { type RunningDesk, startDesk } from './running-desk.ts';

/** A desk in the browser host with a live show on air, and a sender with a ledger that fills it. */
export type LedgerShow = {
  readonly desk: RunningDesk;
  readonly ledger: Ledger;
  /** A desk program that watches; its socket is closed by `remove`. */
  readonly operator: DeskProgram;
  /** Ends everything that still runs and removes the folders. */
  remove(): Promise<void>;
};

/** `rate` in events a second. */
export async function startLedgerShow(rate: number): Promise<LedgerShow> {
  const desk = await startDesk();
  const operator = await DeskProgram.connect(desk.announced.url);
  await operator.must('show.create', { title: 'Ledger', origin: 'live', currency: 'CNY' });
  await operator.must('show.start', {});
  const ledger = new Ledger(desk.dataFolder, rate);
  return {
    desk,
    ledger,
    operator,
    async remove() {
      operator.close();
      ledger.remove();
      await desk.remove();
    },
  };
}
