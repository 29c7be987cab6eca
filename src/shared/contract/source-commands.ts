import { z } from 'zod';

import { SourceId } from '../model/ids.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** The part of the contract that says what a room listens to, and as whom. */
export const sourceCommands = {
  /** `address` null is the platform's own server. Refused: channel_invalid, address_invalid, source_exists. */
  'source.add': {
    input: z.strictObject({
      connector: z.string().max(40),
      channel: z.string().max(200),
      address: z.string().max(400).nullable(),
    }),
    output: z.strictObject({ sourceId: SourceId }),
    callers: desk,
  },
  'source.setEnabled': {
    input: z.strictObject({ sourceId: SourceId, isEnabled: z.boolean() }),
    output: none,
    callers: desk,
  },
  'source.remove': { input: z.strictObject({ sourceId: SourceId }), output: none, callers: desk },
  /**
   * Logs a source in from now on; the link is made anew. Write-only: no command gives the token back.
   * Refused: unknown_source, login_invalid, login_needs_encryption, secret_unwritable.
   */
  'source.setLogin': {
    input: z.strictObject({
      sourceId: SourceId,
      name: z.string().max(60),
      token: z.string().max(400),
    }),
    output: none,
    callers: desk,
  },
  /** Back to listening without a login. Refused: unknown_source, secret_unwritable. */
  'source.removeLogin': {
    input: z.strictObject({ sourceId: SourceId }),
    output: none,
    callers: desk,
  },
} as const;
