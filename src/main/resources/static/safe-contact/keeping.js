/* When what is typed goes to the server: a moment after the last key, never long after the first, and before one leaves. */
const pause = 2000;
const longest = 6000;

/** What is different between two sets of answers by key; null stands for what is gone. */
export const changes = (before, now) =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(now[key] ?? null))
      .map((key) => [key, now[key] ?? null]),
  );

/** @param keep sends what waits; gives back a promise of its end */
export function keeper(keep) {
  let timer = null;
  let since = null;
  const now = () => {
    clearTimeout(timer);
    since = null;
    return keep();
  };
  document.addEventListener('visibilitychange', () => document.hidden && now());
  window.addEventListener('pagehide', now);
  window.addEventListener('sc:leaving', ({ detail }) => detail.waitFor(now()));
  return {
    now,
    soon() {
      since ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(now, Math.max(0, Math.min(pause, since + longest - Date.now())));
    },
    again(after) {
      clearTimeout(timer);
      timer = setTimeout(now, after);
    },
  };
}
