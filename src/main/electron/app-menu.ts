import { app, Menu, type MenuItemConstructorOptions } from 'electron';

const chinese = { edit: '编辑', view: '视图', quit: '退出场控台' } as const;
const english: Record<keyof typeof chinese, string> = {
  edit: 'Edit',
  view: 'View',
  quit: 'Quit Cuedesk',
};

/** Before the app is ready: Electron would build a menu of its own first, which nobody would see. */
export function leaveOutFirstMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Only what keys need to work (copy, paste, quit); the desk has its own commands, text size among them. */
export function setAppMenu(): void {
  const words = app.getLocale().startsWith('zh') ? chinese : english;
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  const first: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ label: app.name, submenu: [{ role: 'hide' }, { role: 'hideOthers' }, quit] }]
      : [{ label: 'Cuedesk', submenu: [quit] }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...first,
      {
        label: words.edit,
        // No undo here: Ctrl+Z is the desk's undo of a push, and text fields have their own.
        submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
      },
      {
        label: words.view,
        submenu: [{ role: 'togglefullscreen' }],
      },
    ]),
  );
}
