import { bare } from '../model/bare.js';
import type { Json, Step } from '../services/manifest.js';
import { find, isPlatform, put } from './globals.js';
import { fillText, valueOf, type Context } from './values.js';

/** A step with its values made: ready to be taken. */
export interface Made {
  /** The function to call, the class to make an object of, or nothing where only a value is set. */
  readonly call?: string;
  readonly create?: string;
  readonly set?: string;
  /** List that is given a function to make the call, instead. */
  readonly later?: string;
  readonly with: readonly unknown[];
}

const pathOf = (path: string, context: Context): string => fillText(path, context) ?? '';

/** The contexts in which a step is taken: one, or one for each item of a list. */
const contextsOf = ({ each }: { readonly each?: string }, context: Context): readonly Context[] => {
  const items: unknown = each === undefined ? undefined : valueOf(`{${each}}`, context);
  if (each === undefined || !Array.isArray(items)) return each === undefined ? [context] : [];
  return items.map((item: unknown) => ({ ...context, options: { ...context.options, item } }));
};

const make = (step: Step, context: Context): readonly Made[] => {
  const values = (given: readonly Json[] = [], by = context): unknown[] => given.map((value) => valueOf(value, by));
  if ('call' in step) {
    const { call, with: given, later } = step;
    return contextsOf(step, context).map((by) => ({
      call: pathOf(call, by),
      ...(later && { later }),
      with: values(given, by),
    }));
  }
  const set = pathOf(step.set, context);
  if ('create' in step) return [{ create: pathOf(step.create, context), set, with: values(step.with) }];
  return [{ set, with: values([step.to]) }];
};

/** The steps that can be taken: one that names an option that the owner left out is none. */
export const makeSteps = (steps: readonly Step[], context: Context): readonly Made[] =>
  steps.flatMap((step) => make(step, context)).filter((made) => !made.with.includes(undefined));

/**
 * Takes a step. One whose path leads nowhere, or to what the platform brings, is skipped; tells whether it was taken.
 *
 * @param still asked before a call that was put off
 */
export const take = (made: Made, still: () => boolean): boolean => {
  const { call, create, set, later, with: args } = bare(made);
  if (later !== undefined) {
    const { holder, value } = find(`${later}.push`) ?? {};
    if (typeof value !== 'function') return false;
    const { later: _, ...now } = made;
    Reflect.apply(value, holder, [() => still() && take(now, still)]);
    return true;
  }
  const path = call ?? create;
  if (path === undefined) return put(set ?? '', args[0]);
  const { holder, value } = find(path) ?? {};
  if (typeof value !== 'function' || (holder === window && isPlatform(value))) return false;
  if (call) Reflect.apply(value, holder, args);
  else put(set ?? '', Reflect.construct(value, args));
  return true;
};
