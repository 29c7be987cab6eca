// The least a window can be: what start.desktop compares to.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.argv.find((each) => each.startsWith('--data=')).slice(7));
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    backgroundColor: '#0e1116',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
process.on('SIGTERM', () => app.quit());
