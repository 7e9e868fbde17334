/* Which case the open to-do belongs to; asked once per to-do, kept in memory only. */
import { read } from '../../../../safe-contact/api.js';
import { openTask, whenTaskChanges } from './screen.js';

const known = new Map();

/** The case of a to-do: its reference and what this person may do on it. */
export function caseOf(taskId, again = false) {
  if (again || !known.has(taskId)) {
    known.set(taskId, read(`tasks/${encodeURIComponent(taskId)}/case`));
    known.get(taskId).catch(() => known.delete(taskId));
  }
  return known.get(taskId);
}

// Known before it is needed: once a to-do is done, nobody can ask which case it belonged to.
whenTaskChanges(() => {
  const taskId = openTask();
  if (taskId) {
    caseOf(taskId).catch(() => {});
  }
});
