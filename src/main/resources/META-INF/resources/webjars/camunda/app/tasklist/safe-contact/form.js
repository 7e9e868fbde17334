/*
 * The form of the open to-do: which component carries which key, and what is answered so far. Tasklist has no plugin
 * point for the second: the form itself is found through what it has drawn (docs/adr/0020-tasklist.md).
 */
import { askEngine, openTask, whenScreenChanges } from './screen.js';

const known = new Map();

async function load(taskId) {
  const form = await askEngine(`task/${encodeURIComponent(taskId)}/deployed-form`);
  const components = new Map();
  const walk = (list) =>
    list.forEach((component) => {
      if (component.key) {
        components.set(component.key, component);
      }
      walk(component.components ?? []);
    });
  walk(form.components);
  return components;
}

/** Components of the form of a to-do, by their key. */
export function componentsOf(taskId = openTask()) {
  if (!known.has(taskId)) {
    known.set(taskId, load(taskId));
    known.get(taskId).catch(() => known.delete(taskId));
  }
  return known.get(taskId);
}

/** The form as the library keeps it, from the nodes that it has drawn. */
function drawnIn(container) {
  const waiting = [container.__k];
  while (waiting.length) {
    const node = waiting.pop();
    const form = node?.props?.value?.getService?.('form', false);
    if (form) {
      return form;
    }
    waiting.push(...(node?.__k ?? []));
  }
  return null;
}

const listeners = new Set();
const openers = new Set();
let present = null;

whenScreenChanges(() => {
  const container = document.querySelector('.task-card .fjs-container');
  const form = container && drawnIn(container);
  if (form && form !== present) {
    present = form;
    const taskId = openTask();
    form.on('changed', ({ data }) => listeners.forEach((listener) => listener(taskId, data)));
    openers.forEach((opener) => opener(taskId, form._getState().data));
  }
});

/** Tells after each change what is answered in the form of the open to-do: (taskId, answers by key). */
export const whenAnswersChange = (listener) => listeners.add(listener);

/** Tells when a form is on the screen, with what it already holds: (taskId, answers by key). */
export const whenFormOpens = (opener) => openers.add(opener);
