export * from './npm/entry/api.js';
