import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { GIVEN_MAX_BYTES, imageFault, imageHeader } from '#shared/rules/image-header.ts';
import { gifOf, jpegOf, pngBomb, pngOf, webpOf } from '#tests/support/sample-images.ts';

const KINDS = { png: pngBomb, jpeg: jpegOf, gif: gifOf } as const;
const side = fc.integer({ min: 1, max: 65_535 });
const webpSide = fc.integer({ min: 1, max: 16_384 });

describe('what a header says', () => {
  test.each(['png', 'jpeg', 'gif'] as const)('%s: its size, whatever it is', (type) => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(imageHeader(KINDS[type](width, height))).toEqual({
          type,
          width,
          height,
          isWhole: true,
        });
      }),
    );
  });

  test('webp: its size, whatever it is', () => {
    fc.assert(
      fc.property(webpSide, webpSide, (width, height) => {
        expect(imageHeader(webpOf(width, height, 'x'))).toMatchObject({ width, height });
      }),
    );
  });

  test('a picture that was cut off anywhere is never a whole one', () => {
    for (const whole of [pngOf(3, 2), jpegOf(3, 2), webpOf(3, 2, 'x'), gifOf(3, 2)]) {
      for (let length = 0; length < whole.length; length += 1) {
        expect(imageFault(whole.subarray(0, length))).toMatch(/^(?:not_image|cut_off)$/);
      }
      expect(imageFault(whole)).toBeNull();
    }
  });

  test('no bytes at all make it throw, hang or see pixels that are not there', () => {
    const beginning = fc.constantFrom(
      [],
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
      [...Buffer.from('GIF89a')],
      [...Buffer.from('RIFF\0\0\0\0WEBPVP8X')],
      [...Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    );
    fc.assert(
      fc.property(beginning, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const header = imageHeader(new Uint8Array([...start, ...rest]));
        expect(header === null || (header.width > 0 && header.height > 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is not taken', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>canary(1)</script></svg>';
  test.each([
    ['an SVG', Buffer.from(SVG), 'not_image'],
    ['a page that is called .png', Buffer.from('<!doctype html><title>picture.png'), 'not_image'],
    ['nothing', Buffer.alloc(0), 'not_image'],
    ['a JPEG that was cut off', jpegOf(30, 20).subarray(0, -2), 'cut_off'],
    ['30,000 pixels a side', pngBomb(30_000, 30_000), 'too_many_pixels'],
    ['a strip of 60,000 pixels', pngBomb(60_000, 1), 'too_many_pixels'],
    ['forty million and more', jpegOf(7_000, 6_000), 'too_many_pixels'],
    ['6 MB', Buffer.alloc(6 * 1024 * 1024), 'too_many_bytes'],
  ])('%s', (_name, bytes, fault) => {
    expect(imageFault(bytes)).toBe(fault);
  });

  test('the largest one is', () => {
    const bytes = Buffer.concat([jpegOf(6_000, 6_000), Buffer.alloc(GIVEN_MAX_BYTES - 46)]);
    expect(bytes.length).toBeLessThanOrEqual(GIVEN_MAX_BYTES);
    expect(imageFault(bytes)).toBeNull();
  });
});
