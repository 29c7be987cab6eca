import type { importedCommands } from '#shared/contract/imported-commands.ts';
import {
  importGround,
  importLayout,
  putImport,
  removeImport,
  restoreImport,
} from '../imported/imported.service.ts';
import type { Handler } from './handler.ts';

/** Platforms' exports that are taken in after a show. */
export const importedHandlers: { readonly [N in keyof typeof importedCommands]: Handler<N> } = {
  'imported.ground': { mode: 'read', run: ({ room }, { showId }) => importGround(room, showId) },
  'imported.layout': {
    mode: 'read',
    run: ({ room }, { headings }) => importLayout(room, headings),
  },
  'imported.put': { mode: 'write', run: ({ room }, input) => putImport(room, input) },
  'imported.remove': { mode: 'write', run: ({ room }, input) => removeImport(room, input) },
  'imported.restore': {
    mode: 'write',
    run: ({ room }, { importId }) => restoreImport(room, importId),
  },
};
