/** Of the preferences, on top of what both views share. */
export declare const styles: import("lit").CSSResult;
