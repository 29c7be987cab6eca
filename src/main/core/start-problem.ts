import type { AppError } from '#shared/contract/app-error.ts';

/** The same in both languages; what has gone wrong, where, and what to do. */
export type Words = { readonly en: string; readonly zh: string };

const REASONS: readonly (readonly [RegExp, Words])[] = [
  [/^EROFS|^SQLITE_READONLY/, { en: 'its disk is read-only', zh: '所在磁盘是只读的' }],
  [
    /^EACCES|^EPERM|^SQLITE_PERM/,
    { en: 'this user may not write there', zh: '当前用户没有写入权限' },
  ],
  [/^ENOTDIR|^EEXIST/, { en: 'a file is in its place', zh: '这个位置上是一个文件' }],
  [/^ENOENT/, { en: 'it cannot be created', zh: '无法创建' }],
  [/^SQLITE_CANTOPEN|^EISDIR/, { en: 'a file in it cannot be opened', zh: '其中有文件打不开' }],
  [/^SQLITE_NOTADB/, { en: 'a file in it is not Cuedesk’s', zh: '其中有文件不是场控台的' }],
  [/^SQLITE_IOERR|^EIO/, { en: 'its disk reports errors', zh: '磁盘报告读写错误' }],
];

/** Why the host did not start and what to do about it, one sentence in each language. */
export function startProblem(error: AppError): Words {
  const text = (name: string): string => String(error.params[name] ?? '');
  switch (error.code) {
    case 'bad_request':
      return optionProblem(text('option'), text('value'));
    case 'address_unavailable':
      return addressProblem(text('address'), text('port'), text('reason'));
    case 'store_in_use':
      return inUse(text('folder'), text('pid'), text('url'));
    case 'store_newer':
      return {
        en: `The data was written by a newer Cuedesk (data version ${text('storeVersion')}, this program knows ${text('programVersion')}); nothing was changed. Update Cuedesk, or choose another folder with --data.`,
        zh: `数据由更新版本的场控台写入（数据版本 ${text('storeVersion')}，本程序到 ${text('programVersion')}），没有改动任何内容。请更新场控台，或用 --data 另选文件夹。`,
      };
    case 'store_unwritable':
      return unwritable(text('folder'), text('reason'));
    case 'store_on_network':
      return onNetwork(text('folder'), text('kind'));
    case 'store_full':
      return {
        en: `The disk of the data folder ${text('folder')} is full; what is stored is untouched. Free some space and start again.`,
        zh: `数据文件夹 ${text('folder')} 所在的磁盘已满，已有数据没有改动。请腾出空间后重新启动。`,
      };
    default:
      return {
        en: `Cuedesk could not start (${error.code}). "npm run -s cuedesk -- doctor" says more.`,
        zh: `场控台无法启动（${error.code}）。运行 npm run -s cuedesk -- doctor 查看原因。`,
      };
  }
}

/** For a terminal: both languages, each on a line of its own. */
export function describeStartProblem(error: AppError): string {
  const { en, zh } = startProblem(error);
  return `${en}\n${zh}`;
}

function onNetwork(folder: string, kind: string): Words {
  return {
    en: `The data folder ${folder} is on a network drive (${kind}), where the store would get damaged. Choose a folder of this machine with --data (or set CUEDESK_NETWORK_DATA=allow and take the risk).`,
    zh: `数据文件夹 ${folder} 在网络盘（${kind}）上，数据容易损坏。请用 --data 选本机的文件夹（或设置 CUEDESK_NETWORK_DATA=allow 自担风险）。`,
  };
}

function optionProblem(option: string, value: string): Words {
  const wants: Readonly<Record<string, Words>> = {
    '--port': { en: 'a number from 0 to 65535', zh: ' 0 到 65535 的数字' },
    '--data': { en: 'a folder', zh: '一个文件夹' },
  };
  const want = wants[option] ?? { en: 'another value', zh: '别的值' };
  return {
    en: `${option} wants ${want.en}, not "${value}".`,
    zh: `${option} 应为${want.zh}，不能是“${value}”。`,
  };
}

function addressProblem(address: string, port: string, reason: string): Words {
  switch (reason) {
    case 'EADDRINUSE':
      return {
        en: `Port ${port} on ${address} is taken by another program. Close it, or choose another port with --port.`,
        zh: `${address} 的端口 ${port} 已被另一个程序占用。请关闭它，或用 --port 换一个端口。`,
      };
    case 'EACCES':
      return {
        en: `Port ${port} on ${address} is reserved for the system. Choose one above 1023 with --port.`,
        zh: `${address} 的端口 ${port} 是系统保留的。请用 --port 换一个大于 1023 的端口。`,
      };
    default:
      return {
        en: `Port ${port} on ${address} cannot be opened (${reason}). Choose another with --port.`,
        zh: `${address} 的端口 ${port} 无法打开（${reason}）。请用 --port 换一个端口。`,
      };
  }
}

function inUse(folder: string, pid: string, url: string): Words {
  const who = {
    en: pid === '' ? '' : ` (process ${pid}${url === '' ? '' : `, ${url}`})`,
    zh: pid === '' ? '' : `（进程 ${pid}${url === '' ? '' : `，${url}`}）`,
  };
  return {
    en: `Another Cuedesk${who.en} is using the data folder ${folder}. Go on there, or close it and start again; another folder is chosen with --data.`,
    zh: `另一个场控台${who.zh}正在使用数据文件夹 ${folder}。请到那边继续，或关闭它后重新启动；也可用 --data 另选文件夹。`,
  };
}

function unwritable(folder: string, reason: string): Words {
  const why = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? { en: reason, zh: reason };
  return {
    en: `The data folder ${folder} cannot be written: ${why.en} (${reason}). Check it, or choose another with --data.`,
    zh: `数据文件夹 ${folder} 无法写入：${why.zh}（${reason}）。请检查它，或用 --data 另选文件夹。`,
  };
}
