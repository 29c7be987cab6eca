import { createHash, timingSafeEqual } from 'node:crypto';

import type { Randomness } from '../ports.ts';

/** URL-safe text of `bytes` random bytes. */
export function secretText(randomness: Randomness, bytes: number): string {
  return Buffer.from(randomness.bytes(bytes)).toString('base64url');
}

export const sixDigits = (randomness: Randomness): string => digits(randomness, 6);
export const fourDigits = (randomness: Randomness): string => digits(randomness, 4);

/** So many digits, each combination equally likely. */
function digits(randomness: Randomness, count: number): string {
  const combinations = 10 ** count;
  const limit = Math.floor(2 ** 32 / combinations) * combinations;
  for (;;) {
    const value = Buffer.from(randomness.bytes(4)).readUInt32BE(0);
    if (value < limit) return String(value % combinations).padStart(count, '0');
  }
}

/** What is kept of a secret: a stolen store lets nobody in. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares in constant time; lengths never differ because both sides are hashes. */
export function isSameHash(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
