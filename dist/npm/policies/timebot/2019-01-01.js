// src/policies/timebot/2019-01-01.ts
var core = {
	edition: "2019-01-01",
	purposes: [
		{
			id: "necessary",
			required: true
		},
		{ id: "personalisation" },
		{ id: "telemetry" },
		{
			id: "ads",
			needsRecipient: true
		},
		{
			id: "contact",
			needsService: true
		}
	]
};
var evidence = {
	hash: "7b92069a61ce562c3afa311731667a7362c71cb7ff152d2eb44d29ff8008a14e",
	operator: {
		name: "ИП Джаикбаев А.М.",
		id: "520224300214"
	},
	data: [
		"ip",
		"cookie",
		"browser",
		"time",
		"page"
	]
};
var facts = {
	id: "timebot",
	url: "https://timebot.kz/",
	contact: "support@timebot.kz",
	clauses: {
		necessary: [
			"1.1.2",
			"2.1",
			"2.2.1"
		],
		personalisation: ["2.2.2"],
		telemetry: [
			"1.1.2",
			"2.2.4",
			"2.2.5b"
		],
		ads: ["2.2.5a"],
		contact: ["2.2.3"]
	}
};
var ruBanner = {
	summary: "TimeBot получает IP-адрес, cookie, данные о браузере, время доступа и адреса страниц. Необходимое работает всегда, остальное — только с вашего согласия. Его можно отозвать.",
	purposes: {
		necessary: "Необходимые",
		personalisation: "Персонализация",
		telemetry: "Телеметрия",
		ads: "Таргетинг рекламы",
		contact: "Связь"
	}
};
var ruDetails = {
	purposes: {
		necessary: "Вход, определение стороны договора и память о вашем выборе. Отключить нельзя: без них сервис не работает.",
		personalisation: "Подстраиваем содержание и функции под вас по тому, как вы пользуетесь сервисом. Без согласия — стандартный вид.",
		telemetry: "Смотрим, какие страницы и функции открывают, чтобы улучшать сервис и создавать новые. Для статистики и исследований данные обезличиваем.",
		ads: "По данным о посещениях подбираем для вас рекламные материалы.",
		contact: "Чат и уведомления о сервисе и ваших заявках."
	},
	data: {
		ip: "IP-адрес",
		cookie: "информация из cookie",
		browser: "информация о браузере",
		time: "время доступа",
		page: "адрес запрашиваемой страницы"
	},
	clauses: {
		"1.1.2": "1.1.2. Данные, которые автоматически передаются Сервисам TimeBot в процессе их использования с помощью установленного на устройстве пользователя программного обеспечения, в том числе IP-адрес, информация из cookie, информация о браузере пользователя (или иной программы с помощью которой осуществляется доступ к сервисам), время доступа, адрес запрашиваемой страницы.",
		"2.1": "2.1. TimeBot собирает и хранит только те данные, которые необходимы для предоставления Сервисов и оказания услуг (исполнения соглашений и договоров с пользователем).",
		"2.2.1": "2.2.1. Идентификация стороны в рамках соглашений и договоров с TimeBot.",
		"2.2.2": "2.2.2. Предоставление пользователю персонализированных Сервисов, демо доступа в Сервисы.",
		"2.2.3": "2.2.3. Связь с пользователем, в том числе направление уведомлений, запросов и информации, касающихся использования Сервисов, оказания услуг, а также обработка запросов и заявок от пользователя.",
		"2.2.4": "2.2.4. Улучшение качества Сервисов, удобства их использования, разработка новых сервисов и услуг.",
		"2.2.5a": "2.2.5 (первый). Таргетирование рекламных материалов.",
		"2.2.5b": "2.2.5 (второй). Проведение статистических и иных исследований на основе обезличенных данных."
	},
	law: "Закон Республики Казахстан от 21 мая 2013 года № 94-V «О персональных данных и их защите»",
	rights: "Согласие на обработку персональных данных можно отозвать заявлением в TimeBot. При основаниях, указанных в статье 9 Закона, TimeBot вправе продолжить обработку (п. 3.4.3). Изменить свои данные можно в разделах «Настройки» и «Справочники» (п. 4.1), удалить данные учётной записи — связавшись с TimeBot любым удобным способом, например support@timebot.kz. После удаления аккаунта некоторые Сервисы могут стать недоступны (п. 4.2).",
	term: "Согласие действует до достижения целей обработки или до отзыва — что наступит раньше (п. 3.4.2, 3.4.4)."
};
var kkBanner = {
	summary: "TimeBot IP-мекенжайды, cookie, браузер деректерін, кіру уақытын, бет мекенжайын алады. Қажеттілері үнемі істейді, қалғаны — тек келісіміңізбен. Оны кері қайтарып алуға болады.",
	purposes: {
		necessary: "Қажетті",
		personalisation: "Жекелендіру",
		telemetry: "Телеметрия",
		ads: "Таргеттелген жарнама",
		contact: "Байланыс"
	}
};
var kkDetails = {
	purposes: {
		necessary: "Аккаунтқа кіру, шарт тарапын анықтау және таңдауыңызды есте сақтау. Өшіруге болмайды: бұларсыз сервис жұмыс істемейді.",
		personalisation: "Сервисті қалай пайдаланатыныңызға қарай мазмұны мен функцияларын сізге бейімдейміз. Келісімсіз — стандартты нұсқа.",
		telemetry: "Сервисті жақсарту және жаңасын жасау үшін қай беттер мен функциялар ашылатынын қараймыз. Статистика мен зерттеулер үшін деректер иесіздендіріледі.",
		ads: "Сайтқа кіру деректері бойынша сізге жарнамалық материалдар таңдаймыз.",
		contact: "Сервис пен өтінімдеріңіз туралы чат және хабарламалар."
	},
	data: {
		ip: "IP-мекенжай",
		cookie: "cookie ақпараты",
		browser: "браузер туралы ақпарат",
		time: "кіру уақыты",
		page: "сұралатын беттің мекенжайы"
	},
	clauses: {
		"1.1.2": "1.1.2. TimeBot Сервистерін пайдалану барысында пайдаланушының құрылғысында орнатылған бағдарламалық қамтылым арқылы оларға автоматты түрде берілетін деректер, оның ішінде IP-мекенжай, cookie ақпараты, пайдаланушының браузері (немесе сервистерге кіруге арналған өзге бағдарлама) туралы ақпарат, кіру уақыты, сұралатын беттің мекенжайы.",
		"2.1": "2.1. TimeBot Сервистерді ұсынуға және қызметтер көрсетуге (пайдаланушымен жасалған келісімдер мен шарттарды орындауға) қажетті деректерді ғана жинайды және сақтайды.",
		"2.2.1": "2.2.1. TimeBot-пен жасалған келісімдер мен шарттар шеңберінде тарапты сәйкестендіру.",
		"2.2.2": "2.2.2. Пайдаланушыға жекелендірілген Сервистерді, Сервистерге демо қолжетімділікті ұсыну.",
		"2.2.3": "2.2.3. Пайдаланушымен байланысу, оның ішінде Сервистерді пайдалануға, қызметтер көрсетуге қатысты хабарламалар, сұрау салулар мен ақпарат жіберу, сондай-ақ пайдаланушының сұрау салулары мен өтінімдерін өңдеу.",
		"2.2.4": "2.2.4. Сервистердің сапасын, оларды пайдалану қолайлылығын жақсарту, жаңа сервистер мен қызметтерді әзірлеу.",
		"2.2.5a": "2.2.5 (бірінші). Жарнамалық материалдарды таргеттеу.",
		"2.2.5b": "2.2.5 (екінші). Иесіздендірілген деректер негізінде статистикалық және өзге де зерттеулер жүргізу."
	},
	law: "«Дербес деректер және оларды қорғау туралы» Қазақстан Республикасының 2013 жылғы 21 мамырдағы № 94-V Заңы",
	rights: "Дербес деректерді өңдеуге келісімді TimeBot-қа өтініш жіберіп, кері қайтарып алуға болады. Заңның 9-бабында көрсетілген негіздер болса, TimeBot өңдеуді жалғастыруға құқылы (3.4.3-тармақ). Деректеріңізді «Настройки» және «Справочники» бөлімдерінде өзгертуге (4.1-тармақ), ал есептік жазба деректерін TimeBot-қа өзіңізге ыңғайлы кез келген тәсілмен, мысалы support@timebot.kz арқылы, хабарласып жоюға болады. Аккаунт жойылғаннан кейін кейбір Сервистер қолжетімсіз болуы мүмкін (4.2-тармақ).",
	term: "Келісім өңдеу мақсаттарына қол жеткенге немесе кері қайтарып алынғанға дейін қолданылады — қайсысы ерте болса (3.4.2, 3.4.4-тармақтар)."
};
var enBanner = {
	summary: "TimeBot receives your IP address, cookies, browser details, access time and page addresses. Necessary items always run; the rest only with your consent, which you can withdraw.",
	purposes: {
		necessary: "Necessary",
		personalisation: "Personalisation",
		telemetry: "Telemetry",
		ads: "Ad targeting",
		contact: "Contact"
	}
};
var enDetails = {
	purposes: {
		necessary: "Sign-in, identifying the party to the agreement, remembering your choice. Cannot be off: the service needs them.",
		personalisation: "We adapt content and features to you, based on how you use the service. Without consent: the standard version.",
		telemetry: "We see which pages and features are opened, to improve the service and build new ones. Data for statistics and research is de-identified.",
		ads: "We use visit data to choose advertising materials for you.",
		contact: "Chat and notices about the service and your requests."
	},
	data: {
		ip: "IP address",
		cookie: "information from cookies",
		browser: "information about the browser",
		time: "time of access",
		page: "address of the requested page"
	},
	clauses: {
		"1.1.2": "1.1.2. Data that is passed to TimeBot’s Services automatically while they are used, by software installed on the user’s device, including IP address, information from cookies, information about the user’s browser (or another program that accesses the services), time of access, address of the requested page.",
		"2.1": "2.1. TimeBot collects and keeps only the data that is necessary for providing the Services and rendering services (performing agreements and contracts with the user).",
		"2.2.1": "2.2.1. Identifying the party under agreements and contracts with TimeBot.",
		"2.2.2": "2.2.2. Providing the user with personalised Services and with demo access to the Services.",
		"2.2.3": "2.2.3. Contact with the user, including sending notices, requests and information about the use of the Services and the rendering of services, as well as handling the user’s requests and applications.",
		"2.2.4": "2.2.4. Improving the quality of the Services and their ease of use, developing new services.",
		"2.2.5a": "2.2.5 (first). Targeting of advertising materials.",
		"2.2.5b": "2.2.5 (second). Statistical and other research on the basis of de-identified data."
	},
	law: "Law of the Republic of Kazakhstan of 21 May 2013 No. 94-V “On Personal Data and Their Protection”",
	rights: "Consent to the processing of personal data can be withdrawn by an application to TimeBot. On the grounds listed in article 9 of the Law, TimeBot may continue processing (clause 3.4.3). You can change your data in the sections «Настройки» (Settings) and «Справочники» (Directories) (clause 4.1), and delete the data of an account by contacting TimeBot in any way convenient to you, for example support@timebot.kz. Once an account is deleted, some Services may become unavailable (clause 4.2).",
	term: "Consent lasts until the purposes of processing are achieved or until it is withdrawn, whichever comes first (clauses 3.4.2, 3.4.4)."
};
export { core, enBanner, enDetails, evidence, facts, kkBanner, kkDetails, ruBanner, ruDetails };
