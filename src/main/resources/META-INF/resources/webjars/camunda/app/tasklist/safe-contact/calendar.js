/*
 * Calendars open for whoever presses on the day or asks with the arrow key. Whoever only passes by, or is led there
 * by a sentence, keeps that sentence and the next question in sight. Weeks begin on Monday.
 */
import { whenScreenChanges } from './screen.js';

const day = '.fjs-datepicker input';

document.body.addEventListener('focusin', (event) => event.target.matches?.(day) && event.stopPropagation(), true);
document.body.addEventListener('keydown', (event) => event.key === 'ArrowDown' && event.target._flatpickr?.open(), true);

const seen = new WeakSet();
whenScreenChanges(() => {
  document.querySelectorAll(day).forEach(({ _flatpickr: calendar }) => {
    if (calendar && !seen.has(calendar)) {
      seen.add(calendar);
      calendar.set('locale', { firstDayOfWeek: 1 });
    }
  });
});
