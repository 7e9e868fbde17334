/* Calendars as people here know them: the week begins on Monday. */
import { whenScreenChanges } from './screen.js';

whenScreenChanges(() => {
  document.querySelectorAll('.fjs-container input[data-input]').forEach((input) => {
    const calendar = input._flatpickr;
    if (calendar && calendar.l10n.firstDayOfWeek !== 1) {
      calendar.set('locale', { firstDayOfWeek: 1 });
    }
  });
});
