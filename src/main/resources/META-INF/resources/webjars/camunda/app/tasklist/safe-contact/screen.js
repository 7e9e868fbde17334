/* What is open on Tasklist's screen, and word of every change of it. Looks once for all who want to know. */
import { patience, token } from '../../../../safe-contact/api.js';

const query = () => new URLSearchParams(location.hash.split('?')[1] ?? '');

/** The to-do that is open on the screen, by the engine's id; null when none is. */
export const openTask = () => query().get('task');

/** The list that is chosen, by the engine's id; null before Tasklist has chosen one. */
export const openList = () => query().get('filter');

function addressOf(taskId) {
  const next = query();
  next.delete('detailsTab');
  if (taskId) {
    next.set('task', taskId);
  } else {
    next.delete('task');
  }
  return `#/?${next}`;
}

/** Goes to a to-do, keeping the chosen list. */
export function goTo(taskId) {
  location.hash = addressOf(taskId);
}

/** The list in the place of the open to-do, so that stepping back does not lead to it again. */
export const forgetOpenTask = () => location.replace(addressOf(null));

/** Another to-do, and one just taken, begins with its form: Tasklist goes on with the tab that was chosen last, which stands in the address. */
export function beginWithItsForm() {
  if (query().has('detailsTab')) {
    location.replace(addressOf(openTask()));
  }
}

/** The open to-do as it is for whoever opens it now: Tasklist asks for its form only once. */
export async function openAnew(taskId) {
  forgetOpenTask();
  // Before the form is gone, Tasklist would take it for the same to-do and change nothing.
  for (let waits = 0; waits === 0 || (waits < 50 && document.querySelector('.task-card')); waits += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!openTask()) {
    goTo(taskId);
  }
}

/** Where the engine answers. */
export function engine(path) {
  const api = document.querySelector('base').getAttribute('engine-api');
  return `${api}engine/${location.pathname.match(/\/tasklist\/([^/]+)/)?.[1] ?? 'default'}/${path}`;
}

/** Asks the engine something, as Tasklist itself does; with a body where Tasklist sends one. */
export async function askEngine(path, body, kind = 'application/json') {
  const answer = await fetch(engine(path), {
    signal: AbortSignal.timeout(patience),
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { Accept: kind, ...(body && { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() }) },
  });
  return answer.ok ? answer.json() : Promise.reject(new Error('The engine does not say'));
}

const lookers = new Set();
new MutationObserver(() => lookers.forEach((look) => look())).observe(document.body, { childList: true, subtree: true });

/** Tells whenever something on the screen changed; once at the start too. */
export function whenScreenChanges(look) {
  lookers.add(look);
  look();
}

/**
 * Tells whenever another to-do is opened or the open one is left; once at the start too. Never by popstate: it comes in the middle of Tasklist's
 * own writing of the address, and whoever wrote another there would have it undone.
 */
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
  whenScreenChanges(look);
}

/** Tells whenever somebody has logged in on this screen, and when nobody is any more: without a new page. Once at the start too. */
export function whenSomebodyComes(listener) {
  let there;
  whenScreenChanges(() => {
    const now = Boolean(document.querySelector('[cam-widget-header] .account'));
    if (now !== there) {
      there = now;
      listener(now);
    }
  });
}

/** Back to the list; what stands in its place goes away. */
export function toList() {
  window.dispatchEvent(new Event('sc:to-list'));
  goTo(null);
}

/** Asks Tasklist to look again at lists and the open to-do. */
export function refresh(scope) {
  scope.$root.$broadcast('refresh');
  scope.$root.$evalAsync(() => {});
}

/** The same, and the open to-do itself, which Tasklist keeps as it was until then: somebody else may have it now. */
export function lookAgain(scope) {
  scope.$root.$broadcast('$routeChanged');
  refresh(scope);
}
