/** `import 'timebot-consent/define'`: starts the widget with the config in the page, as the script tag does. */
import { start } from './index.js';

start();
