import { TargetName } from '../../model/show-target.ts';
import { figureOfWord } from '../figures/figure-words.ts';
import { labelWord } from '../figures/figure-words.ts';
import type { FigureName } from '../../model/entered-figure.ts';

/** What plans and people call a figure, without blanks and brackets and in lower case. */
const WORDS: Readonly<Partial<Record<TargetName, string>>> = {
  viewersPeak: '最高在线 最高在线人数 在线峰值 峰值在线 峰值 peakviewers peak peakconcurrent',
  viewers: '在线人数 在线 viewersonline concurrentviewers online',
  viewersMean: '平均在线 平均在线人数 场均在线 meanviewers averageviewers avgviewers',
  entries5Min: '五分钟流速 5分钟流速 流速 进人/5分钟 进人5分钟 entries/5min entriesin5min inflow',
  chatPerMinute: '弹幕/分 每分钟弹幕 chat/min chatperminute',
  activeChatters: '活跃弹幕人数 activechatters',
  likesPerMinute: '点赞/分 每分钟点赞 likes/min likesperminute',
  paid: '业绩 营业额 成交 场gmv gmvpaid',
  ordersPaid: '订单 单量 单数 订单量 出单',
  follows: '加粉 关注',
  gifts: '礼物 礼物数 gifts',
  onAir: '开播时长 直播时长 计划时长 时长 timeonair showlength plannedlength length duration',
  impressionEnterRate: '曝光进入率 进入率 impressiontoenter enterrate',
  organicShare: '自然流量占比 自然占比 organicshare organic',
  retention: '5分钟留存率 retention5min',
  chatPerThousand: '弹幕密度 chatper1000 chatdensity',
  engagementRate: '互动率 engagementrate engagement',
  questionShare: '有效提问比 questionshare',
  luckyBagShare: '福袋参与率 luckybagshare',
  followRate: '转粉率 followrate followconversion',
  fanClubRate: '加团率 fanclubrate',
  unpaidRate: '未支付率 unpaidrate',
  gpm: 'gpm gpm千次观看成交 千次观看成交 千次观看成交额',
  averageOrder: '客单价 averageorder averageordervalue aov',
  buyerRate: '看播转化率 转化率 buyerrate viewtobuyer conversion conversionrate',
  revenuePerViewer: 'uv价值 revenueperviewer',
  refundRate: '退款率 refundrate',
  productImpressionRate: '商品曝光率 productimpressionrate',
  productCtr: '商品点击率 点击率 productctr ctr',
  ctor: '点击成交转化率 ctor clicktoorder',
  roi: '投产比 投产比roi roi roas',
  airtime: '讲解时长 airtime',
  pushDelay: '上架时延 pushdelay',
};

/** Figures that are entered by hand under the same name stand in these tiles. */
const OF_FIGURE: Readonly<Partial<Record<FigureName, TargetName>>> = {
  sales: 'paid',
  ordersPaid: 'ordersPaid',
  follows: 'follows',
  views: 'views',
  watchSeconds: 'averageWatch',
  retention5Min: 'retention',
};

const NAMES = new Map(
  TargetName.options.flatMap((name) =>
    [name.toLowerCase(), ...(WORDS[name]?.split(' ') ?? [])].map((word) => [word, name] as const),
  ),
);

/** The target a label stands for; null for one that is none. `目标` around a name changes nothing. */
export function targetOfWord(label: string): TargetName | null {
  const word = labelWord(label).replace(/^(?:目标|target)|(?:目标值?|target)$/g, '');
  const found = NAMES.get(word);
  if (found !== undefined) return found;
  const figure = figureOfWord(word);
  return figure === null ? null : (OF_FIGURE[figure] ?? null);
}
