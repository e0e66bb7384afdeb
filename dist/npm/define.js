import { start } from "./index.js";
// src/entry/define.ts
/** `import 'timebot-consent/define'`: starts the widget with the config in the page, as the script tag does. */
start();
