import type { GivenFacts } from '#domain/inquiry/inquiry.ts'
import type { Block } from '#domain/statement/block.ts'

type Facts = Omit<GivenFacts, 'dueOn'>

const facts = (title: string, sender: string, references: string, sendTo: string): Facts => ({
	title,
	sender,
	references,
	sendTo,
	copyTo: '',
	documents: [],
	note: '',
})

/** The inquiry that the real statement answered, as far as the statement says. */
export const GOLDEN_INQUIRY = facts(
	'Nya samrådsgrupper och sekretariat vid etablering av länsgemensam samverkansstruktur inom hälsa, vård och omsorg i Stockholms län',
	'',
	'',
	'',
)

/** Just in: nobody has decided whether to answer. */
export const RECEIVED = facts(
	'Förslag till ny handlingsplan mot ensamhet bland personer med psykisk ohälsa',
	'Region Stockholm',
	'RS 2026-0457',
	'registrator@example.org',
)

export const DRAFTING = {
	inquiry: facts(
		'Tillgängliga mottagningar: förslag om öppettider och kontaktvägar i psykiatrin',
		'Region Stockholm',
		'HSN 2026-1188',
		'hsn@example.org',
	),
	title: 'Öppna vägar in i psykiatrin',
	blocks: [
		{ kind: 'paragraph', text: 'Vi välkomnar att regionen vill göra det lättare att nå psykiatrin.' },
		{ kind: 'heading', text: 'Våra synpunkter' },
		{ kind: 'position', text: 'Det ska alltid gå att ringa en människa, inte bara att fylla i ett formulär.' },
		{ kind: 'paragraph', text: '[Här behöver vi exempel från föreningarna.]' },
	] satisfies Block[],
}

export const CONSULTING = {
	inquiry: facts(
		'Promemoria om brukarinflytande i kommunernas socialpsykiatri',
		'Socialdepartementet',
		'S2026/01842',
		's.remissvar@example.org',
	),
	title: 'Brukarinflytande behöver tid, pengar och plats vid bordet',
	blocks: [
		{
			kind: 'paragraph',
			text: 'NSPH Stockholms län tillstyrker att kommunerna får ett uttalat ansvar för brukarinflytande. Förslaget räcker inte om ansvaret saknar pengar.',
		},
		{ kind: 'heading', text: 'Ståndpunkter' },
		{ kind: 'position', text: 'Varje kommun ska ha ett brukarråd som träffas minst fyra gånger om året.' },
		{ kind: 'position', text: 'Den som företräder en förening ska få arvode och ersättning för resor.' },
		{ kind: 'position', text: 'Resultatet av brukarrevisioner ska vara offentligt. Det gäller särskilt:' },
		{ kind: 'subPoint', text: 'vad som kom fram' },
		{ kind: 'subPoint', text: 'vad kommunen tänker göra åt det' },
		{ kind: 'position', text: 'Inflytande ska också gälla personer som inte är med i någon förening.' },
	] satisfies Block[],
}

export const DECIDING = {
	inquiry: facts(
		'Betänkandet En sammanhållen vård vid samsjuklighet',
		'Socialdepartementet',
		'S2026/01127',
		's.remissvar@example.org',
	),
	title: 'En väg in för den som behöver hjälp med både beroende och psykisk ohälsa',
	blocks: [
		{
			kind: 'paragraph',
			text: 'Vi tillstyrker att regionerna får ett samlat ansvar för vård vid samsjuklighet. I dag skickas människor mellan två huvudmän och blir utan hjälp.',
		},
		{ kind: 'heading', text: 'Våra ståndpunkter' },
		{
			kind: 'position',
			text: 'Ansvaret ska ligga hos en huvudman, så att ingen kan säga att det är någon annans sak.',
		},
		{ kind: 'position', text: 'Anhöriga ska få stöd för egen del, även när den närstående inte vill ha vård.' },
		{ kind: 'position', text: 'Erfarenhet ska räknas: Peer support ska finnas på varje mottagning.' },
		{ kind: 'signature', text: 'För NSPH Stockholms län' },
	] satisfies Block[],
}

export const SIGNING = {
	inquiry: facts('Förslag till länsgemensam överenskommelse om anhörigstöd', 'Storsthlm', '', 'remiss@example.org'),
	title: 'Anhöriga är inte personal',
	blocks: [
		{
			kind: 'paragraph',
			text: 'Överenskommelsen är ett steg framåt. Men den utgår från vad vården behöver av anhöriga, inte från vad anhöriga behöver.',
		},
		{ kind: 'position', text: 'Barn som är anhöriga ska få egen information, på sitt språk och i sin ålder.' },
		{ kind: 'position', text: 'Stödet ska kunna sökas utan att den närstående godkänner det.' },
		{ kind: 'signature', text: 'För NSPH Stockholms län' },
	] satisfies Block[],
}
