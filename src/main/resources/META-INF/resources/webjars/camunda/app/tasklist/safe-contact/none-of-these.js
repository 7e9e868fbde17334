/*
 * "None of these" stands beside no other answer: whichever was ticked last stays. The server reads the two together as the
 * other answers (contract, section 4), so nothing depends on this; whoever reads the report again is not left wondering.
 */
import { componentsOf } from './form.js';

/** A list takes one tick after the other: it adds each to what it has drawn. */
const drawn = () => new Promise((done) => { setTimeout(done); });

async function settle(ticked, field) {
  const components = [...(await componentsOf().catch(() => new Map())).values()];
  const question = components.find(({ id }) => field.querySelector(`[id$="-${CSS.escape(id)}-0"]`));
  const boxes = [...field.querySelectorAll('input[type=checkbox]')];
  const none = boxes[question?.values?.findIndex(({ value }) => value === 'none')];
  for (const box of boxes.filter((each) => each !== ticked && none && [each, ticked].includes(none))) {
    await drawn();
    if (box.checked && ticked.checked) {
      box.click();
    }
  }
}

document.addEventListener('change', ({ target }) => {
  const field = target.closest?.('.task-card .fjs-form-field-checklist');
  if (field && target.checked) {
    settle(target, field);
  }
});
