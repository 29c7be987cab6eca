import type { Clock, Logger } from '../ports.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

const BURST = 20;
const PER_SECOND = 0.1;

type Counted = { readonly bucket: TokenBucket; leftOut: number };

/**
 * A logger for what strangers can cause: twenty lines of a kind at once and then one in ten seconds,
 * which says how many were left out. Errors of ours are all kept.
 */
export function limitedLogger(logger: Logger, clock: Clock): Logger {
  const kinds = new Map<string, Counted>();
  return {
    log(level, event, fields) {
      if (level === 'error') return logger.log(level, event, fields);
      const counted = kinds.get(event) ?? {
        bucket: createTokenBucket(clock, PER_SECOND, BURST),
        leftOut: 0,
      };
      kinds.set(event, counted);
      if (!counted.bucket.take()) {
        counted.leftOut += 1;
        return;
      }
      const { leftOut } = counted;
      counted.leftOut = 0;
      logger.log(level, event, leftOut === 0 ? fields : { ...fields, leftOut });
    },
  };
}
