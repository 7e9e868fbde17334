/* What this tab remembers while it is open. A browser that keeps nothing still has to show 999 and the way out. */
export function recall(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param value nothing to forget it */
export function remember(key, value = '') {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // then it is not remembered
  }
}
