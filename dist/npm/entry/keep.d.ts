/**
 * Puts back what an app throws out of the page, with the view before or by accident. At most three times a second: a page
 * that means it, and answers each time, is not held up by that, and a visitor who goes quickly from view to view loses nothing.
 *
 * @param isRight whether everything is where it belongs
 */
export declare const keepInPage: (isRight: () => boolean, putBack: () => void) => void;
