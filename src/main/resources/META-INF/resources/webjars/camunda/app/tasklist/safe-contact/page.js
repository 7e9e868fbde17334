/* Small helpers to build screens: text is always text, never markup. */

/** An element with attributes and children; strings become text. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick' || key === 'onsubmit') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A calm line that is read out by a screen reader. */
export const line = (text, kind = 'note') =>
  make('p', { class: `sc-line sc-${kind}`, role: kind === 'refused' ? 'alert' : 'status' }, text);

/** A link that rings a number. */
export const ring = (number) => make('a', { href: `tel:${number.replace(/[^+\d]/g, '')}` }, number);

const query = () => new URLSearchParams(location.hash.split('?')[1] ?? '');

/** The to-do that is open on the screen, by the engine's id; null when none is. */
export const openTask = () => query().get('task');

/** Goes to a to-do, keeping the chosen list. */
export function goTo(taskId) {
  const next = query();
  next.delete('detailsTab');
  if (taskId) {
    next.set('task', taskId);
  } else {
    next.delete('task');
  }
  location.hash = `#/?${next}`;
}

/** Tells whenever another to-do is opened or the open one is left; once at the start too. */
export function whenTaskChanges(listener) {
  let last;
  const look = () => {
    const now = openTask();
    if (now !== last) {
      last = now;
      listener(now);
    }
  };
  window.addEventListener('hashchange', look);
  window.addEventListener('popstate', look);
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
}

/** Asks Tasklist to look again at lists and the open to-do. */
export function refresh(scope) {
  scope.$root.$broadcast('refresh');
  scope.$root.$evalAsync(() => {});
}
