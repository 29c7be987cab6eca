import { z } from 'zod';

/** What a global key comes to on the desk: a digit of a link number, or GO. */
export const GlobalPress = z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'go']);
export type GlobalPress = z.infer<typeof GlobalPress>;

export type GlobalKey = {
  /** As Electron writes it. */
  readonly accelerator: string;
  /** As people read it. */
  readonly name: string;
  readonly press: GlobalPress;
};

/** Chords alone: a bare key would be swallowed from every program. */
export const GLOBAL_KEYS: readonly GlobalKey[] = GlobalPress.options.map((press) => {
  const key = press === 'go' ? 'Enter' : press;
  return { accelerator: `Control+Alt+${key}`, name: `Ctrl+Alt+${key}`, press };
});
