/* The form of the open to-do as the server has it: which component carries which key. */
import { openTask } from './page.js';

const known = new Map();

async function load(taskId) {
  const api = document.querySelector('base').getAttribute('engine-api');
  const engine = location.pathname.match(/\/tasklist\/([^/]+)/)?.[1] ?? 'default';
  const answer = await fetch(`${api}engine/${engine}/task/${encodeURIComponent(taskId)}/deployed-form`);
  if (!answer.ok) {
    throw new Error('The form cannot be read');
  }
  const components = new Map();
  const walk = (list) =>
    list.forEach((component) => {
      if (component.key) {
        components.set(component.key, component);
      }
      walk(component.components ?? []);
    });
  walk((await answer.json()).components);
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
