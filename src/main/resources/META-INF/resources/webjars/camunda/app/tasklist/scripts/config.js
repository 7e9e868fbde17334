// The two words are all that a tab and a browser's history say, with a space between them.
// Tasklist as carers and workers know it: the product's name, times as people write them here, our own actions.
export default {
  app: { vendor: 'To', name: 'do' },
  dateFormat: { normal: 'D MMMM YYYY, HH:mm', long: 'dddd D MMMM YYYY, HH:mm' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  customScripts: ['../../../safe-contact/house', 'safe-contact/index'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: "I've got this" },
    focusFilter: { key: 'ctrl+shift+f', description: 'go to the lists' },
    focusList: { key: 'ctrl+alt+l', description: 'go to what there is to do' },
    focusForm: { key: 'ctrl+alt+f', description: 'go to the first question' },
  },
};
