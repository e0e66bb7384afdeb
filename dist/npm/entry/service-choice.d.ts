/** Entry of the chunk that shows services, each with a choice of its own: for the preferences of sites that have some. */
export { withServices } from '../ui/service-choice.js';
export { serviceLayer } from './service-layer.js';
