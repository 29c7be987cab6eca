import type { rotationZhCn } from '../zh-cn/rotation.ts';

export const rotationEn: Record<keyof typeof rotationZhCn, string> = {
  'rotation.title': 'Rotation',
  'rotation.open': 'Rotate products…',
  'rotation.text':
    'Pins by itself at an interval. Pinning, undoing or taking down by hand pauses it; giveaways, questions and the close hold it; a product that a guard stops is left out.',
  'rotation.numbers': 'Link numbers',
  'rotation.numbersHint': 'Such as 1,4,7x2: link 7 twice',
  'rotation.minutes': 'Interval (minutes)',
  'rotation.endless': 'Begin anew at the end',
  'rotation.start': 'Start rotation',
  'rotation.startAnew': 'Start anew',
  'rotation.next': 'Next: {product}',
  'rotation.in': 'in {time}',
  'rotation.paused': 'paused',
  'rotation.held.block': 'waits for this block',
  'rotation.held.armed': 'waits for what is armed',
  'rotation.held.show': 'the show is paused',
  'rotation.pause': 'Pause',
  'rotation.resume': 'Go on',
  'rotation.end': 'End',
  'rotation.skipped': 'Link {number} left out: {reason}',
  'rotation.fault.numbers': 'Link numbers such as 1,4,7x2, each once',
  'rotation.fault.unknown': 'There is no link {number} on the shelf',
  'rotation.fault.minutes': '0.25 to 60 minutes',
};
