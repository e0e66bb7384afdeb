export interface Trigger {
    /** Shows the button with this label, or hides it. */
    update(visible: boolean, label: string, lang: string): void;
}
/**
 * The button that reopens the preferences on every page. It is no part of the element: a page where nothing has to be
 * asked loads no Lit for it.
 */
export declare const createTrigger: (side: string, onOpen: () => void) => Trigger;
