/* A refused form: what to look at, at the question itself, in our words; everything typed stays. */
import { ifInDanger, sentAgain } from '../../../../safe-contact/api.js';
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { hush } from './notifications.js';
import { openTask, whenScreenChanges } from './screen.js';
import { isWaiting, notTaken, settled, unreached } from './unreached.js';
import { line, make } from '../../../../safe-contact/build.js';
import { isUnkept } from '../../../../safe-contact/keeping.js';

const dayAndTime = 'Please give both the day and the time, or leave both empty.';
const sentences = {
  0: sentAgain,
  404: () => `Somebody has done this already. What you wrote is still here, so that you can copy it. ${ifInDanger()}`,
  other: () => `Not sent: something went wrong on our side. What you wrote is still here. Please try again. ${ifInDanger()}`,
};

function clear() {
  document.querySelectorAll('.sc-form-refused, .sc-field-refused').forEach((old) => old.remove());
  document.querySelectorAll('.fjs-form-field.sc-has-refusal').forEach((field) => field.classList.remove('sc-has-refusal'));
}

/** The first question in the way comes under the eyes and the hands; that it is described by what is missing, a screen reader says. */
function toFirst() {
  const field = document.querySelector('.fjs-container .fjs-form-field:is(.fjs-has-errors, .sc-has-refusal)');
  field?.querySelector('.sc-change')?.click(); // folded to its answer
  field?.querySelector('input, textarea, select')?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
  return field;
}

/** What a sentence beside Send ends with: Send itself cannot be pressed while something is missing. */
export const wayToFirst = () => make('button', { type: 'button', class: 'sc-link', onclick: toFirst }, 'Show me');

function atTheField(componentId, message) {
  const control = document.querySelector(
    `.fjs-container [id$="-${CSS.escape(componentId)}"], .fjs-container [id*="-${CSS.escape(componentId)}-"]`,
  );
  const field = control?.closest('.fjs-form-field');
  if (!field) {
    return null;
  }
  const said = make('div', { class: 'sc-field-refused', role: 'alert', id: `sc-refused-${componentId}` }, message);
  field.append(said);
  field.classList.add('sc-has-refusal');
  control.setAttribute('aria-describedby', `${said.id} ${control.getAttribute('aria-describedby') ?? ''}`);
  field.addEventListener(
    'input',
    () => {
      said.remove();
      field.classList.remove('sc-has-refusal');
    },
    { once: true },
  );
  return control;
}

/** The form that was sent, as it is named among what has not reached us. */
const sending = (taskId) => `form ${taskId}`;

/** Not where another tab of its to-do is looked at. */
const standsThere = (taskId) => openTask() === taskId && Boolean(document.querySelector('.task-card .fjs-container'));

/** How each of them is sent again without its form. */
const withoutForm = new Map();
/** Whose answer is still on its way. */
const underWay = new Set();
/** Which of the forms that were drawn since this page was opened stands there, and from which each was sent. */
let drawn = 0;
const sentFrom = new Map();

/** Sends again until it arrived, once: the server knows what it already has. The form that stands there sends what stands in it. */
function tryAgain(taskId) {
  const isOpen = standsThere(taskId);
  if (isOpen && !document.querySelector('.sc-form-refused.sc-unreached')) {
    settled(sending(taskId)); // they are writing again, and send it themselves
    return;
  }
  if (underWay.has(taskId)) {
    return;
  }
  underWay.add(taskId);
  const button = document.querySelector('.task-card .form-actions .btn-primary');
  // A form that was opened since may show less than what was sent.
  if (isOpen && sentFrom.get(taskId) === drawn && button && !button.disabled) {
    button.click();
  } else {
    withoutForm.get(taskId)();
  }
}

async function show({ taskId, message, fields, status, sendAgain }) {
  const sentence = message ?? (sentences[status] ?? sentences.other)();
  const stands = () => standsThere(taskId);
  underWay.delete(taskId);
  if (sendAgain) {
    withoutForm.set(taskId, sendAgain);
    unreached(sending(taskId), { words: 'What you sent has not reached us yet.', stands, send: () => tryAgain(taskId) });
  } else {
    settled(sending(taskId));
  }
  if (!stands()) {
    if (!sendAgain) {
      notTaken(sending(taskId), { words: `What you sent was not taken: ${sentence}`, stands });
    }
    return;
  }
  clear();
  const actions = document.querySelector('.task-card .form-actions');
  const said = line(sentence, 'refused');
  said.classList.add('sc-form-refused');
  actions?.before(said);
  if (status === 0) {
    said.classList.add('sc-unreached');
  }
  const keys = Object.keys(fields).filter(Boolean);
  if (keys.length === 0) {
    return;
  }
  const components = await componentsOf(taskId).catch(() => new Map());
  keys.forEach((key) => {
    if (!atTheField(components.get(key)?.id ?? key, fields[key])) {
      said.append(' ', fields[key]);
    }
  });
  if (toFirst()) {
    said.append(' ', wayToFirst());
  }
}

/** What the browser itself noticed before anything was sent: at the question, in our words. */
const plainWords = new Map([
  [/^Field is required\.?/, 'Please answer this.'],
  [/^Field must have maximum length of (\d+)\.?/, 'That is too long. Please use at most $1 characters.'],
  [/^Field must have minimum length of (\d+)\.?/, 'That is too short.'],
  [/^Field must match pattern.*/, 'Please look at how this is written.'],
  [/^Date is not.*/, 'Please look at this date.'],
  [/^Date and time must both be entered\.?/, dayAndTime],
]);

/** In the text that the form itself keeps, so that it takes it away again when the question is answered. */
function inPlainWords() {
  document.querySelectorAll('.fjs-form-field-error').forEach((error) => {
    const texts = document.createTreeWalker(error, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const [stock, ours] of plainWords) {
        if (stock.test(text.data)) {
          text.data = text.data.replace(stock, ours);
        }
      }
    }
  });
}

/** A day without its time is no answer to the form, and would be left out without a word. */
function halfATime() {
  return [...document.querySelectorAll('.fjs-container .fjs-form-field-datetime')].find((field) => {
    const parts = [...field.querySelectorAll('.fjs-datepicker .fjs-input, .fjs-timepicker input')];
    const filled = parts.filter((part) => part.value.trim() !== '').length;
    return filled > 0 && (filled < parts.length || field.textContent.includes(dayAndTime));
  });
}

function askForTheWholeTime(field) {
  if (!field.textContent.includes(dayAndTime)) {
    const said = make('div', { class: 'sc-field-refused', role: 'alert' }, dayAndTime);
    field.append(said);
    field.addEventListener('input', () => said.remove(), { once: true });
  }
  [...field.querySelectorAll('input')].find((part) => !part.value)?.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
}

const isSend = (event) => event.target.closest?.('.task-card .form-actions .btn-primary');

// Leaving a field can move the page by a line, and the answer away from under the finger: the press would be lost.
const isAnswer = (event) => event.target.closest?.('.fjs-container label, .fjs-container input:is([type=checkbox], [type=radio])');
let pressed = null;
document.addEventListener(
  'mousedown',
  (event) => {
    pressed = isAnswer(event);
    if (isSend(event) || pressed) {
      event.preventDefault();
    }
  },
  true,
);

// The field is left as the finger lifts, before the answer counts: only then does the form take over the last words, and whatever it draws anew
// before is without them.
document.addEventListener(
  'mouseup',
  (event) => {
    if (pressed && pressed === isAnswer(event) && pressed.control !== document.activeElement) {
      document.activeElement.blur();
    }
  },
  true,
);

/** A grey Send lets a press through to what it stands in. */
function isOnGreySend({ target, clientX, clientY }) {
  const grey = target.closest?.('.task-card .form-actions')?.querySelector('.btn-primary:disabled')?.getBoundingClientRect();
  return grey && clientX >= grey.left && clientX <= grey.right && clientY >= grey.top && clientY <= grey.bottom;
}

document.addEventListener(
  'click',
  (event) => {
    if (isOnGreySend(event)) {
      toFirst();
    }
    if (!isSend(event)) {
      return;
    }
    document.activeElement?.blur(); // the last words typed are taken over when the field is left
    clear();
    const half = halfATime();
    if (half) {
      event.preventDefault();
      event.stopImmediatePropagation();
      askForTheWholeTime(half);
      return;
    }
    hush(1500); // Tasklist's own message repeats ours, over the button: the line at the form stands instead
    setTimeout(() => {
      if (document.querySelector('.fjs-container .fjs-form-field.fjs-has-errors')) {
        const said = line(`Not sent yet. Something above still needs an answer. ${ifInDanger()} `, 'refused');
        said.classList.add('sc-form-refused', 'sc-unanswered');
        said.append(wayToFirst());
        document.querySelector('.task-card .form-actions').before(said);
        toFirst();
      }
    }, 200);
  },
  true,
);

whenScreenChanges(() => {
  inPlainWords();
  if (!document.querySelector('.fjs-container .fjs-has-errors')) {
    document.querySelector('.sc-unanswered')?.remove();
  }
});

let loggedOut = false;
/** The to-do in whose form something is written that was not sent. */
let unsent = null;

/** Whether it was Send that heard of it, or what a screen asks by itself: nobody may think that it went. */
whenScreenChanges(() => {
  const login = document.querySelector('.form-signin');
  if (login && (loggedOut || unsent) && !login.querySelector('.sc-logged-out')) {
    const words = isUnkept() ? 'Log in on this page, and leave it open: what you wrote last is not kept yet.' : 'Log in: what you wrote is kept.';
    const said = line(`Not sent yet. ${words}`, 'refused');
    said.classList.add('sc-logged-out');
    login.prepend(said);
  }
  if (!login && openTask() !== unsent && document.querySelector('.account')) {
    unsent = null;
  }
});

/** Whoever goes on writing in a form that was opened since sends it themselves. */
document.addEventListener('input', ({ target }) => {
  const taskId = openTask();
  if (taskId && isWaiting(sending(taskId)) && sentFrom.get(taskId) !== drawn && target.closest?.('.task-card .fjs-container')) {
    settled(sending(taskId));
    clear();
  }
});

whenFormOpens((taskId, { draftKeptAt }) => {
  loggedOut = false;
  drawn += 1;
  if (isWaiting(sending(taskId))) {
    show({ taskId, message: null, fields: {}, status: 0, sendAgain: withoutForm.get(taskId) });
  } else {
    settled(sending(taskId));
  }
  unsent = draftKeptAt ? taskId : null;
});
whenAnswersChange((taskId) => {
  unsent = document.querySelector('.task-card .disabled-form') ? null : taskId;
});

window.addEventListener('sc:login-ended', () => {
  loggedOut = true;
});

window.addEventListener('sc:sending', () => sentFrom.set(openTask(), drawn));
window.addEventListener('sc:refused', ({ detail }) => {
  hush(3000);
  loggedOut = detail.status === 401;
  show(detail);
});
window.addEventListener('sc:sent', ({ detail }) => {
  unsent = null;
  underWay.delete(detail.taskId);
  settled(sending(detail.taskId));
  clear();
});
