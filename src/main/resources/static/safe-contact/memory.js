/* What this tab, or every tab, remembers. A browser that keeps nothing still has to show 999 and the way out. */
function recallFrom(store, key) {
  try {
    return store().getItem(key);
  } catch {
    return null;
  }
}

function rememberIn(store, key, value) {
  try {
    if (value) {
      store().setItem(key, value);
    } else {
      store().removeItem(key);
    }
  } catch {
    // then it is not remembered
  }
}

const tab = () => sessionStorage;
const everyTab = () => localStorage;

/** What this tab remembers while it is open; null or nothing where it does not. */
export const recall = (key) => recallFrom(tab, key);

/** @param value nothing to forget it */
export const remember = (key, value = '') => rememberIn(tab, key, value);

/** What every tab of this browser remembers, closed or not: never a word of a case. */
export const recallEverywhere = (key) => recallFrom(everyTab, key);

/** @param value nothing to forget it */
export const rememberEverywhere = (key, value = '') => rememberIn(everyTab, key, value);
