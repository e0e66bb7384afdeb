/** A language that ships. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** Its own name, for the language switch. */
  readonly name: string;
}

/** Russian first: the policy was published in it. */
export const languages: readonly Language[] = [
  { code: 'ru', name: 'Русский' },
  { code: 'kk', name: 'Қазақша' },
  { code: 'en', name: 'English' },
];

/** Label of the button that opens the preferences on every page, by language. */
export const triggers: Readonly<Record<string, string>> = {
  ru: 'Настройки cookie',
  kk: 'Cookie баптаулары',
  en: 'Cookie settings',
};
