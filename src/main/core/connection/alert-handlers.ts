import { ok } from '#shared/contract/app-error.ts';
import type { alertCommands } from '#shared/contract/alert-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about what is off in the room. */
export const alertHandlers: { readonly [N in keyof typeof alertCommands]: Handler<N> } = {
  'alert.answer': {
    mode: 'write',
    run: ({ room }, { seq, answer }) => room.alerts.answer(seq, answer),
    // Beside the store: a settings file that cannot be written leaves the rule on, and says so itself.
    after: async ({ room, settings }, { seq, answer }) => {
      if (answer === 'never') settings.change({ alerts: room.alerts.withoutRuleOf(seq) });
    },
  },
  'alert.preview': { mode: 'read', run: ({ room }, { rule }) => ok(room.alerts.preview(rule)) },
};
