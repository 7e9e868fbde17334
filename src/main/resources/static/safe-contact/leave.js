/*
 * Leave quickly: one tap, or Escape three times, and the screen shows something harmless. The login ends, and stepping
 * back does not show what was open. Every other tab of the product goes with it. What was typed is kept on the server.
 */
import { ours, token } from './api.js';
import { make } from './build.js';
import { recall, recallEverywhere, remember, rememberEverywhere } from './memory.js';

const harmless = 'https://www.bbc.co.uk/weather';
const within = 1500;
/** For the last words, whose login is needed until they have arrived. */
const lastWordsWithin = 3000;
const patience = 700;
/** On a line that hangs nobody looks at an empty screen for longer. */
const longestWait = 10000;
/** A step back that the browser does not take. */
const longestStep = 1500;
const began = 'sc-began';
const left = 'sc-left';
/** Between the tap and the harmless page. */
const onTheWay = 'sc-leaving';
/** The login that could not be ended, because nobody answered or it was refused: no page of the product shows anything before it has. */
const stillLoggedIn = 'sc-end-login';

/** Every tab of the product; none where the browser knows nothing of the others. */
function tabs() {
  try {
    return new BroadcastChannel('sc-leave');
  } catch {
    return null;
  }
}

const otherTabs = tabs();
let leaving = false;

const moment = (long) => new Promise((resolve) => setTimeout(resolve, long));

// Where in this tab's history the product begins: a number, nothing of what was open.
remember(began, recall(began) ?? String(history.length));

function hide() {
  document.documentElement.style.visibility = 'hidden';
  document.title = 'Weather';
}

function away() {
  remember(onTheWay);
  // Takes away what could be stepped forward to.
  history.pushState(null, '', location.href);
  location.replace(harmless);
}

/** How far back the product begins; an older browser says only how long the history is, which is too much for whoever stepped back before. */
function steps() {
  return window.navigation?.currentEntry?.index ?? history.length - Number(recall(began) ?? history.length);
}

/** To the first page of the product in this tab, so that nothing of it stays to be stepped forward to, and then away. */
function toTheBeginningAndAway() {
  const back = steps();
  if (back > 0) {
    const late = setTimeout(away, longestStep);
    window.addEventListener('popstate', () => (clearTimeout(late), away()), { once: true });
    history.go(-back);
  } else {
    away();
  }
}

/** Gives back whether the login is over: it was ended, or nobody is logged in. Whatever else is answered, it may go on. */
async function endLogin() {
  const logout = new URL('../camunda/api/admin/auth/user/default/logout', ours('.'));
  const isOver = await fetch(logout, { method: 'POST', keepalive: true, headers: { 'X-XSRF-TOKEN': token() }, signal: AbortSignal.timeout(longestWait) }).then(
    ({ ok, status }) => ok || status === 401,
    () => false,
  );
  if (isOver) {
    rememberEverywhere(stillLoggedIn);
  }
  return isOver;
}

/** Loads this page anew, by itself; never once somebody is leaving, whose way out the browser would drop for it. */
export function loadAnew(load = () => location.reload()) {
  if (!leaving) {
    load();
  }
}

async function go() {
  leaving = true;
  hide();
  remember(left, 'yes');
  remember(onTheWay, 'yes');
  const lastWords = [];
  window.dispatchEvent(new CustomEvent('sc:leaving', { detail: { waitFor: (kept) => lastWords.push(kept) } }));
  await Promise.race([Promise.allSettled(lastWords), moment(lastWordsWithin)]);
  rememberEverywhere(stillLoggedIn, 'yes');
  // The screen is empty already. Without a network all of it fails at once.
  await Promise.race([endLogin(), moment(patience)]);
  toTheBeginningAndAway();
}

export function leave() {
  otherTabs?.postMessage('leave');
  go();
}

otherTabs?.addEventListener('message', go);

const steppedBack = Boolean(recall(left)) && performance.getEntriesByType('navigation')[0]?.type === 'back_forward';

/** A page that is stepped back to after leaving: by whoever tries, or on the way to the beginning. */
function awayAgain() {
  hide();
  if (recall(onTheWay)) {
    away();
  } else {
    location.replace(harmless);
  }
}

function stayAway() {
  if (steppedBack) {
    awayAgain();
  } else {
    remember(left);
  }
}

/** Whoever left without a network and comes back in another tab logs in again, as everybody who left does. */
async function endWhatWasLeft() {
  if (recallEverywhere(stillLoggedIn)) {
    hide();
    // Reloaded, a page that was stepped back to would know nothing of that any more, and show itself.
    if ((await endLogin()) && !steppedBack) {
      location.reload();
    } else {
      location.replace(harmless);
    }
  }
}

stayAway();
endWhatWasLeft();
window.addEventListener('pageshow', (event) => event.persisted && recall(left) && awayAgain());

/** The button of every screen. */
export const leaveButton = () =>
  make('button', { type: 'button', class: 'sc-leave', title: 'Or press Escape three times', onclick: leave }, 'Leave quickly');

let presses = [];
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') {
    return;
  }
  presses = [...presses.filter((at) => event.timeStamp - at < within), event.timeStamp];
  if (presses.length === 3) {
    leave();
  }
});
