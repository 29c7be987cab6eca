import { ok } from '#shared/contract/app-error.ts';
import type { stageCommands } from '#shared/contract/stage-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about the anchor and their screens. */
export const stageHandlers: { readonly [N in keyof typeof stageCommands]: Handler<N> } = {
  'help.ask': {
    mode: 'write',
    run: ({ room, identity }, { reason }) => room.stage.askForHelp(reason, identity.screenId),
  },
  'help.answer': {
    mode: 'write',
    run: ({ room, identity }, { seq }) => room.stage.answerHelp(seq, identity.screenId),
  },
  'cue.flash': {
    mode: 'write',
    run: ({ room, identity }, { cueId }) => room.stage.flash(cueId, identity.screenId),
  },
  'stage.sight': {
    mode: 'read',
    run: ({ room, identity }, sight) => room.stage.see(sight, identity.screenId),
  },
  'prompter.run': { mode: 'read', run: ({ room }, { isRunning }) => room.stage.run(isRunning) },
  'prompter.pace': {
    mode: 'read',
    run: ({ room, settings }, { pace }) => {
      room.stage.setPace(pace);
      // A settings file that cannot be written says so on the desk; the pace holds until then.
      settings.change({ prompterPace: pace });
      return ok({});
    },
  },
  'prompter.move': { mode: 'read', run: ({ room }, input) => room.stage.move(input) },
  'prompter.priceSaid': {
    mode: 'write',
    run: ({ room, identity }, { documentKey }) =>
      room.stage.priceSaid(documentKey, identity.screenId),
  },
  'mood.note': {
    mode: 'write',
    run: ({ room, identity }, { mood }) => room.stage.noteMood(mood, identity.screenId),
  },
  'rest.begin': {
    mode: 'write',
    run: ({ room, identity }) => room.stage.beginRest(identity.screenId),
  },
  'rest.end': {
    mode: 'write',
    run: ({ room, identity }) => room.stage.endRest(identity.screenId),
  },
};
