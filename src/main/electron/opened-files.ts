/** Export files that the system opens with the app: at its start, by a second start, or macOS's way. */
import { app } from 'electron';
import type { Logger } from '#core/ports.ts';

import { openedFile, openedFileOf, toldPath } from './opened-file.rules.ts';

/** What a second start tells the first one. */
export type SecondStart = { readonly openedFile: string | null };

/** For `requestSingleInstanceLock`: read here, since the first one has another folder to work in. */
export function ownStart(): SecondStart {
  return { openedFile: openedFileOf(process.argv.slice(1), process.cwd()) };
}

/**
 * Calls `onFile` for each file, whatever way it comes; nothing of it was read, and a name that is no
 * export's is logged and goes no further. `onSecondStart` is called for every second start.
 */
export function listenForOpenedFiles(deps: {
  readonly logger: Logger;
  onSecondStart(): void;
  onFile(path: string): void;
}): void {
  function take(path: unknown): void {
    const file = openedFile(path);
    if (file === null) deps.logger.log('warn', 'opened_file_refused', {});
    else deps.onFile(file);
  }

  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    deps.onSecondStart();
    const told = toldPath(data);
    if (told !== null) take(told);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take(path);
  });
  const { openedFile: first } = ownStart();
  if (first !== null) deps.onFile(first);
}
