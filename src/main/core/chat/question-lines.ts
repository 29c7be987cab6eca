import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import { QuestionId } from '#shared/model/ids.ts';
import { QUESTION_LINES_NAMED, type Question } from '#shared/model/question.ts';

/** How facts of the log name a question: chat lines that ask it. */
export type AskedLines = {
  readonly questionId: QuestionId;
  readonly lineSeqs: number[];
};

export function linesOf({ id, firstSeq, lastSeq }: Question): AskedLines {
  const lineSeqs = [...new Set<number>([id, firstSeq, lastSeq])].slice(0, QUESTION_LINES_NAMED);
  return { questionId: id, lineSeqs };
}

/** Of one message alone. */
export function lineOf(seq: number): AskedLines {
  return { questionId: QuestionId.parse(seq), lineSeqs: [seq] };
}

/** A viewer's words as they fit a cue. */
export function cutToCue(text: string): string {
  const characters = [...text];
  let cut = text;
  while (cut.length > CUE_TEXT_MAX) {
    characters.pop();
    cut = `${characters.join('')}…`;
  }
  return cut;
}
