/* Short answers stand beside each other, so that a report is few screens long on a phone and each answer a thumb wide. */
import { whenScreenChanges } from './screen.js';

const WHOLE_ROW = 60;
const THIRD_OF_A_ROW = 16;
const WORD_IN_A_THIRD = 9;

function fitsInAThird(words) {
  return words.length <= THIRD_OF_A_ROW && words.split(' ').every((word) => word.length <= WORD_IN_A_THIRD);
}

function mark(element, name, yes) {
  if (yes !== name in element.dataset) {
    if (yes) {
      element.dataset[name] = '';
    } else {
      delete element.dataset[name];
    }
  }
}

whenScreenChanges(() => {
  document.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach((field) => {
    const answers = [...field.querySelectorAll(':scope > label[for]')];
    mark(field, 'scThirds', answers.length === 3 && answers.every((each) => fitsInAThird(each.textContent)));
    mark(field, 'scEndsInThirds', answers.length === 5 && answers.slice(2).every((each) => fitsInAThird(each.textContent))
      && answers.every((each) => each.textContent.length <= WHOLE_ROW));
    answers.forEach((each) => mark(each, 'scWide', each.textContent.length > WHOLE_ROW));
  });
});
