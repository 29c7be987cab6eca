import { ASKED_QUESTIONS_SHOWN, type AskedQuestion } from '#shared/model/stage.ts';
import { ApprovedAnswers } from '#shared/rules/answers/approved-answers.ts';
import {
  prompterDocument,
  type PrompterDocument,
  scriptNow,
} from '#shared/rules/prompter/prompter-document.ts';
import type { RoomDeps } from '../room/room-deps.ts';
import type { Room } from '../room/room.ts';
import { StageService } from './stage.service.ts';

/** The anchor's side of a room, out of its other services. */
export function roomStage(room: Room, { settings }: RoomDeps): StageService {
  return new StageService(room, {
    document: () => documentNow(room),
    currentCue: () => room.cues.slice().current?.id ?? null,
    questions: () => askedNow(room),
    pace: () => settings().prompterPace,
  });
}

function documentNow(room: Room): PrompterDocument {
  const onShelf = room.pushes.onShelf();
  const item = (onShelf === null ? undefined : room.catalogue.byId(onShelf)) ?? null;
  return prompterDocument(item, scriptNow(room.blocks.now(), item));
}

function askedNow(room: Room): readonly AskedQuestion[] {
  const owed = room.questions.slice().open.filter(({ isDebt }) => isDebt);
  if (owed.length === 0) return [];
  const approved = new ApprovedAnswers(room.cues.answers.slice().answers);
  return owed.slice(0, ASKED_QUESTIONS_SHOWN).map(({ id, text, people }) => {
    const answer = approved.find(text)?.answer ?? '';
    return { id, text, people, answer: answer === '' ? null : answer };
  });
}
