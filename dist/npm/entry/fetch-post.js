import { bare } from "../model/bare.js";
// src/entry/fetch-post.ts
/**
* The page's own `fetch`. Where the first attempt has failed, the next one's options inherit nothing that a page may have put on
* every object. Not at once: pages wrap `fetch`, and ask the options for methods that every object has.
*/
var fetchPost = (url, init) => fetch(url, init.keepalive ? init : bare(init));
export { fetchPost };
