/* stats.example/count.js: a counter that a view of a single-page app brings */
import { ASKED, hit } from './stand-in.js';

hit(`https://stats.example/hit/${ASKED.searchParams.get('view')}`);
