/**
 * Puts back what an app throws out of the page, with the view before or by accident. Three times a second: a page may
 * mean it, but one whose visitor goes quickly from view to view does not.
 *
 * @param isRight whether everything is where it belongs
 */
export const keepInPage = (isRight: () => boolean, putBack: () => void): void => {
  let left = 3;
  new MutationObserver(() => {
    if (isRight() || !left) return;
    left--;
    setTimeout(() => left++, 1000);
    putBack();
  }).observe(document, { childList: true, subtree: true });
};
