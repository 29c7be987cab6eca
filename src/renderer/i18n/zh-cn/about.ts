/** 关于：版本和许可。 */
export const aboutZhCn = {
  'about.open': '关于场控台：版本和许可',
  'about.openShort': '场控台 {version} · 关于',
  'about.title': '关于场控台',
  'about.product': '场控台 Cuedesk',
  'about.version': '版本',
  'about.host': '运行方式',
  'about.host.app': '桌面应用',
  'about.host.browser': '浏览器',
  'about.promise': '数据只在本机，不用账号，不上传。',
  'about.licences': '许可',
  'about.own': '场控台 · MIT',
  'about.inside': '里面用到的 {count} 个开源软件，点开看许可全文：',
  'about.runtime':
    'Electron 和 Chromium 的许可在程序文件夹里：LICENSE.electron.txt 和 LICENSES.chromium.html；以上全部也在 resources 里的 THIRD-PARTY-NOTICES.txt。',
  'about.licencesFailed': '许可列表读不出来（{reason}）。重新打开场控台，或查看源码里的 LICENSE。',
} as const;
