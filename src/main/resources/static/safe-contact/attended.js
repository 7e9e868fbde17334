/*
 * A screen that nobody touches is not left open. A while before its login ends it is covered and asks: one tap and it goes on. Only hands
 * count: what a screen asks by itself keeps nobody logged in.
 */
import { read, send } from './api.js';
import { make, ring, withRings } from './build.js';
import { isUnkept } from './keeping.js';
import { leaveButton, loadAnew } from './leave.js';
import { recall, remember } from './memory.js';

/** The server hears of hands no more often than that. */
const atMostEvery = 20000;
/** As often, at least, a screen looks how long it stays open: another one may have been touched. */
const looksEvery = 30000;
/** Said on the login page that follows; nothing of what was open. */
const ended = 'sc-ended';

let isSomebody = () => false;
let wasSomebody = false;
/** Whether the server has said on this page that somebody is there: Camunda draws a name before it knows, and draws the login page by itself. */
let heard = false;
let dutyTelephone = Promise.resolve('');
let told = -Infinity;
let telling = false;
let timer = null;
let asking = null;
let ending = false;

function stopAsking() {
  asking?.remove();
  asking = null;
}

/** Covers what is open; whoever is in danger and whoever has to leave quickly still finds the way. */
export function cover(title, ...words) {
  const duty = make('p', {});
  const covering = make(
    'dialog',
    { class: 'sc-attended', 'aria-labelledby': 'sc-attended' },
    make('h2', { id: 'sc-attended' }, title),
    ...words,
    make('p', {}, 'Somebody is in danger: ', ring('999')),
    duty,
    leaveButton(),
  );
  dutyTelephone.then((number) => number && duty.append('Duty, day and night: ', ring(number)));
  covering.addEventListener('cancel', (event) => event.preventDefault()); // it goes once the server knows
  covering.addEventListener('close', () => covering.isConnected && covering.showModal()); // a second Escape is not asked
  document.body.append(covering);
  covering.showModal();
  return covering;
}

function inWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  const long = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return minutes === 0 ? 'in less than a minute' : `in ${long}`;
}

function ask(endsIn) {
  asking ??= cover(
    'Are you still there?',
    make('p', { class: 'sc-attended-said', role: 'status' }),
    make('p', {}, isUnkept() ? 'What you wrote last is not kept yet: it stands on this page alone.' : 'What you wrote is kept.'),
    make('button', { type: 'button', class: 'sc-attended-stay btn btn-primary', autofocus: true }, "I'm still here"),
  );
  const said = asking.querySelector('.sc-attended-said');
  const words = `Nobody has touched this screen for a while. So that nobody else reads it, your login ends ${inWords(endsIn)}.`;
  if (said.textContent !== words) {
    said.textContent = words;
  }
}

function plan({ endsIn, asksIn }) {
  heard = true;
  remember(ended);
  clearTimeout(timer);
  if (asksIn > 0) {
    stopAsking();
  } else {
    ask(endsIn);
  }
  timer = setTimeout(look, Math.min((asksIn > 0 ? asksIn : endsIn) * 1000 + 500, asksIn > 0 ? looksEvery : 5000));
}

async function over() {
  if (ending) {
    return;
  }
  ending = true;
  const lastWords = [];
  window.dispatchEvent(new CustomEvent('sc:leaving', { detail: { waitFor: (kept) => lastWords.push(kept) } }));
  await Promise.allSettled(lastWords);
  stopAsking();
  remember(ended, 'yes');
  // Tasklist has a way of its own to the login page, on which even what could not be kept stays for its writer; so has a page of ours.
  if (window.dispatchEvent(new Event('sc:unattended', { cancelable: true }))) {
    // Asked for anew, and never sent once more; with what stands after the # the browser would stay where it is.
    loadAnew(() => location.replace(location.pathname + location.search));
  }
}

function notHeard({ status, message }) {
  if (status === 403) {
    window.dispatchEvent(new Event('sc:refused-here')); // a page of ours has the token of a login before
  }
  if (status === 401) {
    if (heard) {
      over();
    }
    return;
  }
  asking?.querySelector('.sc-attended-said').replaceChildren(...withRings(message ?? ''));
  clearTimeout(timer);
  timer = setTimeout(look, looksEvery);
}

async function look() {
  if (isSomebody()) {
    await read('here').then(plan, notHeard);
  } else {
    stopAsking();
  }
}

/** While it asks, a finger that has been lifted: what stands beneath must not be pressed with it. */
const counts = ({ isTrusted, type }) => isTrusted && (asking ? type === 'click' || type === 'keyup' : true);

async function touched(event) {
  if (!counts(event) || telling || !isSomebody() || event.target.closest?.('.sc-leave')) {
    return;
  }
  if (!asking && performance.now() - told < atMostEvery) {
    return;
  }
  telling = true;
  told = performance.now();
  await send('here').then(plan, notHeard);
  telling = false;
}

['pointerdown', 'keydown', 'keyup', 'click', 'wheel', 'touchmove', 'input'].forEach((hands) =>
  window.addEventListener(hands, touched, { capture: true, passive: true }),
);
['focus', 'pageshow'].forEach((back) => window.addEventListener(back, look));
document.addEventListener('visibilitychange', () => !document.hidden && look());

/** Somebody may just have logged in, or out. */
export function lookWhoIsThere() {
  const now = isSomebody();
  if (now === wasSomebody) {
    return;
  }
  wasSomebody = now;
  // Camunda's own request heard of the end first and drew the login page; while it asks, nobody can log out by hand.
  if (!now && asking) {
    over();
  }
  heard = false;
  if (now) {
    ending = false;
  }
  look();
}

/**
 * @param is whether somebody is logged in on this screen
 * @param duty a promise of duty's number
 */
export function attend(is, duty) {
  isSomebody = is;
  dutyTelephone = duty;
  lookWhoIsThere();
}

/** Who was here has logged in again, beside this screen. */
export function goOn() {
  ending = false;
  look();
}

/** It did not end with everything kept: the login page does not say so. */
export const forgetTheEnd = () => remember(ended);

/** Whether a login ended on this screen while something was open. */
export const hasEnded = () => Boolean(recall(ended));
