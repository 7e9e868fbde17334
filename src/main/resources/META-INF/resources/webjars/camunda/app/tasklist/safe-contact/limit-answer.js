/* Whoever has asked for a limit on phone or apps, or written one down, reads beneath the thanks whether it may be. */
import { read } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { caseOf } from './case.js';
import { alsoAsk } from './thank-you.js';

window.addEventListener('sc:sent', async ({ detail: { taskId } }) => {
  const { reference } = await caseOf(taskId).catch(() => ({}));
  if (reference?.startsWith('RES-')) {
    const { lines } = await read(`limits/${encodeURIComponent(reference)}`).catch(() => ({ lines: [] }));
    alsoAsk(reference, make('div', {}, lines.map((text) => make('p', {}, text))));
  }
});
