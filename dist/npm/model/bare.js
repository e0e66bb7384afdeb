// src/model/bare.ts
/**
* A copy without a prototype, for objects whose fields may be absent: a page's scripts may put anything on
* `Object.prototype`, and a `required` there were a consent that nobody gave.
*/
var bare = (fields) => Object.assign(Object.create(null), fields);
export { bare };
