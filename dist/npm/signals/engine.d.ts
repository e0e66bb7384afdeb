import type { Left, Trace } from '../model/services.js';
import { type Running } from './check.js';
import { type Made } from './steps.js';
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
/**
 * Runs the services of a site: tells vendors what the visitor chose, loads what is granted, and cleans up what is not.
 * Signals come before scripts, so that no script starts without knowing. What is wrong with one service, with its vendor's
 * script or with a variable of the page that it names is no other's trouble.
 */
export declare const createEngine: ({ services, allows, decided, early, now, load, isThere, clear, idle, warn, }: EngineDeps) => Engine;
