import { languages } from '../locales/languages.js';
import type { FirstLayer, FurtherLayers } from '../locales/texts.js';
import type { ModuleName } from './modules.js';
import type { Session } from './session.js';

/** The texts of a layer with what the site says instead, key by key; anything but text is left out. */
const merge = <T extends object>(texts: T, own: unknown): T => {
  if (typeof own !== 'object' || own === null) return texts;
  const merged = new Map<string, unknown>(Object.entries(texts));
  for (const [key, value] of Object.entries(own)) {
    const shipped = merged.get(key);
    if (typeof value === 'string') merged.set(key, value);
    else if (typeof value === 'object' && value !== null) merged.set(key, merge(Object(shipped ?? {}), value));
  }
  return Object.assign({}, texts, Object.fromEntries(merged));
};

const shipped = (name: string): name is 'ru' | 'kk' | 'en' => languages.some(({ code }) => code === name);

/** A language that a site brings stands on Russian, in which the policy was published. */
const baseOf = (lang: string): 'ru' | 'kk' | 'en' => (shipped(lang) ? lang : 'ru');

/** Loads texts, and where a language cannot be had, the Russian ones: a question in another language beats none. */
const loadOr = async <N extends ModuleName>({ load, warn }: Session, name: N, fallback: N) => {
  try {
    return await load(name);
  } catch (error) {
    if (name === fallback) throw error;
    warn(`texts "${name}" cannot be loaded, "${fallback}" are shown instead: ${String(error)}`);
    return load(fallback);
  }
};

/** First-layer texts of a language, with the site's own. */
export const firstTexts = async (session: Session, lang: string): Promise<FirstLayer> => {
  const { texts, policy } = session.config;
  const { ui, policy: said } = (await loadOr(session, baseOf(lang), 'ru')).texts;
  return { ui: merge(ui, texts?.[lang]?.banner), policy: merge(said, policy?.texts?.[lang]?.banner) };
};

/** Texts of the further layers of a language, with the site's own. */
export const furtherTexts = async (session: Session, lang: string): Promise<FurtherLayers> => {
  const { texts, policy } = session.config;
  const { ui, policy: said } = (await loadOr(session, `${baseOf(lang)}-more`, 'ru-more')).texts;
  return { ui: merge(ui, texts?.[lang]?.preferences), policy: merge(said, policy?.texts?.[lang]?.details) };
};
