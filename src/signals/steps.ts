import type { Json, Step } from '../services/manifest.js';
import { find, isPlatform, put } from './globals.js';
import { fillText, valueOf, type Context } from './values.js';

/** A step with its values made: ready to be taken. */
export interface Made {
  /** The function to call, the class to make an object of, or nothing where only a value is set. */
  readonly call?: string;
  readonly create?: string;
  readonly set?: string;
  readonly with: readonly unknown[];
}

const pathOf = (path: string, context: Context): string => fillText(path, context) ?? '';

const make = (step: Step, context: Context): Made => {
  const values = (given: readonly Json[] = []): unknown[] => given.map((value) => valueOf(value, context));
  if ('call' in step) return { call: pathOf(step.call, context), with: values(step.with) };
  const set = pathOf(step.set, context);
  if ('create' in step) return { create: pathOf(step.create, context), set, with: values(step.with) };
  return { set, with: values([step.to]) };
};

/** The steps that can be taken: one that names an option that the owner left out is none. */
export const makeSteps = (steps: readonly Step[], context: Context): readonly Made[] =>
  steps.map((step) => make(step, context)).filter((made) => !made.with.includes(undefined));

/** Takes a step. One whose path leads nowhere, or to what the platform brings, is skipped; tells whether it was taken. */
export const take = ({ call, create, set, with: args }: Made): boolean => {
  const path = call ?? create;
  if (path === undefined) return put(set ?? '', args[0]);
  const { holder, value } = find(path) ?? {};
  if (typeof value !== 'function' || (holder === window && isPlatform(value))) return false;
  if (call) Reflect.apply(value, holder, args);
  else put(set ?? '', Reflect.construct(value, args));
  return true;
};
