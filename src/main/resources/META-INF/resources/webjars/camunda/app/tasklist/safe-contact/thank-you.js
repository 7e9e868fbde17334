/*
 * After sending, instead of an empty page: for a report who has it, when they ring, what to do until then; it follows
 * by itself when somebody answers. For everything else that it arrived.
 */
import { ours, read } from '../../../../safe-contact/api.js';
import { make, ring, withRings } from '../../../../safe-contact/build.js';
import { known as house } from '../../../../safe-contact/house.js';
import { caseOf } from './case.js';
import { componentsOf } from './form.js';
import { isContact } from './contact.js';
import { hush } from './notifications.js';
import { forgetOpenTask, openTask, whenScreenChanges, whenTaskChanges } from './screen.js';
import { sayings } from './with-the-child.js';

const every = 15000;
/** As long as it is not said yet who has it. */
const soon = 3000;
/** One panel for as long as a thanks stands: new words in it are read out, and whoever is in it stays there. */
const panel = make('section', { class: 'sc-thanks', role: 'status', tabindex: '-1' });
let shown = null;
/** What was sent, for as long as its thanks stand. */
let thanked = null;
/** The report whose answer this screen waits for. */
let followed = null;
/** What is asked beneath the thanks, and about which case. */
let also = null;

const folded = (summary, words, open) => make('details', { class: 'sc-with-the-child', open }, make('summary', {}, summary), words);

/** One of what the report is about stands open, the others are a press away; where somebody is to be rung first, all of them. */
function withTheChild(all, ringFirst) {
  const open = Boolean(panel.querySelector('.sc-with-the-child')?.open);
  const [first, ...others] = all;
  const titled = (words) => [make('h3', {}, words.about), ...sayings(words)];
  if (!first || ringFirst) {
    return first ? [folded('What you could say to the child', all.flatMap(titled), open)] : [];
  }
  return [
    make('h3', {}, 'With the child'),
    ...sayings(first),
    ...(others.length ? [folded('More that you could say', others.flatMap(titled), open)] : []),
  ];
}

function write({ title, lines, dutyFirst, whom, telephone, reference, withTheChild: sayable = [] }) {
  const calm = whom === 'duty' ? 'Duty, day and night: ' : `If anything changes, ring ${whom}: `;
  // Said with their number below, it is not said twice.
  const twice = telephone && !dutyFirst ? calm.replace(': ', '.') : '';
  const rings = telephone
    ? make('p', { class: 'sc-thanks-duty' }, dutyFirst ? `Please ring ${whom} now: ` : calm, ring(telephone))
    : null;
  const words = [
    make('h2', {}, withRings(title)),
    dutyFirst ? rings : null,
    lines.filter((text) => text !== twice).map((text) => make('p', {}, withRings(text))),
    dutyFirst ? null : rings,
    make('p', { class: 'sc-thanks-danger' }, 'Somebody is in danger: ', ring('999')),
    withTheChild(sayable, dutyFirst),
    reference
      ? make(
          'p',
          { class: 'sc-thanks-reference' },
          `Reference ${reference} · `,
          make('a', { href: ours(`w?case=${encodeURIComponent(reference)}`), target: '_blank', rel: 'noopener' }, 'What I sent'),
        )
      : null,
  ];
  const within = panel.contains(document.activeElement);
  const question = also && also.reference === reference ? also.question : null;
  // Nobody is thrown out of what they are typing.
  [...panel.childNodes].filter((each) => each !== question).forEach((each) => each.remove());
  panel.prepend(...words.flat().filter(Boolean));
  if (question && question.parentElement !== panel) {
    panel.append(question);
  }
  if (within && !panel.contains(document.activeElement)) {
    panel.focus({ preventScroll: true });
  }
}

/** How many cases are open, in words; empty when none is, or before it is known. */
let openNow = '';

async function countOpen() {
  if (document.querySelector('.task-details .no-task')) {
    const { open, more } = await read('cases/open').catch(() => ({}));
    openNow = open ? `: ${open}${more ? '+' : ''} open now` : '';
    place();
  }
}

/** On a phone Tasklist's own stands behind two more presses. */
function logOut() {
  document.querySelector('.account .logout a')?.click();
}

/** Whoever wrote something can always read it, with nothing left to do as well. */
function wayToOwnWords(empty) {
  const cases = `My reports and open cases${openNow}`;
  const known = empty.parentElement.querySelector('.sc-own-words a');
  if (known && known.textContent !== cases) {
    known.textContent = cases;
  }
  if (!empty.parentElement.querySelector('.sc-own-words')) {
    const link = (path, text) => make('a', { href: ours(path), target: '_blank', rel: 'noopener' }, text);
    empty.after(
      make('p', { class: 'sc-own-words' }, link('c', cases)),
      make('p', { class: 'sc-own-words' }, link('w', 'Read what I wrote before')),
      make('p', { class: 'sc-own-words sc-log-out' }, make('button', { type: 'button', class: 'sc-link', onclick: logOut }, 'Log out')),
    );
    countOpen();
  }
}

function place() {
  const empty = document.querySelector('.task-details .no-task');
  if (empty) {
    wayToOwnWords(empty);
  }
  if (shown && empty && !panel.isConnected) {
    empty.before(panel);
    panel.focus({ preventScroll: true });
  }
  document.body.classList.toggle('sc-thanking', Boolean(shown) && !openTask());
}

function show(words) {
  if (JSON.stringify(words) === JSON.stringify(shown)) {
    return;
  }
  shown = words;
  if (words) {
    write(words);
  } else {
    panel.remove();
  }
  place();
}

async function follow() {
  const reference = followed;
  const words = reference ? await read(`thank-you/${encodeURIComponent(reference)}`).catch(() => null) : null;
  if (words && followed === reference) {
    show({ reference, ...words });
  } else if (followed === reference && shown?.finding) {
    setTimeout(follow, soon);
  }
}

setInterval(() => panel.isConnected && follow(), every);
setInterval(countOpen, 4 * every);

/** Asks one thing more beneath the thanks for what was sent on that case: nobody has to answer it. */
export function alsoAsk(reference, question) {
  also = { reference, question };
  if (shown?.reference === reference) {
    panel.append(question);
  }
}

/** A carer who has rung the police waits for an answer as whoever reported. */
async function carerRang(taskId) {
  const form = await componentsOf(taskId).catch(() => new Map());
  return document.body.classList.contains('sc-carer') && form.has('policeReference');
}

/** What a carer saw of the child may ask people to talk with them: then as after a report. */
async function carerLooked(taskId, reference) {
  const form = await componentsOf(taskId).catch(() => new Map());
  if (!document.body.classList.contains('sc-carer') || !form.has('compared')) {
    return null;
  }
  const { report } = await read(`looks/${encodeURIComponent(reference)}/thank-you`).catch(() => ({}));
  return report || null;
}

const sent = new Set();

let dutyTelephone = '';
house.then((said) => {
  dutyTelephone = said.dutyTelephone ?? '';
});

/** Which case the open to-do belongs to, as far as the server has said it: known when it is sent, and not asked for only then. */
let opened = {};

/** What is certain in the moment in which it was taken; who has it takes a moment longer. */
function showAtOnce(arrived, { reference, report }) {
  const lines = [
    `${arrived} It is on record.`,
    ...(report ? ['We are finding out who has it.', 'Stay calm. Nobody is in trouble.'] : []),
  ];
  show({ title: 'Thank you', lines, whom: 'duty', telephone: dutyTelephone, reference, finding: report });
}

window.addEventListener('sc:sent', async ({ detail }) => {
  sent.add(detail.taskId);
  thanked = detail;
  also = null;
  const at = detail.at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
  const arrived = detail.before ? 'This had arrived before.' : `Sent at ${at}.`;
  if (openTask() === detail.taskId) {
    forgetOpenTask();
  }
  showAtOnce(arrived, opened.taskId === detail.taskId ? opened : {});
  const { reference, report } = await caseOf(detail.taskId).catch(() => ({}));
  const waits = report || (await carerRang(detail.taskId)) ? reference : await carerLooked(detail.taskId, reference);
  await house;
  if (thanked !== detail) {
    return;
  }
  showAtOnce(arrived, { reference, report });
  followed = waits;
  if (isContact(reference)) {
    const after = await read(`contacts/${encodeURIComponent(reference)}/thank-you`).catch(() => ({ lines: [] }));
    followed = after.report || null;
    show({ title: 'Thank you', lines: [arrived, ...after.lines], whom: 'duty', telephone: dutyTelephone, reference });
  }
  await follow();
});

function over() {
  thanked = null;
  followed = null;
  show(null);
}

// The thanks stand until somebody opens something else or goes back to the list.
window.addEventListener('sc:to-list', over);
let before = openTask();
whenTaskChanges((now) => {
  if (sent.has(now)) {
    hush(3000);
    forgetOpenTask(); // stepping back: it was sent, and the thanks stand
    return;
  }
  if (now && now !== before) {
    over();
  }
  before = now;
  place();
  if (now) {
    caseOf(now)
      .then((found) => {
        opened = { ...found, taskId: now };
      })
      .catch(() => {});
  }
});
whenScreenChanges(place);
