import type { answersZhCn } from '../zh-cn/answers.ts';

export const answersEn: Record<keyof typeof answersZhCn, string> = {
  'answers.approved': 'Answer',
  'answers.none': 'No approved answer yet',
  'answers.ofRoom': 'for every product',
  'answers.ofProduct': 'link {number}',
  'answers.ofNamed': 'Link {number} {name}',
  'answers.of': 'Holds for',
  'answers.write': 'Write answer',
  'answers.edit': 'Change answer',
  'answers.undo': 'Undo',
  'answers.text': 'Answer',
  'answers.past': 'Said before:',
  'answers.approve': 'Approve',
  'answers.remove': 'Take back',
  'answers.confirmRemove': 'Click again to take back',
  'answers.offered': 'approved answer',
  'answers.onScreen': 'Answer: {answer}',
};
