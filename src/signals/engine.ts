import { jsonOf } from '../model/json.js';
import type { Left, Trace } from '../model/services.js';
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
   * Whether a decision of the visitor is in force, with nothing of it still to come: without one nobody is told of a refusal,
   * and only what has run on this page is cleaned up.
   */
  readonly decided: () => boolean;
  /** What the loader has told, before there was an engine. */
  readonly early: readonly Made[];
  readonly now: () => number;
  /** Loads a script; resolves once it has run, rejects where it cannot be had. */
  readonly load: (url: string) => Promise<unknown>;
  /** Whether the page has a script of that address by itself, which then starts by itself too. */
  readonly isThere: (url: string) => boolean;
  /** Removes what can be removed, except what services that may run need; gives the rest. */
  readonly clear: (keeps: readonly Trace[], needed: readonly Trace[]) => Promise<readonly Trace[]>;
  /** Resolves when the page has nothing more urgent to do than cleaning up. */
  readonly idle: Promise<unknown>;
  /** Called once at most for a service. */
  readonly warn: (service: string, problem: string) => void;
}

/** How a service does, for people who look after the site. */
export interface Status {
  readonly id: string;
  readonly allowed: boolean;
  /** Whether its scripts were asked for on this page. */
  readonly loaded: boolean;
}

export interface Engine {
  /**
   * Tells every service what has changed for it, in this very task: the page may be left right behind a withdrawal. Loads
   * nothing and cleans nothing up.
   */
  readonly tell: () => void;
  /** Brings every service in line with what is allowed now. Resolves with what withdrawals could not remove. */
  readonly update: () => Promise<readonly Left[]>;
  readonly status: () => readonly Status[];
  /** Everything that vendors were told on this page, in order. */
  readonly told: readonly Told[];
}

/** The steps of a grant, for comparison. */
const grantOf = ({ manifest: { tell } }: Running): readonly string[] => (tell?.grant ?? []).map((step) => jsonOf(step));

/**
 * Runs the services of a site: tells vendors what the visitor chose, loads what is granted, and cleans up what is not.
 * Signals come before scripts, so that no script starts without knowing. What is wrong with one service, with its vendor's
 * script or with a variable of the page that it names is no other's trouble.
 */
export const createEngine = ({
  services,
  allows,
  decided,
  early,
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
  /** Refused and not cleaned up after yet, or already. */
  const uncleaned = new Set<string>();
  const cleaned = new Set<string>();
  const warned = new Set<string>();

  const fail = (id: string, problem: string): void => {
    if (!warned.has(id)) warn(id, problem);
    warned.add(id);
  };

  /** Does something with what the vendor's script and the page have made, which may throw at anything. */
  const attempt = ({ id }: Running, act: () => void): void => {
    try {
      act();
    } catch (error) {
      const said = error instanceof Error ? error.message : typeof error;
      fail(
        id,
        `its script, or what the page has in its place, throws "${said}": correct it, it may not know the choice`,
      );
    }
  };

  const isAdvanced = ({ manifest, options }: Running): boolean =>
    manifest.advanced === true && options['mode'] === 'advanced';

  const isAllowed = ({ id }: Running): boolean => allows(id);

  /** Refused by itself, though its purpose is granted. */
  const isRefused = ({ id, manifest }: Running): boolean => allows(manifest.purpose) && !allows(id);

  /** The services that are told the same, in one step at least: all tags of Google have one state of consent. */
  const sharing = (running: Running): readonly Running[] => {
    const grant = grantOf(running);
    return services.filter((other) => other === running || grantOf(other).some((step) => grant.includes(step)));
  };

  /**
   * Whether a service is told that a purpose is granted. Of those that share a state, one that is refused by itself takes its
   * purpose along unless another one under that purpose may run, and a purpose that none of them is under unless any may.
   */
  const grants = (running: Running, purpose: string): boolean => {
    const all = sharing(running);
    const under = all.filter(({ manifest }) => manifest.purpose === purpose);
    const concerned = under.length ? under : all;
    return allows(purpose) && (concerned.some(isAllowed) || !concerned.some(isRefused));
  };

  const contextOf = (running: Running): Context => ({
    options: running.options,
    allows: (purpose) => grants(running, purpose),
    now,
    global: (path) => find(path)?.value,
  });

  /** Tells a vendor what is made of its steps. */
  const say = (running: Running, phase: Phase, made: readonly Made[]): void => {
    for (const step of made) {
      attempt(running, () => {
        if (take(step, () => on.has(running.id))) told.push({ service: running.id, phase, step });
      });
    }
  };

  const prepare = (running: Running): void => {
    for (const [name, stub] of Object.entries(running.manifest.stubs ?? {})) {
      attempt(running, () => putStub(name, stub, now));
    }
  };

  /** Whether a service may load: when it is granted, or where its script respects the refusal that it is told of. */
  const mayLoad = (running: Running): boolean =>
    on.has(running.id) ||
    // the state that it shares with one that may run is no refusal of it
    (isAdvanced(running) && !(isRefused(running) && sharing(running).some(isAllowed)));

  const start = async (running: Running): Promise<void> => {
    const { id, manifest } = running;
    if (loaded.has(id)) return;
    loaded.add(id);
    const addresses = (manifest.load ?? []).flatMap((template) => addressOf(template, running) ?? []);
    if (isAdvanced(running) && addresses.some(isThere)) return;
    const context = contextOf(running);
    prepare(running);
    // once, though a script that failed is asked for again
    if (!tried.has(id)) attempt(running, () => say(running, 'init', makeSteps(manifest.init ?? [], context)));
    tried.add(id);
    try {
      for (const url of addresses) {
        await load(url);
        await granted(running);
      }
    } catch (error) {
      loaded.delete(id);
      return fail(id, String(error));
    }
    attempt(running, () => say(running, 'loaded', makeSteps(manifest.loaded ?? [], context)));
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
    if (!told.some(({ service, phase }) => service === id && phase === 'withdrawal')) {
      const steps = manifest.tell?.withdrawal ?? [];
      attempt(running, () => say(running, 'withdrawal', makeSteps(steps, contextOf(running))));
    }
    void clean(running);
    await new Promise<void>((go) => waiting.set(id, go));
  };

  /** The steps that no other service has had told in the same go: two Google tags share one consent mode. */
  const fresh = (made: readonly Made[], seen: Set<string>): readonly Made[] =>
    made.filter((step) => {
      const text = jsonOf(step);
      return !seen.has(text) && seen.add(text);
    });

  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    const seen = new Set(early.map((step) => jsonOf(step)));
    for (const running of services) {
      const steps = running.manifest.tell?.default;
      if (!steps) continue;
      prepare(running);
      attempt(running, () => say(running, 'default', fresh(makeSteps(steps, contextOf(running)), seen)));
    }
  };

  /** Tells of a decision what has not been told before. */
  const inform = (running: Running, allowed: boolean, seen: Set<string>): void => {
    const { id, manifest } = running;
    const phase = allowed ? 'grant' : ran.has(id) ? 'withdrawal' : 'refusal';
    if (allowed) prepare(running);
    const made = makeSteps(manifest.tell?.[phase] ?? [], contextOf(running));
    const text = jsonOf(made);
    const steps = fresh(made, seen);
    if (last.get(id) === text) return;
    last.set(id, text); // before: what is called may decide anew, in this very task
    say(running, phase, steps);
  };

  const tell = (): void => {
    begin();
    const seen = new Set<string>();
    for (const running of services) {
      const { id } = running;
      const allowed = allows(id);
      const concerned = on.has(id) || decided();
      if (allowed || concerned) attempt(running, () => inform(running, allowed, seen));
      if (allowed) {
        on.add(id);
        ran.add(id);
        uncleaned.delete(id);
        cleaned.delete(id);
      } else {
        on.delete(id);
        // at the first look at a page too: it may hold what a script wrote after its withdrawal
        if (concerned && !cleaned.has(id)) uncleaned.add(id);
      }
    }
  };

  return {
    told,
    tell,
    status: () =>
      services.map(({ id, manifest: { load: scripts = [] } }) => ({
        id,
        allowed: allows(id),
        loaded: scripts.length > 0 && loaded.has(id),
      })),
    update: async () => {
      tell();
      const left = services.flatMap((running) => {
        const { id } = running;
        if (on.has(id)) waiting.get(id)?.();
        if (mayLoad(running)) void start(running);
        if (!uncleaned.delete(id)) return [];
        cleaned.add(id);
        return clean(running);
      });
      return (await Promise.all(left)).flat();
    },
  };
};
