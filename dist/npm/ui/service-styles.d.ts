/** Of the services, on top of the preferences'. */
export declare const styles: import("lit").CSSResult;
