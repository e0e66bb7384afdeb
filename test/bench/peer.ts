/*
 * vanilla-cookieconsent 3.1 as its "Getting started" page says: the stylesheet in the head, and at the end of the body a
 * module that imports the plugin and calls `run()`. As many purposes as the widget asks for, one language, and texts that
 * say about as much.
 */

/** Its configuration. It shows nothing to browsers that are driven by a program unless told so. */
const CONFIG = {
  hideFromBots: false,
  categories: {
    necessary: { enabled: true, readOnly: true },
    functionality: {},
    analytics: {},
    ads: {},
  },
  language: {
    default: 'ru',
    translations: {
      ru: {
        consentModal: {
          title: 'Ваши данные на этом сайте',
          description:
            'Мы используем файлы cookie и похожие технологии. Без вашего согласия работает только необходимое. ' +
            'С согласия мы подстраиваем сайт под вас, считаем посещения и показываем рекламу. Отказ ничего не закрывает, ' +
            'а выбор можно изменить в любое время.',
          acceptAllBtn: 'Принять все',
          acceptNecessaryBtn: 'Отклонить все',
          showPreferencesBtn: 'Настроить',
          footer: '<a href="/privacy">Политика конфиденциальности</a>',
        },
        preferencesModal: {
          title: 'Настройки',
          acceptAllBtn: 'Принять все',
          acceptNecessaryBtn: 'Отклонить все',
          savePreferencesBtn: 'Сохранить выбор',
          closeIconLabel: 'Закрыть',
          sections: [
            {
              title: 'Для чего нужны данные',
              description:
                'Вы решаете по каждой цели отдельно. Выбор хранится в вашем браузере и действует на всех страницах сайта.',
            },
            {
              title: 'Необходимое',
              description:
                'Вход, безопасность и работа страниц. Без этого сайт не работает, поэтому отказаться нельзя.',
              linkedCategory: 'necessary',
            },
            {
              title: 'Удобство',
              description: 'Запоминаем язык, город и то, что вы уже настроили, чтобы не спрашивать заново.',
              linkedCategory: 'functionality',
            },
            {
              title: 'Статистика',
              description: 'Считаем, какие страницы смотрят и где возникают ошибки, чтобы улучшать сервис.',
              linkedCategory: 'analytics',
            },
            {
              title: 'Реклама',
              description: 'Показываем предложения по интересам и измеряем, помогает ли реклама.',
              linkedCategory: 'ads',
            },
            {
              title: 'Вопросы',
              description: 'Напишите нам, если хотите узнать, какие данные о вас есть, изменить их или удалить.',
            },
          ],
        },
      },
    },
  },
};

/** The module that a site owner writes. */
export const peerModule = `import * as CookieConsent from '/cookieconsent.esm.js';

CookieConsent.run(${JSON.stringify(CONFIG, null, 2)});
`;
