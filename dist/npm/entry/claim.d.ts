/** Takes this page for this copy of the widget. False where another copy has it: the first one stays. */
export declare const claim: () => boolean;
