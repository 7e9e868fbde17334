/* What came of the last press: on the to-do that is open after it, or above the list when it left the screen. */
import { line } from '../../../../safe-contact/build.js';
import { openList, openTask, whenScreenChanges, whenTaskChanges } from './screen.js';

const longest = 120000;
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

/** Says it until something else is opened, and not much longer than one reads it. */
export function say(text) {
  forget();
  const words = line(text, 'done');
  words.classList.add('sc-said');
  said = { words, task: openTask(), list: openList() };
  place();
  setTimeout(() => said?.words === words && forget(), longest);
}

whenTaskChanges((now) => {
  if (said && now !== said.task) {
    forget();
  }
});
window.addEventListener('hashchange', place);
whenScreenChanges(place);
