/**
 * Puts back what an app throws out of the page, with the view before or by accident. Three times in ten seconds: a page may
 * mean it.
 *
 * @param isRight whether everything is where it belongs
 */
export const keepInPage = (isRight: () => boolean, putBack: () => void): void => {
  let left = 3;
  new MutationObserver(() => {
    if (isRight() || !left) return;
    left--;
    setTimeout(() => left++, 10_000);
    putBack();
  }).observe(document, { childList: true, subtree: true });
};
