/** Version of the widget, as records and the API state it; a test holds it against package.json. */
export declare const version = "0.1.0";
