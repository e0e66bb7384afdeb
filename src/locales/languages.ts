/** A language that ships: what the loader needs of it before any chunk has come. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** Its own name, for the language switch. */
  readonly name: string;
  /** Label of the button that opens the preferences on every page. */
  readonly trigger: string;
}

/** Russian first: the policy was published in it. */
export const languages: readonly Language[] = [
  { code: 'ru', name: 'Русский', trigger: 'Настройки cookie' },
  { code: 'kk', name: 'Қазақша', trigger: 'Cookie баптаулары' },
  { code: 'en', name: 'English', trigger: 'Cookie settings' },
];
