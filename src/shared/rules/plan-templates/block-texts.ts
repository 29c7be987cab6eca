import type { BlockPlan } from '../../model/run-of-show.ts';
import type { Language } from '../../model/settings.ts';

type Both = Readonly<Record<Language, string>>;

/** What is said in a kind of block, where to involve the room, and what helps when it stalls. */
export type BlockTexts = {
  readonly role: BlockPlan['role'];
  readonly hook: Both;
  readonly look: Both;
  readonly callToAction: Both;
  readonly node: Both;
  readonly fallback: Both;
};

const both = (zh: string, en: string): Both => ({ 'zh-CN': zh, en });

/** Written so that they can be said as they stand; names and prices are the host's to put in. */
export const BLOCK_TEXTS = {
  warmup: {
    role: 'warmup',
    hook: both(
      '欢迎刚进来的朋友，今天这场从头到尾讲什么，我先用一分钟说清楚。',
      'Welcome in. One minute on what tonight is, so you know when to stay.',
    ),
    look: both(
      '桌上这几件先看一眼，后面一件一件讲。',
      'Have a look at the table: one by one later.',
    ),
    callToAction: both('想先看哪一件，把编号打在公屏上。', 'Type the number you want first.'),
    node: both('问：从哪里来、想看哪一件', 'Ask where people watch from, and what they want first'),
    fallback: both('人还少：先做一次试穿，边做边聊。', 'Few people yet: try one on and talk.'),
  },
  traffic: {
    role: 'traffic',
    hook: both(
      '这一件价格最轻松，适合第一次来的朋友。',
      'The easy one to start with, for first-timers.',
    ),
    look: both('拉一下面料，看正反两面，看走线。', 'Pull the fabric, both sides, then the seams.'),
    callToAction: both(
      '链接已经在购物袋，先看尺码表再拍。',
      'The link is in the bag. Check the size first.',
    ),
    node: both('报身高体重，主播给尺码', 'Type height and weight, the host says a size'),
    fallback: both(
      '点击少：换近景，重讲一个使用场景。',
      'Few clicks: close-up, and one use of it again.',
    ),
  },
  benefit: {
    role: 'benefit',
    hook: both('这一件是给守到现在的朋友的。', 'This one is for everyone who stayed.'),
    look: both('先看实物和数量，数量屏幕上有。', 'See the item and how many: it is on the screen.'),
    callToAction: both('倒数结束改价，到时间再拍。', 'The price opens when the count ends.'),
    node: both('倒数前讲清数量、时间和规则', 'Before the count: how many, when, and the rules'),
    fallback: both(
      '改价没到账：说明原因，给出新的时间。',
      'Price not through: say why, give a new time.',
    ),
  },
  hero: {
    role: 'hero',
    hook: both(
      '今天主讲这一件，先说它解决什么问题。',
      'The one of tonight. First: what it solves.',
    ),
    look: both('上身看正面、侧面、坐下的样子。', 'On: from the front, the side, and sitting.'),
    callToAction: both(
      '要的朋友按平时的码拍，拿不准问客服。',
      'Your usual size. Not sure? Ask us here.',
    ),
    node: both('把大家问得最多的一个问题当场答掉', 'Answer the question asked most, on the spot'),
    fallback: both('停留往下走：先放福利，再回来讲。', 'People leave: a benefit first, then back.'),
  },
  margin: {
    role: 'margin',
    hook: both(
      '预算多一点的朋友，看这一件的做工。',
      'With a little more to spend, look at the make.',
    ),
    look: both('对比两件：里衬、扣子、版型。', 'Two side by side: lining, buttons, cut.'),
    callToAction: both('和上一件一起拍，搭配在详情页。', 'Goes with the one before: see the page.'),
    node: both('让大家二选一', 'Let the room choose one of two'),
    fallback: both('没人问：回到搭配，用主推带它。', 'No questions: back to the outfit.'),
  },
  giveaway: {
    role: 'giveaway',
    hook: both('现在抽一轮，规则都在屏幕上。', 'A draw now. The rules are on the screen.'),
    look: both('奖品拿在手里给大家看。', 'Show the prize in your hand.'),
    callToAction: both(
      '名单公布后，中的朋友找客服登记。',
      'Winners: message us after the names are read.',
    ),
    node: both('宣布规则、时间、份数，再开始', 'Say the rules, the time and how many, then begin'),
    fallback: both(
      '系统没开出来：说明情况，改到下一段。',
      'The draw fails: say so, move it to the next block.',
    ),
  },
  questions: {
    role: 'questions',
    hook: both(
      '接下来集中答疑，问题打出来我一条条看。',
      'Questions now: type them, I go one by one.',
    ),
    look: both('边答边拿实物。', 'Hold the item while you answer.'),
    callToAction: both(
      '答完的商品链接还在，需要的自己看。',
      'The links are still there for what I answered.',
    ),
    node: both('按问的人数，从多到少答', 'The most asked first'),
    fallback: both('没人问：讲三个大家常问的。', 'No questions: take three that come up often.'),
  },
  close: {
    role: 'close',
    hook: both('还在犹豫的朋友，我把三个顾虑说完。', 'Still thinking? Three worries, one by one.'),
    look: both('再看一遍尺码、材质、售后。', 'Once more: size, fabric, returns.'),
    callToAction: both('想清楚再拍，拍完记得付款。', 'Decide, order, and do not forget to pay.'),
    node: both('分三轮：顾虑、权益、时间', 'Three rounds: worries, what you get, time'),
    fallback: both('转化低：不催，改做对比演示。', 'Few orders: no pressing, compare instead.'),
  },
  encore: {
    role: 'encore',
    hook: both('前面卖得好的，晚来的朋友再看一遍。', 'What went best, for those who came late.'),
    look: both('每件一分钟，只讲和别的不同在哪。', 'A minute each: only what sets it apart.'),
    callToAction: both('还有库存的都在购物袋里。', 'What is left is in the bag.'),
    node: both('让大家点单：想再看哪一件', 'Requests: which one again?'),
    fallback: both('没有点单：按订单多少从前往后讲。', 'No requests: by orders, most first.'),
  },
  preview: {
    role: 'preview',
    hook: both('下一场什么时间、讲什么，先告诉大家。', 'When the next show is, and what is in it.'),
    look: both('拿一件下场的样品露个面。', 'One sample of the next show.'),
    callToAction: both('点关注，开播时会收到提醒。', 'Follow, and you hear when we start.'),
    node: both('收集大家想要的款式', 'Collect what people want next'),
    fallback: both('提前结束：把时间写在公屏。', 'Ending early: write the time in chat.'),
  },
  break: {
    role: 'break',
    hook: both('喝口水，两分钟就回来。', 'A sip of water, back in two minutes.'),
    look: both('画面放商品和下一段的时间。', 'On screen: the item, and when we go on.'),
    callToAction: both('有问题先打出来，回来就答。', 'Leave questions, I answer when I am back.'),
    node: both('场控在公屏接住问题', 'The operator takes questions in chat'),
    fallback: both('回来晚了：先道歉，再接着讲。', 'Back late: say sorry, go on.'),
  },
  play: {
    role: 'content',
    hook: both('这一局的目标先说好，聊天里投票。', 'The aim of this round, and you vote in chat.'),
    look: both('关键的地方放慢，说出在想什么。', 'At the turns: slow down, think aloud.'),
    callToAction: both(
      '喜欢就点个关注，不耽误看。',
      'If you like it, follow. No need to stop watching.',
    ),
    node: both('投票：下一步怎么走', 'A vote: what next'),
    fallback: both('卡关了：换一个玩法，或读留言。', 'Stuck: change the mode, or read chat.'),
  },
} as const satisfies Readonly<Record<string, BlockTexts>>;
export type BlockKind = keyof typeof BLOCK_TEXTS;
