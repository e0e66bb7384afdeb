/** What a visitor can ask of an embed. */
export type EmbedAction = 'show-once' | 'show-always' | 'allow' | 'back' | 'settings';
export interface EmbedKey {
    readonly action: EmbedAction;
    readonly label: string;
}
/** What stands in the place of the frame. Texts are complete. */
export interface Placeholder {
    readonly lang: string;
    readonly theme: string;
    readonly title: string;
    /** Address of the owner's picture. */
    readonly poster: string | undefined;
    readonly text: string;
    readonly keys: readonly EmbedKey[];
    readonly settings: string;
}
/** What an embed shows: a placeholder, or a frame with these attributes. */
export type EmbedState = {
    readonly placeholder: Placeholder;
} | {
    readonly frame: Readonly<Record<string, string>>;
};
/** Who looks after embeds. */
export interface EmbedOwner {
    /** The document's own `createElement`, past what shadows it. */
    readonly create: <K extends keyof HTMLElementTagNameMap>(tag: K) => HTMLElementTagNameMap[K];
    /** An embed has come, or its markup has changed. */
    readonly changed: (element: EmbedElement) => void;
    readonly left: (element: EmbedElement) => void;
    readonly asked: (element: EmbedElement, action: EmbedAction, cause: Event) => void;
}
/**
 * `<timebot-embed>`: content of a vendor, or a placeholder until the visitor wants it. It shows what its owner says and asks
 * for changes. What stands in it, a plain link at best, is shown before and within the placeholder.
 *
 * @csspart placeholder - Everything that stands in the place of the frame
 * @csspart poster - The owner's picture
 * @csspart panel - Title, text and buttons
 * @csspart title
 * @csspart text - The part that scrolls where the box is small
 * @csspart choice - Both answers: one part, since they have to look the same
 * @csspart frame - The frame
 */
export interface EmbedElement extends HTMLElement {
    /** Shows a state; undefined: just what stands in the element. `say`: what screen readers announce. */
    show(state: EmbedState | undefined, say?: string): void;
    /** Puts the focus on what is shown. */
    focusShown(): void;
}
/** The element, for an owner of this page. */
export declare const embedElement: (owner: EmbedOwner) => CustomElementConstructor;
