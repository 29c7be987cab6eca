import { ok } from '#shared/contract/app-error.ts';
import type { inboundCommands } from '#shared/contract/inbound-commands.ts';
import type { CommandContext } from './command-context.ts';
import type { Handler } from './handler.ts';

/**
 * Handlers of the commands about the endpoint of bridges. They read as far as the table goes: what a
 * write answers is kept with its command, and a token is kept nowhere.
 */
export const inboundHandlers: { readonly [N in keyof typeof inboundCommands]: Handler<N> } = {
  'inbound.makeToken': {
    mode: 'read',
    async run(context, { name, ...setUp }) {
      const opened = await context.screens.openForBridges(true);
      if (!opened.ok) return opened;
      const made = await context.inbound.makeToken(context.room.roomId, name, setUp);
      await settle(context);
      return made;
    },
  },
  'inbound.setUp': {
    mode: 'read',
    run: ({ inbound, room }, setUp) => inbound.setUp(room.roomId, setUp),
  },
  'inbound.close': {
    mode: 'read',
    async run(context) {
      const closed = await context.inbound.withdraw(context.room.roomId);
      await settle(context);
      return closed.ok ? ok({}) : closed;
    },
  },
};

/** The address that nobody needs any more is closed. */
async function settle({ screens, inbound }: CommandContext): Promise<void> {
  if (!inbound.isOn()) await screens.openForBridges(false);
}
