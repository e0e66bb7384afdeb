/** Decisions about some parts of an offer, which keep the rest. */
import { type Choice } from '../model/decisions.js';
import { type Part } from '../model/kept.js';
import type { Session } from './session.js';
/** Whether a purpose is on now, here or by what another tab or subdomain has decided. */
export declare const isOn: (session: Session, purpose: string) => boolean;
/** The choice of somebody who answers only these parts, and the policy if said so. */
export declare const naming: (session: Session, named: Readonly<Record<string, boolean>>, policy?: boolean) => Choice;
/** A question about a part of the offer. */
export interface Delta {
    readonly news: readonly Part[];
    /**
     * The choice that an answer makes; undefined where nothing is in force any more that it could keep. That is taken up then,
     * and asks about everything.
     */
    readonly answer: (granted: boolean) => Choice | undefined;
}
/** What is to be asked alone; undefined where everything has to be asked. */
export declare const deltaOf: (session: Session) => Delta | undefined;
