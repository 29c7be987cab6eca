/** Letters of other scripts that are taken for Latin ones, in pairs: what is written, what is meant. */
const LETTER_PAIRS =
  'аaвbеeзzиuкkмmнhоoпnрpсcтtуyхxіiјjѕsԁdԛqԝwɡgɑaαaβbεeιiκkνvοoρpτtυuχxωwηnѵvʋvᴠvѡwօoսuոnցgհhɩiıiłløođdħhŋn∨v√v✓v✔v乂x〤x';
/** Characters that are drawn for others, in pairs; those that mean something by themselves are not here. */
const HAN_PAIRS = '蕞最価价囯国菿到貭质挙举沒没掙挣衤衣';
/** One and the same number, however it is written. */
const NUMERALS = [
  '〇零',
  '一壹弌',
  '二贰貳弍',
  '三叁參弎',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];
/** Numbers in brackets, which Unicode takes apart into brackets and number. */
const BRACKETED = '⑴⑵⑶⑷⑸⑹⑺⑻⑼';

/** What is written → what it is taken for; single UTF-16 units. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairsOf(LETTER_PAIRS),
  ...pairsOf(HAN_PAIRS),
  ...NUMERALS.flatMap((same, digit) => [...same].map((each) => [each, String(digit)] as const)),
  ...Array.from(BRACKETED).map((each, index) => [each, String(index + 1)] as const),
]);

/** Digits and signs that stand for letters inside a word, and letters for digits: `m1racle`, `1OO%`. */
export const DIGIT_LETTERS: readonly ReadonlyMap<string, string>[] = [
  '0o3e4a5s7t@a$s1i',
  '0o3e4a5s7t@a$s1l',
  'o0l1i1s5',
].map((pairs) => new Map(pairsOf(pairs)));

/**
 * Characters that are written for others of the same sound to hide a phrase, each row led by what is
 * meant. They count in a phrase of three characters at least, beside others that are as they should be.
 */
const SAME_SOUND = [
  '微薇威徽溦葳嶶巍唯维',
  '信芯新辛心鑫馨忄❤♥♡',
  '加佳家伽嘉咖',
  '最醉嘬罪',
  '低底滴',
  '价介架',
  '第弟递',
  '全荃拳诠',
  '网往枉',
  '号豪浩',
  '转赚专',
  '群裙',
  '粉纷',
  '扣抠',
];

/** What is written for another and what that is. */
export const SOUND_PAIRS: readonly (readonly [string, string])[] = SAME_SOUND.flatMap((row) => {
  const [meant = '', ...written] = [...row];
  return written.map((each) => [each, meant] as const);
});

/** For what is meant: everything that is written for it. */
export const SOUND_ALIKES: ReadonlyMap<number, ReadonlySet<number>> = new Map(
  SAME_SOUND.map((row) => {
    const [meant = '', ...written] = [...row];
    return [meant.charCodeAt(0), new Set(written.map((each) => each.charCodeAt(0)))] as const;
  }),
);

function pairsOf(text: string): readonly (readonly [string, string])[] {
  const characters = [...text];
  return characters.flatMap((written, at) =>
    at % 2 === 0 ? [[written, characters[at + 1] ?? written] as const] : [],
  );
}
