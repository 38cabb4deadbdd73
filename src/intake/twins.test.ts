import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Found } from './notice.ts'
import { readNotice } from './read-notice.ts'

type Stated = {
	readonly title: string | null
	readonly kind: string | null
	readonly sender: string | null
	readonly references?: readonly string[]
	readonly dueOn?: string
	readonly extendedFrom?: string
	readonly sendTo?: readonly string[]
	readonly copyTo?: readonly string[]
	readonly formats?: readonly string[]
	readonly invited?: readonly string[]
	readonly doubts?: readonly string[]
}

/** What each made-up notice in `twins/` states. What is not named is not stated there, and is not to be found. */
const TWINS: Readonly<Record<string, Stated>> = {
	'agency.txt': {
		title: 'Remiss gällande förslag till föreskrifter om märkning av bivax',
		kind: null,
		sender: 'Biverket',
		references: ['4.1.1-12345/2021'],
		dueOn: '2021-10-08',
		sendTo: ['remiss@biverket.se'],
		invited: ['Konsumentverket', 'Livsmedelsverket', 'Sveriges Biodlares Riksförbund'],
	},
	'answers-only.md': {
		title: 'Remiss av Trafikanalys rapport om sena färjor, LI2024/00321',
		kind: 'report',
		sender: null,
		references: ['LI2024/00321'],
	},
	'eu-consultation.md': {
		title: 'Public consultation on the revision of the Toy Library Directive',
		kind: 'samråd',
		sender: 'European Commission',
		references: ['Ares(2024)1234567'],
		dueOn: '2024-05-27',
		sendTo: ['EC-TOYS@ec.europa.eu'],
		copyTo: ['toys-unit@ec.europa.eu'],
		formats: ['docx', 'pdf'],
	},
	'eu-proposal-two-stages.md': {
		title: 'Remiss av Europeiska kommissionens förslag om förpackningar till sjöss',
		kind: 'eu',
		sender: 'Miljödepartementet',
		references: ['M2017/01999/Ke'],
		dueOn: '2017-09-29',
		formats: ['paper'],
		doubts: ['severalDates'],
	},
	'extended-below.md': {
		title: 'Remiss av promemorian Enklare regler för fyrar',
		kind: 'promemoria',
		sender: 'Försvarsdepartementet',
		dueOn: '2022-06-30',
		extendedFrom: '2022-06-02',
	},
	'extended.md': {
		title: 'Remiss av Ds 2017:99 Ett samlat ansvar för dammar',
		kind: 'ds',
		sender: 'Justitiedepartementet',
		references: ['Ju2017/04999/L1'],
		dueOn: '2017-09-15',
		extendedFrom: '2017-08-14',
		sendTo: ['ju.L1@regeringskansliet.se'],
		formats: ['docx'],
	},
	'forwarded.txt': {
		title: 'Remiss av SOU 2021:199 Ljus i mörka tider',
		kind: 'sou',
		sender: 'Infrastrukturdepartementet',
		references: ['I2021/03199'],
		dueOn: '2022-05-02',
		sendTo: ['i.remissvar@regeringskansliet.se'],
		copyTo: ['i.ljus@regeringskansliet.se'],
	},
	'letter-from-pdf.txt': {
		title: 'Remiss av promemorian Kortare köer till tandvården för personer med långvarig sjukdom',
		kind: 'promemoria',
		sender: 'Socialdepartementet',
		references: ['S2023/09147'],
		dueOn: '2023-09-29',
		sendTo: ['s.remissvar@regeringskansliet.se'],
		copyTo: ['s.hs@regeringskansliet.se'],
		formats: ['docx', 'accessible-pdf'],
		invited: [
			'Inspektionen för vård och omsorg',
			'Myndigheten för vård- och omsorgsanalys',
			'Region Östergötland',
			'Riksdagens ombudsmän',
			'Sveriges Kommuner och Regioner',
		],
	},
	'local-plan.md': {
		title: 'Samråd om detaljplan för kvarteret Linden i Sjöbacka',
		kind: 'samråd',
		sender: 'Sjöbacka kommun',
		references: ['KS 2018/56'],
		dueOn: '2018-05-14',
		sendTo: ['plan@sjobacka.se'],
	},
	'meeting.md': {
		title: 'Remissmöte - Handläggningstider för fiskekort',
		kind: null,
		sender: 'Näringsdepartementet',
		dueOn: '2015-11-13',
		sendTo: ['n.registrator@regeringskansliet.se', 'n.fiskekort@regeringskansliet.se'],
		formats: ['docx'],
		invited: ['Havs- och vattenmyndigheten', 'Länsstyrelsen i Kalmar län', 'Sveriges Fiskevattenägareförbund'],
	},
	'mislabelled-number.md': {
		title: 'Remiss av departementspromemorian Färre blanketter (Ds 2025:99)',
		kind: 'ds',
		sender: 'Finansdepartementet',
		references: ['Ds 2025:99'],
		dueOn: '2025-11-14',
	},
	'no-year.md': {
		title: 'Remiss Stöd till ridskolor under pandemin',
		kind: 'promemoria',
		sender: 'Regeringen',
		references: ['Ku2020/00777/CSM'],
		dueOn: '2020-04-24',
		doubts: ['yearNotStated'],
	},
	'numbered-list.md': {
		title: 'Remiss av: SOU 2016:99 En läsande landsbygd',
		kind: 'sou',
		sender: 'Kulturdepartementet',
		references: ['Ku2016/02345/KO'],
		dueOn: '2017-04-03',
		sendTo: ['ku.registrator@regeringskansliet.se', 'ku.litteratur@regeringskansliet.se'],
		formats: ['docx', 'pdf'],
		invited: [
			'Kammarrätten i Sundsvall',
			'Kulturrådet',
			'Myndigheten för tillgängliga medier (MTM)',
			'Statens skolverk',
			'Länsstyrelsen i Västernorrlands län',
			'Umeå universitet (Humanistiska fakulteten)',
			'Region Gotland',
			'Krokoms kommun',
			'Svensk Biblioteksförening',
			'Hela Sverige ska leva',
		],
	},
	'on-paper-2012.md': {
		title: 'Remiss av promemorian Skatt på kartor',
		kind: 'promemoria',
		sender: 'Finansdepartementet',
		references: ['Fi2012/999'],
		dueOn: '2012-04-12',
		sendTo: ['fi.registrator@regeringskansliet.se', 'Finansdepartementet, 103 33 Stockholm'],
		formats: ['docx', 'paper'],
		invited: ['Bokföringsnämnden', 'Lantmäteriet', 'Näringslivets Skattedelegation'],
	},
	'region.txt': {
		title: 'Remiss – Förslag till strategi för psykisk hälsa 2021–2030',
		kind: null,
		sender: 'Region Mittland',
		references: ['RS 2020–0457'],
		dueOn: '2020-11-30',
		sendTo: ['regionen@mittland.se'],
		copyTo: ['halsa@mittland.se'],
		formats: ['docx'],
	},
	'short-with-number-run-in.md': {
		title: 'Remiss av betänkandet Vatten i staden – ett gemensamt ansvar (SOU 2025:199)',
		kind: 'sou',
		sender: 'Klimat- och näringslivsdepartementet',
		references: ['KN2025/09876'],
		dueOn: '2026-01-09',
	},
	'two-dates.md': {
		title: 'Remiss av promemorian Båtplatser i skärgården',
		kind: 'promemoria',
		sender: 'Landsbygds- och infrastrukturdepartementet',
		references: ['LI2024/ 00127'],
		dueOn: '2024-05-03',
		sendTo: ['li.remissvar@regeringskansliet.se'],
		doubts: ['severalDates'],
	},
	'two-numbers.md': {
		title: 'Remiss av rapporterna Ett hållbart arbetsliv för skogsarbetare och Säkerhet vid huggning',
		kind: 'report',
		sender: 'Arbetsmarknadsdepartementet',
		references: ['A2023/09688', 'A2023/09703'],
		dueOn: '2023-11-17',
		sendTo: ['a.remissvar@regeringskansliet.se'],
		copyTo: ['a.arm@regeringskansliet.se'],
	},
}

const folder = new URL('./twins/', import.meta.url)
const values = (all: readonly Found<string>[]) => all.map(({ value }) => value)

test('every made-up notice has its truth written down', () => {
	expect(readdirSync(folder).sort()).toEqual(Object.keys(TWINS).sort())
})

test.each(Object.entries(TWINS))('%s', (file, stated) => {
	const text = readFileSync(new URL(file, folder), 'utf8')
	const reading = readNotice(text)
	expect({
		title: reading.title?.value ?? null,
		kind: reading.kind?.value ?? null,
		sender: reading.sender?.value ?? null,
		references: values(reading.references),
		dueOn: reading.dueOn?.value,
		extendedFrom: reading.extendedFrom?.value,
		sendTo: values(reading.sendTo),
		copyTo: values(reading.copyTo),
		formats: values(reading.formats),
		invited: values(reading.invited),
		doubts: reading.doubts.map(({ kind }) => kind),
	}).toEqual({
		references: [],
		dueOn: undefined,
		extendedFrom: undefined,
		sendTo: [],
		copyTo: [],
		formats: [],
		invited: [],
		doubts: [],
		...stated,
	})
	for (const { words } of [
		reading.title,
		reading.sender,
		reading.dueOn,
		...reading.references,
		...reading.invited,
	].flatMap((found) => found ?? []))
		expect(text).toContain(words)
})
