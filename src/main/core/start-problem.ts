import type { AppError } from '#shared/contract/app-error.ts';
import { visibleControls } from '#shared/lib/visible-controls.ts';

/** Why the host did not start and what to do about it, one sentence in each language, fit for a terminal. */
export function describeStartProblem(error: AppError): string {
  const text = (name: string): string => visibleControls(String(error.params[name] ?? ''));
  switch (error.code) {
    case 'bad_request':
      return (
        `${text('option')} cannot be "${text('value')}". ` +
        `${text('option')} 的值“${text('value')}”无效。`
      );
    case 'address_unavailable':
      return (
        `Port ${text('port')} on ${text('address')} is taken (${text('reason')}): close the other program or choose another with --port. ` +
        `${text('address')} 的端口 ${text('port')} 已被占用（${text('reason')}）：请关闭占用它的程序，或用 --port 换一个端口。`
      );
    case 'store_in_use':
      return (
        `Another Cuedesk is using the data folder ${text('folder')}: close it, or choose another folder with --data. ` +
        `另一个场控台正在使用数据文件夹 ${text('folder')}：请先关闭它，或用 --data 另选文件夹。`
      );
    case 'store_newer':
      return (
        'The store was written by a newer Cuedesk: update Cuedesk, or choose another folder with --data. ' +
        '数据由更新版本的场控台写入：请更新场控台，或用 --data 另选文件夹。'
      );
    case 'store_unwritable':
      return (
        `The data folder ${text('folder')} cannot be written (${text('reason')}): check its permissions, or choose another with --data. ` +
        `数据文件夹 ${text('folder')} 无法写入（${text('reason')}）：请检查权限，或用 --data 另选文件夹。`
      );
    case 'store_full':
      return 'The disk is full: free some space and start again. 磁盘已满：请腾出空间后重新启动。';
    default:
      return `Cuedesk could not start (${error.code}); "npm run -s cuedesk -- doctor" says more. 场控台无法启动（${error.code}）；运行 npm run -s cuedesk -- doctor 查看原因。`;
  }
}
