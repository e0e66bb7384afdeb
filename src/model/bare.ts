/**
 * A copy without a prototype, for objects whose fields may be absent: a page's scripts may put anything on
 * `Object.prototype`, and a `required` there were a consent that nobody gave.
 */
export const bare = <T extends object>(fields: T): T => Object.assign(Object.create(null), fields);

/** The same of plain data, all the way down. @throws RangeError for what holds itself */
export function bareAll<T>(data: T): T;
export function bareAll(data: unknown): unknown {
  if (Array.isArray(data)) return data.map((part) => bareAll(part));
  if (typeof data !== 'object' || !data) return data;
  return bare(Object.fromEntries(Object.entries(data).map(([key, part]) => [key, bareAll(part)])));
}
