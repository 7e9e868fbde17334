/* What came of the last press: on the to-do that is open after it, or above the list when it left the screen. */
import { send } from '../../../../safe-contact/api.js';
import { line } from '../../../../safe-contact/build.js';
import { openList, openTask, whenScreenChanges, whenTaskChanges } from './screen.js';

const longest = 120000;
const every = 20000;
let said = null;

/** Tasklist draws lists and to-dos anew. What was said of one list says nothing of another. */
function place() {
  if (said?.list && said.list !== openList()) {
    forget();
  }
  const where = document.querySelector(openTask() ? '.task-card > header' : '.tasks-list.column .content');
  if (said && where && !said.words.isConnected) {
    where[openTask() ? 'append' : 'prepend'](said.words);
  }
}

function forget() {
  said?.words.remove();
  said = null;
}

/** What was said of a to-do that left one's hands is over once it is in other hands than it was given into. */
async function look() {
  const of = said;
  const [todo] = (of?.left && (await send('todos', { ids: [of.left] }).catch(() => null))) || [undefined];
  const holder = todo?.holder ?? null;
  if (!of?.left || said !== of || todo === undefined) {
    return;
  }
  of.holder ??= { is: holder };
  if (of.holder.is !== holder) {
    forget();
  }
}

/**
 * Says it until something else is opened, and not much longer than one reads it.
 *
 * @param left id of the to-do that it was said of, where it left one's hands
 */
export function say(text, left) {
  forget();
  const words = line(text, 'done');
  words.classList.add('sc-said');
  said = { words, task: openTask(), list: openList(), left };
  place();
  look();
  setTimeout(() => said?.words === words && forget(), longest);
}

setInterval(look, every);
document.addEventListener('visibilitychange', () => !document.hidden && look());
whenTaskChanges((now) => {
  if (said && now !== said.task) {
    forget();
  }
});
window.addEventListener('hashchange', place);
whenScreenChanges(place);
