// Cockpit under the product's name: what failed, for the technical administrator.
export default {
  app: { name: 'Engine room', vendor: 'Safe Contact' },
  customScripts: ['../../../safe-contact/house'],
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
};
