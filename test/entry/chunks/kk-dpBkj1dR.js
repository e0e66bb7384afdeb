export const notice = 'kk of the test';
export const texts = {};
