import type { ConsentState, PreferencesModule } from './contract.js';
/** Every purpose with its switch and what there is to know about it, the policy, this choice's end, and the account's data. */
export declare const render: PreferencesModule['render'];
/** What a render leaves to do. `before`: the state that was shown until now, undefined where it has not changed. */
export declare const updated: (root: ShadowRoot, state: ConsentState | undefined, before: ConsentState | undefined) => void;
