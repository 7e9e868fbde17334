/*
 * What is typed into a form of ours, of a page or beside a to-do, is kept on the server every few seconds, for its writer
 * only, and stands there again: after another tab, a reload, a lost network, a lost session. Nothing of it stays in the browser.
 */
import { put, read, ringDuty } from './api.js';
import { make, withRings } from './build.js';
import { changes, isTooMuch, keeper, muchLater } from './keeping.js';

const again = 5000;
/** What the server does not have yet, by the address that its form is sent to. */
const waiting = new Map();
/** Sent to the server, which has not said yet that it has it; by address as well. */
const onTheWay = new Map();
/** What the server has, by address. */
const known = new Map();

const addressOf = (form) => new URL(form.action).pathname;
const isTyped = ({ name, type }) => name && !['hidden', 'file', 'submit'].includes(type);
const isTick = ({ type }) => type === 'checkbox' || type === 'radio';

function answersOf(form) {
  const answers = {};
  for (const control of [...form.elements].filter(isTyped)) {
    if (isTick(control) ? control.checked : control.value) {
      (answers[control.name] ??= []).push(control.value);
    }
  }
  return answers;
}

function fill(form, answers) {
  for (const control of [...form.elements].filter(({ name }) => name in answers).filter(isTyped)) {
    if (isTick(control)) {
      control.checked = answers[control.name].includes(control.value);
    } else {
      [control.value] = answers[control.name];
    }
  }
}

/** On the form that stands there now: another tab and back, and it is drawn anew. */
function say(address, text) {
  const form = [...document.forms].find((each) => addressOf(each) === address);
  const old = form?.querySelector('.sc-kept');
  if (!old) {
    form?.append(make('p', { class: 'sc-kept note', role: 'status' }, withRings(text)));
  } else if (old.textContent !== text) {
    old.replaceChildren(...withRings(text));
  }
}

const isSomebodyElse = ({ status }) => status === 404;

function whyNot(refused) {
  if (isTooMuch(refused)) {
    return refused.message;
  }
  if (isSomebodyElse(refused)) {
    return 'Not kept yet: somebody else is logged in here now. Leave this page open, and log in again: then it is kept.';
  }
  return refused.status === 0
    ? `Not kept yet: we cannot reach the office computer. Leave this page open. ${ringDuty()}; in danger: 999.`
    : `Not kept yet: your login has ended. Leave this page open, and log in again: then it is kept. ${ringDuty()}; in danger: 999.`;
}

/** Gives back whether its writer is logged in. */
async function keepOne(address, typed) {
  const { by, answers } = typed;
  onTheWay.set(address, typed);
  try {
    const { at } = await put('drafts', { form: address, by, answers: changes(known.get(address) ?? {}, answers) });
    known.set(address, answers);
    say(address, `Kept for you, ${at}. Not sent yet.`);
    return true;
  } catch (refused) {
    // What was typed since is newer, whichever arrives first.
    if (!waiting.has(address) && onTheWay.get(address) === typed) {
      waiting.set(address, typed);
    }
    keeping.again(isTooMuch(refused) || isSomebodyElse(refused) ? muchLater : again);
    say(address, whyNot(refused));
    return isTooMuch(refused);
  } finally {
    if (onTheWay.get(address) === typed) {
      onTheWay.delete(address);
    }
  }
}

const unkeptOf = (form) => waiting.get(addressOf(form)) ?? onTheWay.get(addressOf(form));

function keep() {
  const now = [...waiting];
  waiting.clear();
  return Promise.all(now.map(([address, typed]) => keepOne(address, typed)));
}

const keeping = keeper(waiting, keep);

/** Once more, now; gives back whether whoever typed it is logged in. */
export async function keepNow() {
  await keeping.settled();
  return (await keep()).every(Boolean);
}

function later(form, by) {
  waiting.set(addressOf(form), { by, answers: answersOf(form) });
  keeping.soon();
}

/**
 * Puts back what was typed into these forms and not sent, and keeps what is typed from now on.
 * @param by who is logged in on this screen: somebody else may log in without leaving it
 */
export async function keepWhatIsTyped(forms, by) {
  if (forms.length === 0) {
    return;
  }
  forms.forEach((form) => form.addEventListener('input', () => later(form, by)));
  const asked = new URLSearchParams(forms.map((form) => ['form', addressOf(form)]));
  // What arrives while the server is asked may be missing from what it answers.
  const before = new Map(forms.map((form) => [form, unkeptOf(form)]));
  const kept = await read(`drafts?${asked}`).catch(() => ({}));
  for (const form of forms) {
    const unkept = unkeptOf(form) ?? before.get(form);
    const typed = unkept?.by === by && unkept ? unkept : kept[addressOf(form)];
    known.set(addressOf(form), kept[addressOf(form)]?.answers ?? {});
    if (typed && Object.keys(answersOf(form)).length === 0 && Object.keys(typed.answers).length > 0) {
      fill(form, typed.answers);
      form.closest('details')?.setAttribute('open', '');
      say(addressOf(form), typed.at ? `Kept for you, ${typed.at}. Not sent yet.` : 'Not sent yet.');
    }
  }
}

/** Whether somebody is writing in one of these forms. */
export const isWritten = (forms) => forms.some((form) => Object.keys(answersOf(form)).length > 0);

/** Sends what is in a form: what arrived is not kept any more, what was refused is. */
export async function sendKept(form, by, send) {
  waiting.delete(addressOf(form));
  await keeping.settled();
  try {
    const taken = await send();
    waiting.delete(addressOf(form));
    known.delete(addressOf(form));
    return taken;
  } catch (refused) {
    later(form, by);
    if (refused.status === 401) {
      window.dispatchEvent(new Event('sc:login-ended'));
    }
    throw refused;
  }
}
