import type { Stub } from '../services/manifest.js';
import { find, put } from './globals.js';

const listAt = (path: string): unknown[] => {
  const value = find(path)?.value;
  if (Array.isArray(value)) return value;
  const made: unknown[] = [];
  put(path, made);
  return made;
};

/** Puts a stub where the vendor's script, or the page's own snippet, has put nothing yet. */
export const putStub = (name: string, stub: Stub, now: () => number): void => {
  if (find(name)?.value !== undefined) return;
  switch (stub.kind) {
    case 'list':
      listAt(name);
      break;
    case 'arguments': {
      const { queue, time } = stub;
      put(name, function keep() {
        // looked up at each call: a vendor's script replaces its queue. Google takes an array for another command
        listAt(queue).push(arguments); // oxlint-disable-line prefer-rest-params
      });
      if (time) put(time, now());
      break;
    }
    case 'caller': {
      const caller = (...args: unknown[]): void => {
        const method: unknown = Reflect.get(caller, 'callMethod');
        if (typeof method === 'function') Reflect.apply(method, caller, args);
        else listAt(`${name}.queue`).push(args);
      };
      put(name, Object.assign(caller, { push: caller, loaded: true, version: '2.0', queue: [] }));
      if (stub.alias && find(stub.alias)?.value === undefined) put(stub.alias, caller);
      break;
    }
    case 'methods': {
      const list = listAt(name);
      for (const method of stub.names) {
        Reflect.set(list, method, (...args: unknown[]) => {
          list.push([method, ...args]);
        });
      }
    }
  }
};
