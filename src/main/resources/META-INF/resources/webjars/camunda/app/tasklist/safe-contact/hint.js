/* A kind hint beside words that judge, before anything is sent; never a refusal (practice notes, section 5). */
import { make } from '../../../../safe-contact/build.js';
import { componentsOf, whenAnswersChange } from './form.js';
import { openTask } from './screen.js';

const judging =
  /\b(accused|abscond\w*|refus\w+ to disclose|attention[- ]seeking|manipulat\w+|promiscuous|l(?:ied|iar|ying)|streetwise)\b/i;

whenAnswersChange(async (taskId, answers) => {
  const components = await componentsOf(taskId).catch(() => new Map());
  for (const [key, { id, type }] of components) {
    const box = type === 'textarea' && document.querySelector(`.fjs-container textarea[id$="-${CSS.escape(id)}"]`);
    if (!box || openTask() !== taskId) {
      continue;
    }
    const word = judging.exec(answers[key] ?? '')?.[0];
    const old = box.parentElement.querySelector('.sc-hint');
    const text = word ? `“${word}” can sound like blame. What did you see or hear? Plain facts help most.` : '';
    if ((old?.textContent ?? '') !== text) {
      old?.remove();
      if (text) {
        box.after(make('p', { class: 'sc-hint', role: 'status' }, text));
      }
    }
  }
});
