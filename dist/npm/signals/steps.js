import { bare } from "../model/bare.js";
import { find, isPlatform, put } from "./globals.js";
import { fillText, valueOf } from "./values.js";
// src/signals/steps.ts
var pathOf = (path, context) => fillText(path, context) ?? "";
/** The contexts in which a step is taken: one, or one for each item of a list. */
var contextsOf = ({ each }, context) => {
	const items = each === void 0 ? void 0 : valueOf(`{${each}}`, context);
	if (each === void 0 || !Array.isArray(items)) return each === void 0 ? [context] : [];
	return items.map((item) => ({
		...context,
		options: {
			...context.options,
			item
		}
	}));
};
var make = (step, context) => {
	const values = (given = [], by = context) => given.map((value) => valueOf(value, by));
	if ("call" in step) {
		const { call, with: given, later } = step;
		return contextsOf(step, context).map((by) => ({
			call: pathOf(call, by),
			...later && { later },
			with: values(given, by)
		}));
	}
	const set = pathOf(step.set, context);
	if ("create" in step) return [{
		create: pathOf(step.create, context),
		set,
		with: values(step.with)
	}];
	return [{
		set,
		with: values([step.to])
	}];
};
/** The steps that can be taken: one that names an option that the owner left out is none. */
var makeSteps = (steps, context) => steps.flatMap((step) => make(step, context)).filter((made) => !made.with.includes(void 0));
/**
* Takes a step. One whose path leads nowhere, or to what the platform brings, is skipped; tells whether it was taken.
*
* @param still asked before a call that was put off
*/
var take = (made, still) => {
	const { call, create, set, later, with: args } = bare(made);
	if (later !== void 0) {
		const { holder, value } = find(`${later}.push`) ?? {};
		if (typeof value !== "function") return false;
		const { later: _, ...now } = made;
		Reflect.apply(value, holder, [() => still() && take(now, still)]);
		return true;
	}
	const path = call ?? create;
	if (path === void 0) return put(set ?? "", args[0]);
	const { holder, value } = find(path) ?? {};
	if (typeof value !== "function" || holder === window && isPlatform(value)) return false;
	if (call) Reflect.apply(value, holder, args);
	else put(set ?? "", Reflect.construct(value, args));
	return true;
};
export { makeSteps, take };
