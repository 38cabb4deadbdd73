import { describe, expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

type Expected = {
	readonly due: string | null
	readonly from?: string
	readonly doubts?: readonly string[]
}

function deadlineIn(text: string): Expected {
	const { dueOn, extendedFrom, doubts } = readNotice(text)
	return {
		due: dueOn?.value ?? null,
		...(extendedFrom ? { from: extendedFrom.value } : {}),
		...(doubts.length > 0 ? { doubts: doubts.map(({ kind }) => kind) } : {}),
	}
}

const due = (date: string): Expected => ({ due: date })
const none: Expected = { due: null }

describe('a deadline is read however it is put', () => {
	test.each([
		['Remissvaren ska ha kommit in till Finansdepartementet senast den 5 maj 2014.', due('2014-05-05')],
		['Remissvaren skall ha inkommit till Socialdepartementet senast den 12 mars 2012.', due('2012-03-12')],
		['Remissvaren ska ha inkommit till departementet senast torsdagen den 12 mars 2015 kl. 12.00.', due('2015-03-12')],
		['Remissvaren ska vara Justitiedepartementet till handa senast den 1 oktober 2013.', due('2013-10-01')],
		['Remissyttrandena ska vara inkomna senast fredag 3 februari 2017.', due('2017-02-03')],
		['Remissvar önskas senast den 28/3 2024.', due('2024-03-28')],
		['Svar senast 2024-03-28.', due('2024-03-28')],
		['Svar senast: 28.3.2024', due('2024-03-28')],
		['Sista svarsdag: 2019-11-29', due('2019-11-29')],
		['Sista dag för svar är den 2 juni 2021.', due('2021-06-02')],
		['Sista dag att lämna synpunkter är måndagen den 13 juni 2016.', due('2016-06-13')],
		['Sista dagen för att lämna remissvar är 30 augusti 2022.', due('2022-08-30')],
		['Remisstiden löper ut den 30 april 2018.', due('2018-04-30')],
		['Remisstiden går ut den 30 april 2018.', due('2018-04-30')],
		['Svarstiden löper till och med den 15 januari 2020.', due('2020-01-15')],
		['Svarstid: 15 januari 2020', due('2020-01-15')],
		['Remisstid t.o.m. 15 jan. 2020', due('2020-01-15')],
		['Den 15 januari 2020 löper remisstiden ut.', due('2020-01-15')],
		['Den 15 januari 2020 är sista dag att svara på remissen.', due('2020-01-15')],
		['Senast den 15 januari 2020 ska remissvaren ha kommit in till Kulturdepartementet.', due('2020-01-15')],
		['Senast den 15 januari 2020 vill departementet ha era synpunkter.', due('2020-01-15')],
		['Vi ber er svara senast den 4 september 2023.', due('2023-09-04')],
		['Svara senast 4 september 2023', due('2023-09-04')],
		['Yttranden emotses senast den 4 september 2023.', due('2023-09-04')],
		['Yttrandet ska lämnas till kommunstyrelsen senast 2023-09-04.', due('2023-09-04')],
		['Synpunkter lämnas senast den 4 sept. 2023 till registrator.', due('2023-09-04')],
		['Eventuella synpunkter ska vara oss tillhanda senast 4/9 2023.', due('2023-09-04')],
		['Samrådstiden pågår från den 1 maj till och med den 12 juni 2023.', due('2023-06-12')],
		['Samrådet pågår 1 maj–12 juni 2023.', due('2023-06-12')],
		['Förslaget är ute på samråd 1–30 juni 2023.', due('2023-06-30')],
		['Samrådstid: 2023-05-01 – 2023-06-12', due('2023-06-12')],
		['Granskningstid 2023-05-01--2023-06-12. Synpunkter lämnas skriftligt.', due('2023-06-12')],
		['The deadline for replies is 15 March 2024.', due('2024-03-15')],
		['Comments should be submitted no later than March 15, 2024.', due('2024-03-15')],
		['Feedback period: 12 January 2024 - 8 March 2024', due('2024-03-08')],
		['Please reply by 15th of March 2024.', due('2024-03-15')],
		['Responses are due on 8 March 2024.', due('2024-03-08')],
		['Closing date: 8 March 2024', due('2024-03-08')],
		['The consultation is open until 8 March 2024.', due('2024-03-08')],
	] as const)('%s', (text, expected) => {
		expect(deadlineIn(text)).toEqual(expected)
	})
})

describe('slips of the pen and marks that cannot be seen do not hide it', () => {
	test.each([
		['Remissvaren ska ha kommit in till Finansdepartementet senast den den 5 maj 2014.', due('2014-05-05')],
		['Remissvaren ska ha kommit in senast fredagenden 16 maj 2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den\u00a016\u00a0maj 2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in sen\u00adast den 16\u200b maj\u00a02014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in till\nFinansdepartementet senast\nden 16\nmaj\n2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in till Finansdepartementet\n\nsenast den\n\n16 maj 2014.', due('2014-05-16')],
		['Remissvaren ska ha inkommit, **senast den 16 maj** 2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den16 maj 2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den 16maj 2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den 16 maj2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den 16 maj, 2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den 16:e maj 2014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den 16 septmber 2014.', due('2014-09-16')],
		['Remissvaren ska ha kommit in senast den 16 ockober 2014.', due('2014-10-16')],
		['Remissvaren ska ha kommit in senat den 16 maj 2014.', { due: '2014-05-16', doubts: ['unclearDate'] }],
		[
			'Remissvaren ska ha kommit in till Finansdepartementet den 16 maj 2014.',
			{ due: '2014-05-16', doubts: ['unclearDate'] },
		],
		['Remissvaren ska ha kommit in senast den 1 6 maj 2014.', { due: '2014-05-16', doubts: ['unclearDate'] }],
		['Remissvaren ska ha kommit in senast den femtonde maj 2014.', { due: null, doubts: ['notRead'] }],
		['Remissvaren lämnas före utgången av maj 2014.', { due: null, doubts: ['notRead'] }],
		['Remissvaren ska ha kommit in senast den 16\u2011maj\u20112014.', due('2014-05-16')],
		['Remissvaren ska ha kommit in senast den l maj 2014.', { due: null, doubts: ['notRead'] }],
		['Remissvaren ska ha kommit in senast den 31 november 2014.', { due: null, doubts: ['noSuchDate'] }],
		['Remissvaren ska ha kommit in senast måndagen den 16 maj 2014.', { due: '2014-05-16', doubts: ['wrongWeekday'] }],
	] as const)('%j', (text, expected) => {
		expect(deadlineIn(text)).toEqual(expected)
	})
})

describe('dates that are no deadlines are left alone', () => {
	test.each([
		['Publicerad 15 maj 2014', none],
		['Uppdaterad den 15 maj 2014 kl. 10.15', none],
		['Lagen föreslås träda i kraft den 1 juli 2014.', none],
		['Lagändringarna föreslås träda i kraft senast den 1 juli 2014.', none],
		['Direktivet ska vara genomfört i svensk rätt senast den 28 juni 2022.', none],
		['Uppdraget ska redovisas till Regeringskansliet senast den 1 mars 2015.', none],
		['Regeringen beslutade den 3 mars 2011 att tillsätta en särskild utredare.', none],
		['Anmälan till remissmötet görs senast den 22 september 2020.', none],
		['Anmäl dig till hearingen senast den 22 september 2020.', none],
		['Frågor om remissen ställs till handläggaren senast den 22 september 2020.', none],
		['Begäran om anstånd med svaret ska göras senast den 22 september 2020.', none],
		['Promemorian överlämnades den 4 april 2014. Synpunkter är välkomna.', none],
		['Remissammanställningen med svaren publiceras senast den 4 april 2014.', none],
		['Remissen skickades ut den 4 april 2014.', none],
		['Remissvaren som inkom den 4 april 2014 finns här.', none],
		['Mötet äger rum den 25 september 2020 kl. 10.00–12.00.', none],
		['Datum 2014-04-04', none],
		['Stockholm den 4 april 2014', none],
		['Utredaren fick förlängd tid till den 1 mars 2015.', none],
		['Uppdraget förlängdes och ska redovisas senast den 1 mars 2015.', none],
		['Enligt förordningen ska bidrag sökas senast den 1 mars 2015.', none],
		[
			'Här är de remissvar som har kommit till Socialdepartementet på promemorian Förlängning av stödet till och med den 31 mars 2022.',
			none,
		],
		['Lagen gäller till och med den 30 september 2020 och remissinstanserna är kommuner.', none],
		['Remissen av promemorian Förlängd tid för anstånd till och med den 31 mars 2022 är avslutad.', none],
	] as const)('%s', (text, expected) => {
		expect(deadlineIn(text)).toEqual(expected)
	})
	test.each([
		[
			'# Remiss av promemorian Stöd som gäller senast den 31 mars 2022\n\nHär är svaren på promemorian Stöd som gäller senast den 31 mars 2022.\n\nRemissvaren ska ha kommit in senast den 14 januari 2022.',
			due('2022-01-14'),
		],
		[
			'Sista dag att svara på remissen av promemorian Förlängning av stödet till och med den 31 mars 2022 är den 14 januari 2022.',
			due('2022-01-14'),
		],
		[
			'Lagen gäller till och med den 30 september 2020 och remissinstanserna ska svara senast den 5 maj 2020.',
			due('2020-05-05'),
		],
		[
			'Med hänsyn till att lagen ska träda i kraft den 1 juli 2017 ska remissvaren ha kommit in senast den 15 mars 2017.',
			due('2017-03-15'),
		],
		[
			'Remissvaren om lagen, som träder i kraft den 1 juli 2017, ska senast den 15 mars 2017 ha kommit in.',
			due('2017-03-15'),
		],
		[
			'Mötet hålls den 10 mars 2017. Den som inte kan delta får lämna skriftliga synpunkter senast den 15 mars 2017.',
			due('2017-03-15'),
		],
		['Remissvaren på promemorian lämnas till och med den 15 mars 2017.', due('2017-03-15')],
	] as const)('%s', (text, expected) => {
		expect(deadlineIn(text)).toEqual(expected)
	})
	test('beside one that is', () => {
		const text = `Publicerad 2 februari 2016

Regeringen beslutade den 3 mars 2011 att tillsätta en utredare. Lagen föreslås träda i kraft den 1 januari 2017.

Remissvaren ska ha kommit in till Finansdepartementet senast den 5 maj 2016. Ett remissmöte hålls den 12 april 2016.
Anmälan görs senast den 5 april 2016. Direktivet ska vara genomfört senast den 1 juli 2018.

Uppdaterad 7 juni 2016`
		expect(deadlineIn(text)).toEqual(due('2016-05-05'))
	})
})

describe('an extended deadline is known from the one before', () => {
	test.each([
		[
			'Remissvaren skulle ha kommit in senast den 14 augusti 2017. Remisstiden har förlängts till den 15 september 2017.',
			{ due: '2017-09-15', from: '2017-08-14' },
		],
		[
			'Svarstiden har förlängts från den 14 augusti till den 15 september 2017.',
			{ due: '2017-09-15', from: '2017-08-14' },
		],
		['Svarstiden förlängs till och med den 15 september 2017.', due('2017-09-15')],
		['Förlängd svarstid: 15 september 2017 (tidigare 14 augusti 2017)', { due: '2017-09-15', from: '2017-08-14' }],
		['Ny svarstid: 15 september 2017. Tidigare svarstid: 14 augusti 2017.', { due: '2017-09-15', from: '2017-08-14' }],
		[
			'Sista svarsdag har flyttats fram från 14 augusti 2017 till 15 september 2017.',
			{ due: '2017-09-15', from: '2017-08-14' },
		],
		[
			'Remissvaren ska ha kommit in senast ~~14 augusti 2017~~ 15 september 2017.',
			{ due: '2017-09-15', from: '2017-08-14' },
		],
		[
			'Obs! Nytt sista datum för remissvar är den 15 september 2017 i stället för den 14 augusti 2017.',
			{ due: '2017-09-15', from: '2017-08-14' },
		],
		['Remisstiden är förlängd. Remissvaren ska ha kommit in senast den 15 september 2017.', due('2017-09-15')],
		[
			'Sista svarsdatum är förlängt till den 15 september 2017. Ursprungligt svarsdatum var den 14 augusti 2017.',
			{ due: '2017-09-15', from: '2017-08-14' },
		],
		[
			'The deadline has been extended from 14 August 2017 to 15 September 2017.',
			{ due: '2017-09-15', from: '2017-08-14' },
		],
	] as const)('%s', (text, expected) => {
		expect(deadlineIn(text)).toEqual(expected)
	})
})

describe('where somebody must look for themselves, it says so', () => {
	test.each([
		[
			'Remissvaren ska ha kommit in senast den 14 augusti 2017.\n\nRemissvaren ska ha kommit in senast den 15 september 2017.',
			{ due: '2017-08-14', doubts: ['severalDates'] },
		],
		[
			'Kommuner svarar senast den 14 augusti 2017 och övriga svarar senast den 15 september 2017.',
			{ due: '2017-08-14', doubts: ['severalDates'] },
		],
		[
			'Remissvaren ska ha kommit in senast den 15 september 2017. Preliminära remissvar lämnas senast den 16 juni 2017.',
			{ due: '2017-09-15', doubts: ['severalDates'] },
		],
		['Sista dag att svara är fredagen den 17 april.', { due: null, doubts: ['yearNotStated'] }],
		[
			'Publicerad 2 april 2020\n\nSista dag att svara är fredagen den 17 april.',
			{ due: '2020-04-17', doubts: ['yearNotStated'] },
		],
		[
			'Ange diarienummer S2020/01234. Sista dag att svara är fredagen den 17 april.',
			{ due: '2020-04-17', doubts: ['yearNotStated'] },
		],
		[
			'Ange diarienummer S2019/01234. Sista dag att svara är fredagen den 17 januari.',
			{ due: '2020-01-17', doubts: ['yearNotStated'] },
		],
		[
			'Stockholm den 3 april 2020\n\nSista dag att svara är fredagen den 17 april.',
			{ due: '2020-04-17', doubts: ['yearNotStated'] },
		],
		['Svar senast 15/3 12.00. Ange diarienummer S2020/01234.', { due: '2020-03-15', doubts: ['yearNotStated'] }],
		['Preliminära remissvar lämnas senast den 16 juni 2017.', { due: '2017-06-16', doubts: ['unclearDate'] }],
		['Svar senast fredag 17 april. Lagen ska träda i kraft den 1 juli 2020.', { due: null, doubts: ['yearNotStated'] }],
		['Synpunkter ska lämnas före den 1 maj 2020.', { due: '2020-05-01', doubts: ['beforeDate'] }],
		[
			'Ange diarienummer S2020/01234. Remissvaren ska ha kommit in senast den 15 januari 2019.',
			{ due: '2019-01-15', doubts: ['dueBeforeReference'] },
		],
	] as const)('%j', (text, expected) => {
		expect(deadlineIn(text)).toEqual(expected)
	})
	test('a date is not taken twice for two dates', () => {
		const text = 'Sista svarsdag 5 maj 2016.\n\nRemissvaren ska ha kommit in senast torsdagen den 5 maj.'
		expect(deadlineIn(text)).toEqual(due('2016-05-05'))
	})
})
