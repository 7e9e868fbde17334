/*
 * What is typed is kept on the server every few seconds, for its writer only, and stands in the form again after
 * another tab, a reload, a lost network, a lost session. Nothing of it stays in the browser.
 */
import { put, ringDuty } from '../../../../safe-contact/api.js';
import { make, withRings } from '../../../../safe-contact/build.js';
import { changes, isTooMuch, keeper, muchLater } from '../../../../safe-contact/keeping.js';
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { openTask, whenScreenChanges } from './screen.js';
import { person, sayUnkept } from './watch.js';

const again = 5000;
/** What the server does not have yet, by to-do: who typed it, and the answers that changed. */
const waiting = new Map();
/** Sent to the server, which has not said yet that it has it; by to-do as well. */
const onTheWay = new Map();
/** When the server took the newest of each. */
const kept = new Map();
/** What stood in the form when it was opened, and what the server has of it since. */
let opened = {};
let said = { taskId: null, text: '' };
/** What was typed last, by to-do and key. */
const newest = new Map();
/** What was typed and is not among what waits yet. */
const comparing = new Set();
/** To-dos of which danger was ticked and has reached us, before anything else is sent. */
const dangerTold = new Set();

function show(taskId, text) {
  said = { taskId, text };
  place();
}

function place() {
  const actions = document.querySelector('.task-card .form-actions');
  const old = document.querySelector('.form-actions > .sc-kept');
  if (!actions || openTask() !== said.taskId) {
    old?.remove();
    return;
  }
  if (old?.textContent !== said.text) {
    old?.remove();
    if (said.text) {
      actions.append(make('p', { class: 'sc-kept', role: 'status' }, withRings(said.text)));
    }
  }
}

function whyNot(refused) {
  if (isTooMuch(refused)) {
    return refused.message;
  }
  return refused.status === 401
    ? 'Not kept yet: your login has ended. Please log in again; leave this page open.'
    : `Not kept yet: we cannot reach the office computer. Leave this page open. ${ringDuty()}; in danger: 999.`;
}

/** Never as if nobody knew of a danger that was ticked. */
function sayKept(taskId) {
  const unsent = dangerTold.has(taskId) ? 'We know of the danger; the rest is not sent yet.' : 'Not sent yet.';
  show(taskId, `Kept for you, ${kept.get(taskId)}. ${unsent}`);
}

const sameAnswer = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What was typed since is newer, whichever arrives first. */
const notOverwritten = (taskId, answers) =>
  Object.fromEntries(Object.entries(answers).filter(([key, answer]) => sameAnswer(answer, newest.get(taskId)?.[key])));

async function keepOne(taskId, { by, answers }) {
  const sent = { by, answers: { ...onTheWay.get(taskId)?.answers, ...answers } };
  onTheWay.set(taskId, sent);
  try {
    const { at, moment } = await put(`tasks/${encodeURIComponent(taskId)}/draft`, { by, answers });
    kept.set(taskId, at);
    window.dispatchEvent(new CustomEvent('sc:kept', { detail: { taskId, moment } }));
    sayKept(taskId);
  } catch (refused) {
    if (refused.status === 404) {
      return; // sent meanwhile, or not this person's any more
    }
    waiting.set(taskId, { by, answers: { ...notOverwritten(taskId, answers), ...waiting.get(taskId)?.answers } });
    keeping.again(isTooMuch(refused) ? muchLater : again);
    show(taskId, whyNot(refused));
  } finally {
    if (onTheWay.get(taskId) === sent) {
      onTheWay.delete(taskId);
    }
  }
}

// A form that is drawn anew, after another tab or another to-do, asks the server, which may not have the last words yet.
sayUnkept((taskId) =>
  Object.assign({}, ...[onTheWay, waiting].map((typed) => typed.get(taskId)).filter((typed) => typed && typed.by === person()).map(({ answers }) => answers)),
);

function keepWhatWaits() {
  const now = [...waiting];
  waiting.clear();
  return Promise.all(now.map(([taskId, typed]) => keepOne(taskId, typed)));
}

/** What was typed in this moment is compared first with what the form asks, which may still be on its way; nobody who leaves loses it. */
const keep = () => Promise.all([keepWhatWaits(), ...[...comparing].map((typed) => typed.then(keepWhatWaits))]);

const keeping = keeper(waiting, keep);

/** Keeps what is typed now. @returns a promise of whether the server has all that was typed into this to-do */
export async function keepNow(taskId) {
  await keeping.now();
  return !waiting.has(taskId);
}

/** The form goes on with its own lists. */
const copy = (answers) => JSON.parse(JSON.stringify(answers));

/** What the form offers is no answer, and an empty answer is none. Where nobody says what the form asks, all counts: the server takes what it asks. */
const answered = (answers, components) =>
  Object.fromEntries(Object.entries(answers).filter(([key, answer]) => (components?.has(key) ?? true) && answer !== null && answer !== ''));

whenFormOpens((taskId, answers) => {
  opened = copy(answers);
  componentsOf(taskId).catch(() => {}); // known by the time that somebody types
});

/** Until it is among what waits. */
function whileComparing(typed) {
  const compared = typed.catch(() => {}).finally(() => comparing.delete(compared));
  comparing.add(compared);
}

async function note(taskId, answers) {
  const by = person();
  const before = opened;
  const now = copy(answers);
  if (document.querySelector('.task-card .disabled-form')) {
    return;
  }
  const components = await componentsOf(taskId).catch(() => null);
  const changed = changes(answered(before, components), answered(now, components));
  if (Object.keys(changed).length === 0) {
    return;
  }
  opened = now;
  newest.set(taskId, { ...newest.get(taskId), ...changed });
  waiting.set(taskId, { by, answers: { ...waiting.get(taskId)?.answers, ...changed } });
  keeping.soon();
}

async function noteText(taskId, field, value) {
  const components = await componentsOf(taskId).catch(() => new Map());
  const [key] = [...components].find(([, { id }]) => field.endsWith(`-${id}`)) ?? [];
  if (key) {
    await note(taskId, { ...opened, [key]: value });
  }
}

whenAnswersChange((taskId, answers) => whileComparing(note(taskId, answers)));
// The form hears of a text only once somebody pauses; whoever writes on and on is kept all the same.
document.addEventListener('input', ({ target }) => {
  const taskId = openTask();
  if (taskId && target.matches?.('.task-card .fjs-container textarea')) {
    whileComparing(noteText(taskId, target.id, target.value));
  }
});
window.addEventListener('sc:danger-told', ({ detail }) => {
  dangerTold.add(detail.taskId);
  if (said.taskId === detail.taskId && kept.has(detail.taskId) && !waiting.has(detail.taskId)) {
    sayKept(detail.taskId);
  }
});
window.addEventListener('sc:sent', ({ detail }) => [waiting, onTheWay, newest].forEach((typed) => typed.delete(detail.taskId)));
// Leaving the to-do: the last words go at once.
window.addEventListener('hashchange', () => waiting.size + comparing.size > 0 && !waiting.has(openTask()) && keeping.now());
whenScreenChanges(place);
