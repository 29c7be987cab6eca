import { z } from 'zod';

/** A part of the desk that can stand in a window of its own, on another monitor. */
export const DeskPart = z.enum(['chat', 'shelf']);
export type DeskPart = z.infer<typeof DeskPart>;

/** Names the part in the desk's address: `?part=chat`. */
export const PART_PARAM = 'part';
