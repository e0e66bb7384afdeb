import type { Left, Trace } from '../model/services.js';
import type { Step } from '../services/manifest.js';
import { addressOf, type Running } from './check.js';
import { find } from './globals.js';
import { makeSteps, take, type Made } from './steps.js';
import { putStub } from './stubs.js';
import type { Context } from './values.js';

/** When a vendor is told something. */
export type Phase = 'default' | 'grant' | 'refusal' | 'withdrawal' | 'init' | 'loaded';

/** What a vendor was told, for people who look after the site. */
export interface Told {
  readonly service: string;
  readonly phase: Phase;
  readonly step: Made;
}

export interface EngineDeps {
  readonly services: readonly Running[];
  /** Whether a purpose or service may run now. */
  readonly allows: (id: string) => boolean;
  /**
   * Whether a decision of the visitor is in force: without one nobody is told of a refusal, and only what has run on this
   * page is cleaned up.
   */
  readonly decided: () => boolean;
  readonly now: () => number;
  /** Loads a script; resolves once it has run, rejects where it cannot be had. */
  readonly load: (url: string) => Promise<unknown>;
  /** Whether the page has a script of that address by itself, which then starts by itself too. */
  readonly isThere: (url: string) => boolean;
  /** Removes what can be removed, except what services that may run need; gives the rest. */
  readonly clear: (keeps: readonly Trace[], needed: readonly Trace[]) => Promise<readonly Trace[]>;
  /** Resolves when the page has nothing more urgent to do than cleaning up. */
  readonly idle: Promise<unknown>;
  readonly warn: (service: string, problem: unknown) => void;
}

/** How a service does, for people who look after the site. */
export interface Status {
  readonly id: string;
  readonly allowed: boolean;
  /** Whether its scripts were asked for on this page. */
  readonly loaded: boolean;
}

export interface Engine {
  /** Brings every service in line with what is allowed now. Resolves with what withdrawals could not remove. */
  readonly update: () => Promise<readonly Left[]>;
  readonly status: () => readonly Status[];
  /** Everything that vendors were told on this page, in order. */
  readonly told: readonly Told[];
}

/**
 * Runs the services of a site: tells vendors what the visitor chose, loads what is granted, and cleans up what is not.
 * Signals come before scripts, so that no script starts without knowing.
 */
export const createEngine = ({
  services,
  allows,
  decided,
  now,
  load,
  isThere,
  clear,
  idle,
  warn,
}: EngineDeps): Engine => {
  const told: Told[] = [];
  /** What each service was told last. */
  const last = new Map<string, string>();
  /** What may run now, and what might at any time on this page. */
  const on = new Set<string>();
  const ran = new Set<string>();
  const loaded = new Set<string>();
  const tried = new Set<string>();
  const waiting = new Map<string, () => void>();
  const cleaned = new Set<string>();

  const isAdvanced = ({ manifest, options }: Running): boolean =>
    manifest.advanced === true && options['mode'] === 'advanced';

  /** Refused though its purpose is granted: whatever it is told of other purposes is denied as well. */
  const isRefused = ({ id, manifest }: Running): boolean => allows(manifest.purpose) && !allows(id);

  /** The services that are told the same: two tags of Google have one state of consent between them. */
  const sharing = ({ manifest }: Running): readonly Running[] => {
    const grant = JSON.stringify(manifest.tell?.grant);
    return services.filter((other) => JSON.stringify(other.manifest.tell?.grant) === grant);
  };

  const contextOf = (running: Running): Context => ({
    options: running.options,
    allows: (purpose) => allows(purpose) && !sharing(running).every(isRefused),
    now,
    global: (path) => find(path)?.value,
  });

  const tell = (running: Running, phase: Phase, made: readonly Made[]): void => {
    for (const step of made) {
      try {
        if (take(step, () => on.has(running.id))) told.push({ service: running.id, phase, step });
      } catch (error) {
        warn(running.id, error); // the vendor's own
      }
    }
  };

  const prepare = ({ manifest: { stubs = {} } }: Running): void => {
    for (const [name, stub] of Object.entries(stubs)) putStub(name, stub, now);
  };

  const start = async (running: Running): Promise<void> => {
    const { id, manifest } = running;
    if (loaded.has(id)) return;
    loaded.add(id);
    const context = contextOf(running);
    const addresses = (manifest.load ?? []).flatMap((template) => addressOf(template, running) ?? []);
    if (isAdvanced(running) && addresses.some(isThere)) return;
    prepare(running);
    // once, though a script that failed is asked for again
    if (!tried.has(id)) tell(running, 'init', makeSteps(manifest.init ?? [], context));
    tried.add(id);
    try {
      for (const url of addresses) {
        await load(url);
        await granted(running);
      }
      tell(running, 'loaded', makeSteps(manifest.loaded ?? [], context));
    } catch (error) {
      loaded.delete(id);
      warn(id, error);
    }
  };

  /** Removes what a service that may not run has kept; what it has in common with one that may run stays. */
  const clean = async ({ id, manifest: { keeps = [] } }: Running): Promise<readonly Left[]> => {
    await idle;
    if (on.has(id)) return []; // granted again meanwhile
    const needed = services.filter((other) => on.has(other.id)).flatMap((other) => other.manifest.keeps ?? []);
    const left = await clear(keeps, needed);
    return left.map((trace) => ({ service: id, ...trace }));
  };

  /** Resolves when a service may run, which may have been refused again while its script was loading. */
  const granted = async (running: Running): Promise<void> => {
    const { id, manifest } = running;
    if (on.has(id) || isAdvanced(running)) return;
    // it has begun, and what was to be told at the withdrawal may have found nobody there
    if (!told.some(({ service, phase }) => service === id && phase === 'withdrawal'))
      tell(running, 'withdrawal', makeSteps(manifest.tell?.withdrawal ?? [], contextOf(running)));
    void clean(running);
    await new Promise<void>((go) => waiting.set(id, go));
  };

  /** The steps that no other service has had told in the same go: two Google tags share one consent mode. */
  const fresh = (made: readonly Made[], seen: Set<string>): readonly Made[] =>
    made.filter((step) => {
      const text = JSON.stringify(step);
      return !seen.has(text) && seen.add(text);
    });

  const begin = (): void => {
    const seen = new Set<string>();
    const isEarly = (step: Step): boolean => 'early' in step && (step.early ?? false);
    const told = services.some((running) => isAdvanced(running) && running.manifest.tell?.default?.some(isEarly));
    for (const running of services) {
      const steps = running.manifest.tell?.default?.filter((step) => !(told && isEarly(step)));
      if (!steps) continue;
      prepare(running);
      tell(running, 'default', fresh(makeSteps(steps, contextOf(running)), seen));
    }
  };

  /** Tells of a decision what has not been told before. */
  const inform = (running: Running, allowed: boolean, seen: Set<string>): void => {
    const { id, manifest } = running;
    const phase = allowed ? 'grant' : ran.has(id) ? 'withdrawal' : 'refusal';
    if (allowed) prepare(running);
    const made = makeSteps(manifest.tell?.[phase] ?? [], contextOf(running));
    const text = JSON.stringify(made);
    const steps = fresh(made, seen);
    if (last.get(id) !== text) tell(running, phase, steps);
    last.set(id, text);
  };

  let begun = false;
  return {
    told,
    status: () =>
      services.map(({ id, manifest: { load: scripts = [] } }) => ({
        id,
        allowed: allows(id),
        loaded: scripts.length > 0 && loaded.has(id),
      })),
    update: async () => {
      if (!begun) begin();
      begun = true;
      const seen = new Set<string>();
      const refused: Running[] = [];
      for (const running of services) {
        const { id } = running;
        const allowed = allows(id);
        const concerned = on.has(id) || decided();
        if (allowed || concerned) inform(running, allowed, seen);
        if (allowed) {
          on.add(id);
          ran.add(id);
          waiting.get(id)?.();
          cleaned.delete(id);
        } else {
          on.delete(id);
          // at the first look at a page too: it may hold what a script wrote after its withdrawal
          if (concerned && !cleaned.has(id)) refused.push(running);
        }
      }
      for (const running of services) {
        if (on.has(running.id) || isAdvanced(running)) void start(running);
      }
      const left = await Promise.all(
        refused.map((running) => {
          cleaned.add(running.id);
          return clean(running);
        }),
      );
      return left.flat();
    },
  };
};
