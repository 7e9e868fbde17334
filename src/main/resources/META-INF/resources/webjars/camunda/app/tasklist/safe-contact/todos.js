/*
 * What a to-do shows beside its name, in the list and when it is open: which child, which case, how serious for those
 * who read levels, by when in words. Minutes count on where somebody waits.
 */
import { send } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges } from './screen.js';

const every = 20000;
let asked = null;
/** What was said last of each: it stands while nobody can be asked. */
const known = new Map();

/** All that are asked for in the same moment go in one request. */
function todo(id) {
  if (!asked) {
    const ids = new Set();
    const answer = new Promise((resolve) => {
      setTimeout(() => {
        asked = null;
        send('todos', { ids: [...ids] })
          .then((todos) => todos.forEach((each) => known.set(each.id, each)))
          .catch(() => {})
          .then(() => resolve(known));
      });
    });
    asked = { ids, answer };
  }
  asked.ids.add(id);
  return asked.answer.then((todos) => todos.get(id));
}

function words({ due, minutesTo }) {
  const minutes = minutesTo ? Math.ceil((Date.parse(minutesTo) - Date.now()) / 60000) : null;
  if (minutes !== null && minutes > 0 && minutes <= 90) {
    return `${due}, in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  }
  return due;
}

function show(node, shown) {
  node.replaceChildren(
    ...[
      shown.level ? make('span', { class: `sc-level sc-level-${shown.level}` }, shown.levelWords) : null,
      shown.child ? make('strong', {}, shown.child) : null,
      make('span', {}, shown.reference),
      shown.due ? make('span', { class: 'sc-due' }, words(shown)) : null,
      shown.asked ? make('span', { class: 'sc-whose' }, `for ${shown.asked}`) : null,
    ].filter(Boolean),
  );
  // Somebody has it: what waits for somebody, or for oneself, stands out.
  node.classList.toggle('sc-held', Boolean(shown.holder));
}

/** What is known of it stands there at once: Tasklist draws its list anew again and again. */
function cardOf(id) {
  const node = make('p', { class: 'sc-card', 'data-todo': id });
  if (known.has(id)) {
    show(node, known.get(id));
  }
  return node;
}

async function fill(node, id) {
  const shown = await todo(id);
  if (shown && node.isConnected) {
    show(node, shown);
  }
}

/** Taking it, or somebody who is more worried, moves by when it has to be done. */
const lookAgain = () => document.querySelectorAll('.sc-card').forEach((node) => fill(node, node.dataset.todo));

setInterval(lookAgain, every);
['sc:taken', 'sc:changed', 'sc:other-hands'].forEach((name) => window.addEventListener(name, lookAgain));

whenScreenChanges(() => {
  const title = document.querySelector('.task-card h2.task');
  const old = document.querySelector('.task-card .sc-card');
  const id = openTask();
  if (title && id && old?.dataset.todo !== id) {
    old?.remove();
    const node = cardOf(id);
    title.after(node);
    fill(node, id);
  }
});

export default {
  id: 'sc-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render(node, { taskId }) {
    const card = cardOf(taskId);
    node.append(card);
    fill(card, taskId);
  },
};
