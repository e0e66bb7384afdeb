/**
 * Of embeds. The box is the same before and after: what is in it never sizes it. A page's own rules for `timebot-embed`
 * count more than those for the host.
 */
export declare const styles: string;
