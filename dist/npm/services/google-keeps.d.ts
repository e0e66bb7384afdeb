export declare const analyticsKeeps: readonly [{
    readonly in: 'cookie';
    readonly name: '_ga';
    readonly days: 730;
    readonly about: {
        readonly ru: 'отличает посетителей друг от друга';
        readonly kk: 'келушілерді бір-бірінен ажыратады';
        readonly en: 'tells visitors apart';
    };
}, {
    readonly in: 'cookie';
    readonly name: '_ga_*';
    readonly days: 730;
    readonly about: {
        readonly ru: 'хранит состояние сеанса';
        readonly kk: 'сеанс күйін сақтайды';
        readonly en: 'keeps the state of the session';
    };
}];
export declare const adsKeeps: readonly [{
    readonly in: 'cookie';
    readonly name: '_gcl_*';
    readonly days: 90;
    readonly about: {
        readonly ru: 'связывает посещение с рекламой';
        readonly kk: 'келуді жарнамамен байланыстырады';
        readonly en: 'links a visit to an ad';
    };
}];
