import type { thanksCommands } from '#shared/contract/thanks-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about thanks that are due. */
export const thanksHandlers: { readonly [N in keyof typeof thanksCommands]: Handler<N> } = {
  'thanks.send': {
    mode: 'write',
    run: ({ room, identity }, { thanksId, language }) =>
      room.cues.thanks.send(thanksId, language === 'en' ? 'en' : 'zh', identity.screenId),
  },
  'thanks.drop': {
    mode: 'write',
    run: ({ room, identity }, { thanksId }) => room.cues.thanks.drop(thanksId, identity.screenId),
  },
};
