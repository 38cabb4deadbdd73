import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const senderIn = (text: string) => readNotice(text).sender?.value ?? null

test.each([
	['Remissvaren ska ha kommit in till Socialdepartementet senast den 1 mars 2023.', 'Socialdepartementet'],
	[
		'Remissvaren ska ha kommit in till Klimat- och näringslivsdepartementet senast den 1 mars 2023.',
		'Klimat- och näringslivsdepartementet',
	],
	[
		'Remissvaren ska ha kommit in till Klimat- och\nnäringslivs\u00addepartementet senast den 1 mars 2023.',
		'Klimat- och näringslivsdepartementet',
	],
	[
		'Remissvaren ska ha kommit in till Landsbygds- och infrastrukturdepartementet senast den 1 mars 2023.',
		'Landsbygds- och infrastrukturdepartementet',
	],
	['Remissvaren ska vara Justitiedepartementet tillhanda senast den 1 mars 2013.', 'Justitiedepartementet'],
	[
		'Här kan du ta del av vilka instanser som Kulturdepartementet har remitterat betänkandet till.',
		'Kulturdepartementet',
	],
	[
		'Här kan du ta del av de remissvar som har kommit till Utrikesdepartementet på promemorian.',
		'Utrikesdepartementet',
	],
	[
		'Remissvaren ska ha kommit in till Socialdepartementet och Finansdepartementet senast den 1 mars 2023.',
		'Socialdepartementet och Finansdepartementet',
	],
	[
		'Här är svaren på Miljödepartementets remiss. Svaren ska ha kommit in till Klimat- och näringslivsdepartementet senast den 1 mars 2023.',
		'Klimat- och näringslivsdepartementet',
	],
	[
		'# Remiss av Finansdepartementets promemoria om skatt\n\nRemissvaren ska ha kommit in till Justitiedepartementet senast den 1 mars 2013.',
		'Justitiedepartementet',
	],
	[
		'Remissvaren ska ha kommit in till Finansdepartementet, Skatte- och tullavdelningen, senast den 1 mars 2013.',
		'Finansdepartementet',
	],
	[
		'Remiss\n2023-06-21\nS2023/02147\n\nSocialdepartementet\nEnheten för folkhälsa\n\nRemiss av en promemoria',
		'Socialdepartementet',
	],
	[
		'Svaren skickas till Näringsdepartementets registrator, n.registrator@regeringskansliet.se.',
		'Näringsdepartementet',
	],
	['Statsrådsberedningen bereder er tillfälle att svara på promemorian.', 'Statsrådsberedningen'],
	['Råd finns i Statsrådsberedningens promemoria Svara på remiss (SB PM 2021:1).', null],
	['Regeringskansliet önskar synpunkter på bilagd promemoria.', 'Regeringskansliet'],
	['Här kan du ta del av till vilka instanser som regeringen har remitterat promemorian.', 'Regeringen'],
	['Övriga yttranden finns tillgängliga i departementet.', null],
	['Yttrandet ska ha kommit in till Region Stockholm senast den 1 mars 2023.', 'Region Stockholm'],
	['Synpunkter ska ha inkommit till Transportstyrelsen senast den 1 mars 2023.', 'Transportstyrelsen'],
	['Yttrandet ska lämnas in till kommunstyrelsen senast den 1 mars 2023.', 'Kommunstyrelsen'],
	['Boverket önskar synpunkter på rapporten.', 'Boverket'],
	['Länsstyrelsen i Skåne län bjuder in till samråd om förslaget.', 'Länsstyrelsen i Skåne län'],
	['Region Västmanland remitterar härmed förslaget till strategi.', 'Region Västmanland'],
	['Göteborgs Stad bjuder in till samråd.', 'Göteborgs Stad'],
	['The European Commission has launched a public consultation.', 'European Commission'],
	['Europeiska kommissionen har inlett ett offentligt samråd.', 'Europeiska kommissionen'],
	['# Remiss av Boverkets rapport om tomter\n\nSista dag att svara är den 5 maj 2016.', null],
	['Svaren skickas till s.remissvar@regeringskansliet.se.', null],
	['Remissvaren ska ha kommit in till Finansdepartmentet senast den 1 mars 2013.', 'Finansdepartmentet'],
	['Remissvaren ska ha kommit in till finansdepartementet senast den 1 mars 2013.', 'Finansdepartementet'],
	[
		'Remissvaren ska ha kommit in till Regeringskansliet (Finansdepartementet) senast den 1 mars 2013.',
		'Finansdepartementet',
	],
	[
		'Remissvaren ska ha kommit in till Social- och utbildningsdepartementen senast den 1 mars 2013.',
		'Social- och utbildningsdepartementen',
	],
	['Svaren ska ha kommit in till fackdepartementet senast den 1 mars 2013.', null],
	['Svaren ska ha kommit in till departementet senast den 1 mars 2013.', null],
	[
		'Remissvaren ska ha kommit in senast den 1 mars 2013 till Kulturdepartementet. Justitiedepartementet har tagit fram lagen.',
		'Kulturdepartementet',
	],
	[
		'Uppdraget redovisades till Näringsdepartementet den 1 mars 2013. Remissvaren ska ha kommit in till Miljödepartementet senast den 1 maj 2013.',
		'Miljödepartementet',
	],
] as const)('%j', (text, expected) => {
	expect(senderIn(text)).toBe(expected)
})
