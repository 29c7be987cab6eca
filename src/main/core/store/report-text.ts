import type { ShowStretch, StoreReport } from '#shared/model/store.ts';

/** The report as a text for people who find the quarantined files, in both languages. */
export function reportText(report: StoreReport): string {
  const { salvaged, lost, backup } = report;
  const lines = [
    `Cuedesk 场控台  ${time(report.reportTs)}`,
    '',
    `The files in this folder are the store as it was before it was replaced (${report.kind}).`,
    `本文件夹里是被替换之前的数据文件（${KINDS[report.kind]}）。`,
    '',
    backup === null
      ? 'Backup used: none. 使用的备份：无。'
      : `Backup used: ${backup.name}, ${time(backup.madeTs)}, ${backup.shows} shows, ${backup.events} events. 使用的备份：${backup.name}，${backup.shows} 场，${backup.events} 条。`,
  ];
  if (report.kind === 'recovered') {
    lines.push(
      `Saved from the damaged file: ${salvaged.events} events. 从损坏的文件里找回：${salvaged.events} 条。`,
      ...salvaged.shows.map(stretchLine),
      `Lost: ${lost.events ?? 'an unknown number of'} events, ${time(lost.fromTs)} to ${time(lost.toTs)}. 丢失：${lost.events ?? '条数不明'}，${time(lost.fromTs)} 到 ${time(lost.toTs)}。`,
      ...lost.shows.map(stretchLine),
    );
    if (lost.otherRows > 0) {
      lines.push(
        `Other pieces that cannot be read: ${lost.otherRows}. 另有 ${lost.otherRows} 处读不出来。`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

const KINDS = {
  restored: '恢复备份',
  imported: '导入数据',
  recovered: '自动修复',
  failed: '没有成功',
} as const satisfies Record<StoreReport['kind'], string>;

function stretchLine({ title, events, fromTs, toTs }: ShowStretch): string {
  return `  ${title}: ${events}, ${time(fromTs)} - ${time(toTs)}`;
}

function time(ts: number | null): string {
  return ts === null ? '?' : new Date(ts).toISOString();
}
