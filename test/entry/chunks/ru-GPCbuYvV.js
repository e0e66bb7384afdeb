export const notice = 'ru of the test';
export const texts = {};
