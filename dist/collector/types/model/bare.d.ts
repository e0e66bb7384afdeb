/**
 * A copy without a prototype, for objects whose fields may be absent: a page's scripts may put anything on
 * `Object.prototype`, and a `required` there were a consent that nobody gave.
 */
export declare const bare: <T extends object>(fields: T) => T;
/** The same of plain data, all the way down. @throws RangeError for what holds itself */
export declare function bareAll<T>(data: T): T;
