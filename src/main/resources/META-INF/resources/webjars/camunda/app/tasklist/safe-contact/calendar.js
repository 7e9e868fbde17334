/*
 * Days are written as people write them here, whatever the browser's language is: 5 November must not become 11 May.
 * Calendars open for whoever presses on the day or asks with the arrow key. Whoever only passes by, or is led there
 * by a sentence, keeps that sentence and the next question in sight. Weeks begin on Monday.
 */
import { whenScreenChanges } from './screen.js';

// form-js asks for the order of day and month of a language that it calls "default".
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (stock, [language, ...how]) => new stock(language === 'default' ? 'en-GB' : language, ...how),
});

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
