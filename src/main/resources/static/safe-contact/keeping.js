/* When what is typed goes to the server: a moment after the last key, never long after the first, and before one leaves. */
const pause = 2000;
const longest = 6000;

/** Refused for how much it is: said as the server says it, and the same would not be taken a moment later. */
export const isTooMuch = ({ status }) => status === 400 || status === 413;
export const muchLater = 60000;

/** What is different between two sets of answers by key; null stands for what is gone. */
export const changes = (before, now) =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(now[key] ?? null))
      .map((key) => [key, now[key] ?? null]),
  );

/** Of every keeper, what the server does not have yet. */
const allThatWaits = [];

/** Whether something that was typed stands on this screen alone. */
export const isUnkept = () => allThatWaits.some(({ size }) => size > 0);

/**
 * @param waiting what the server does not have yet
 * @param keepAll sends all that waits; gives back a promise of its end
 */
export function keeper(waiting, keepAll) {
  allThatWaits.push(waiting);
  let timer = null;
  let since = null;
  let underWay = Promise.resolve();
  const begin = (send) => {
    clearTimeout(timer);
    since = null;
    underWay = send();
    return underWay;
  };
  // One after the other: an older text never comes after a newer one. Whoever leaves waits for nothing.
  const inTurn = () => begin(() => underWay.catch(() => {}).then(keepAll));
  const now = () => begin(() => Promise.allSettled([underWay, keepAll()]));
  document.addEventListener('visibilitychange', () => document.hidden && now());
  window.addEventListener('pagehide', now);
  window.addEventListener('sc:leaving', ({ detail }) => detail.waitFor(now()));
  return {
    now,
    /** The end of what was sent so far. */
    settled: () => underWay,
    soon() {
      since ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(inTurn, Math.max(0, Math.min(pause, since + longest - Date.now())));
    },
    again(after) {
      clearTimeout(timer);
      timer = setTimeout(inTurn, after);
    },
  };
}
