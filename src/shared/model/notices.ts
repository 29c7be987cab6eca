import { z } from 'zod';

/** Licences of what is inside the app; written beside the desk's page when it is built. */
export const Notices = z.strictObject({
  /** Cuedesk's own licence, whole. */
  own: z.string(),
  packages: z.array(
    z.strictObject({
      name: z.string(),
      version: z.string(),
      /** As the package names it, SPDX where it does. */
      licence: z.string(),
      text: z.string(),
    }),
  ),
});
export type Notices = z.infer<typeof Notices>;
