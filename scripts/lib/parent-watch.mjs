const POLL_MS = 250;

/**
 * npm passes a signal on to the shell between us, which dies of it and tells us nothing. Losing that
 * shell is then the signal. Without npm there is no shell, and a parent may leave as it likes.
 */
export function stopWhenNpmIsGone() {
  if (process.platform === 'win32' || !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, POLL_MS);
  timer.unref();
}
