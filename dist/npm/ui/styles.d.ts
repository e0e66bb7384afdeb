/** Of both views. `!important` on the host where a page's own resets must not reach. */
export declare const styles: import("lit").CSSResult;
