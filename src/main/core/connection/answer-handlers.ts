import { ok } from '#shared/contract/app-error.ts';
import type { answerCommands } from '#shared/contract/answer-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about approved answers. */
export const answerHandlers: { readonly [N in keyof typeof answerCommands]: Handler<N> } = {
  'answer.put': { mode: 'write', run: ({ room }, input) => room.cues.answers.put(input) },
  'answer.remove': { mode: 'write', run: ({ room }, input) => room.cues.answers.remove(input) },
  'answer.past': {
    mode: 'read',
    run: ({ room }, { questionId }) => {
      const words = room.questions.words(questionId);
      return words.ok ? ok({ answers: room.cues.answers.past(words.value) }) : words;
    },
  },
};
