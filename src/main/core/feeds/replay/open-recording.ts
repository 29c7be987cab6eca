import { twitchDecoder } from '../twitch/decode.ts';
import { openFileReader } from './file-reader.ts';
import type { ReplayOptions } from './replay-options.ts';
import { storedReader } from './stored-reader.ts';
import type { ReplayReader } from './types.ts';

/** Opens what the options name. Files ending in .txt hold raw chat lines, others JSON lines. */
export function openRecording(options: ReplayOptions): Promise<ReplayReader> {
  switch (options.kind) {
    case 'file':
      return openRecordedFile(options.path);
    case 'events':
      return Promise.resolve(storedReader(options.pages, options.lastTs));
  }
}

/** Rejects when the file cannot be opened. */
export function openRecordedFile(path: string): Promise<ReplayReader> {
  return openFileReader(path, path.toLowerCase().endsWith('.txt') ? twitchDecoder : null);
}
