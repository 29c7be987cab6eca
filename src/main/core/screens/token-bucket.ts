import type { Clock } from '../ports.ts';

export interface TokenBucket {
  /** False when the allowance is used up. */
  take(): boolean;
}

/** `burst` at once, refilled at `perSecond`; monotonic, so a changed clock neither frees nor blocks. */
export function createTokenBucket(clock: Clock, perSecond: number, burst: number): TokenBucket {
  let tokens = burst;
  let lastMs = clock.monotonicNow();
  return {
    take() {
      const nowMs = clock.monotonicNow();
      tokens = Math.min(burst, tokens + ((nowMs - lastMs) / 1000) * perSecond);
      lastMs = nowMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

/** One bucket for each key (a remote address); the oldest keys are forgotten beyond `maxKeys`. */
export function createBucketPerKey(
  make: () => TokenBucket,
  maxKeys: number,
): { take(key: string): boolean } {
  const buckets = new Map<string, TokenBucket>();
  return {
    take(key) {
      let bucket = buckets.get(key);
      if (bucket === undefined) {
        bucket = make();
        buckets.set(key, bucket);
        const oldest = buckets.keys().next();
        if (buckets.size > maxKeys && !oldest.done) buckets.delete(oldest.value);
      }
      return bucket.take();
    },
  };
}
