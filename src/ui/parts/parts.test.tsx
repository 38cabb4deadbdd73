import type { Child } from 'hono/jsx'
import { expect, it } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import type { Language } from '#i18n/index.ts'
import { InLanguage } from '#ui/language.ts'
import { Confirmation } from './confirmation.tsx'
import { Deadline } from './deadline.tsx'
import { DiffText, DiffView } from './diff-view.tsx'
import { LifecycleBar } from './lifecycle-bar.tsx'
import { Matrix } from './matrix.tsx'
import { Overview } from './overview.tsx'
import { InlineText, StatementText } from './statement-text.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { TaskList } from './task-list.tsx'
import { VoteBars } from './vote-bars.tsx'

/** Tuesday 11 October 2022, 14:05 in Stockholm. */
const now = Date.parse('2022-10-11T12:05:00Z')

const html = (element: Child, lang: Language = 'sv') => String(<InLanguage value={lang}>{element}</InLanguage>)
const textOf = (markup: string) =>
	markup
		.replace(/<[^>]*>/g, '')
		.replace(/\s+/g, ' ')
		.trim()
const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length

it('names what each change link changes', () => {
	const rows = [{ label: 'Svarsdatum', value: '14 oktober 2022', change: { href: '/edit', what: 'svarsdatum' } }]
	const markup = html(<SummaryList rows={rows} />)
	expect(markup).toContain('<dt>Svarsdatum</dt><dd>14 oktober 2022</dd>')
	expect(markup).toContain('<a href="/edit" aria-label="Ändra svarsdatum">Ändra</a>')
})

it('tells a deadline by weekday, date and days left', () => {
	const told = (due: string | number | null) => textOf(html(<Deadline due={due} now={now} />))
	expect(told('2022-10-14')).toBe('fredag 14 oktober 2022, om 3 dagar')
	expect(told('2022-10-11')).toBe('tisdag 11 oktober 2022, i dag')
	expect(told('2022-10-09')).toBe('söndag 9 oktober 2022, i förrgår')
	expect(told(Date.parse('2022-10-14T14:00:00Z'))).toBe('fredag 14 oktober 2022 kl. 16.00, om 3 dagar')
	expect(told(now - 1)).toBe('tisdag 11 oktober 2022 kl. 14.04, passerat')
	expect(told(null)).toBe('Inget datum satt')
	expect(textOf(html(<Deadline due="2022-10-14" now={now} />, 'en'))).toBe('Friday 14 October 2022, in 3 days')
})

it('shows how near a deadline is', () => {
	const state = (due: string | number) => /deadline (\w+)/.exec(html(<Deadline due={due} now={now} />))?.[1]
	expect(state('2022-10-15')).toBe('later')
	expect(state('2022-10-14')).toBe('soon')
	expect(state('2022-10-11')).toBe('soon')
	expect(state('2022-10-10')).toBe('passed')
	expect(state(now)).toBe('passed')
})

it('shows one current step, and says of each whether it is done', () => {
	const markup = html(<LifecycleBar stage="deciding" />)
	expect(count(markup, /<li[ >]/g)).toBe(5)
	expect(count(markup, /aria-current="step"/g)).toBe(1)
	expect(textOf(markup)).toContain('Synpunkter, klartOmröstning, nuUnderskrift, återstår')
	expect(textOf(markup)).toContain('Steg 3 av 5: Omröstning')
})

it('shows every step as done when the statement is published, and none when it was withdrawn', () => {
	expect(count(html(<LifecycleBar stage="published" />), /, klart/g)).toBe(5)
	expect(textOf(html(<LifecycleBar stage="withdrawn" />))).toBe('Tillbakadraget')
})

it('lists tasks as verbs with deadline and status, and no deadline once done', () => {
	const markup = html(
		<TaskList
			now={now}
			tasks={[
				{ label: 'Rösta om texten', href: '/b', about: ['Nya råd'], due: '2022-10-14', status: 'todo' },
				{ label: 'Läs missivet', href: null, due: '2022-10-01', status: 'done' },
			]}
		/>,
	)
	expect(markup).toContain('<a class="verb" href="/b">Rösta om texten</a>')
	expect(textOf(markup)).toBe('Rösta om textenNya rådfredag 14 oktober 2022, om 3 dagarLäs missivetKlart')
})

it('answers what, where, when and what next, in that order', () => {
	const text = textOf(
		html(
			<Overview
				now={now}
				stage="deciding"
				tasks={[]}
				deadlines={[{ label: 'Sista dag att rösta', due: '2022-10-14' }]}
				next="Ordföranden räknar rösterna."
			/>,
		),
	)
	const places = ['Ingenting väntar på dig', 'Steg 3 av 5', 'Sista dag att rösta', 'Ordföranden räknar'].map((part) =>
		text.indexOf(part),
	)
	expect(places).not.toContain(-1)
	expect(places).toEqual([...places].sort((a, b) => a - b))
})

it('confirms what was recorded, when, and what comes next', () => {
	const markup = html(
		<Confirmation title="Rösten är lagd" at={now} rows={[{ label: 'Röst', value: 'Ja' }]} next={<p>Vänta.</p>} />,
	)
	expect(textOf(markup)).toBe('Rösten är lagdSparat tisdag 11 oktober 2022 kl. 14.05RöstJaVad händer nu?Vänta.')
	expect(markup).toContain('<h1>Rösten är lagd</h1>')
	expect(markup).toMatch(/role="status" tabindex="-1" autofocus=""/)
})

it('marks the tab that is open', () => {
	const tabs = [
		{ href: '/a', label: 'Text' },
		{ href: '/b', label: 'Synpunkter', count: 1200, current: true },
	]
	const markup = html(<Tabs tabs={tabs} />)
	expect(markup).toContain('<nav class="tabs wide" aria-label="Delar av arbetet">')
	expect(count(markup, /aria-current="page"/g)).toBe(1)
	expect(textOf(markup)).toBe('TextSynpunkter 1 200')
})

it('says in words what was added and removed', () => {
	const markup = html(
		<DiffText
			parts={[
				{ kind: 'same', text: 'vara ' },
				{ kind: 'removed', text: 'betalda' },
				{ kind: 'added', text: 'arvoderade' },
			]}
		/>,
	)
	expect(markup).toMatch(/<del>.*betalda.*<\/del><ins>.*arvoderade.*<\/ins>/)
	expect(textOf(markup)).toBe('vara borttaget: betalda slut på ändringen. tillagt: arvoderade slut på ändringen.')
})

it('names each changed block and what happened to it', () => {
	const markup = html(
		<DiffView blocks={[{ change: 'moved', label: 'Position 3', parts: [{ kind: 'same', text: 'Text' }] }]} />,
		'en',
	)
	expect(textOf(markup)).toBe('Position 3 · movedText')
})

it('gives every cell of the matrix a row and a column header, and words for its symbol', () => {
	const markup = html(
		<Matrix
			caption="Ställningstaganden"
			associations={['AnBo', 'FMN']}
			rows={[
				{ number: '1', text: 'Råd', cells: [{ stance: 'support' }, null] },
				{ number: '2', text: 'Pengar', href: '#p2', cells: [{ stance: 'oppose', stale: true }, { stance: 'support' }] },
			]}
		/>,
	)
	expect(count(markup, /<th scope="col">/g)).toBe(3)
	expect(count(markup, /<th scope="row">/g)).toBe(2)
	const cells = [...markup.matchAll(/<td>(.*?)<\/td>/g)].map((match) => textOf(match[1] ?? ''))
	expect(cells).toEqual(['Tillstyrker', 'Har inte svarat', 'Avstyrker*. Texten har ändrats sedan dess', 'Tillstyrker'])
	const legend = textOf(markup.slice(markup.indexOf('class="legend"')))
	expect(legend).toContain('Avstyrker')
	expect(legend).not.toContain('Tillstyrker delvis')
	expect(markup).toMatch(/<section class="scroll" tabindex="0" aria-labelledby="matrix-caption">/)
})

it('shows a result as a described picture and the same figures as a table', () => {
	const tally = { yes: 6, no: 1, abstain: 1, silent: 1 }
	const markup = html(<VoteBars title="Hela texten" tally={tally} needed={4} />)
	expect(markup).toContain('<svg role="img" aria-labelledby="votes-title votes-desc"')
	expect(markup).toContain('<title id="votes-title">Hela texten</title>')
	expect(markup).toContain('6 ja, 1 nej, 1 avstår och 1 har inte röstat, av 9 föreningar. Det behövs 4 ja för bifall.')
	expect(count(markup, /<rect class="yes" x=/g)).toBe(7)
	expect(markup).toMatch(/<line x1="44.44%" x2="44.44%"/)
	const rows = [...markup.matchAll(/<tr>(.*?)<\/tr>/g)].map((match) => textOf(match[1] ?? ''))
	expect(rows).toEqual(['SvarAntalAndel', 'Ja667 %', 'Nej111 %', 'Avstår111 %', 'Har inte röstat111 %'])
})

it('names over a bar what was chosen, as it is written, where it fits on a phone; else the count alone', () => {
	const tally = { yes: 12, no: 6, abstain: 1, silent: 1 }
	const over = (choices: { yes: string; no: string; abstain: string }, alike: boolean) =>
		[
			...html(<VoteBars title="T" tally={tally} needed={null} words={{ choices, described: '', alike }} />).matchAll(
				/<text[^>]*>(.*?)<\/text>/g,
			),
		].map(([, said]) => said)
	expect(over({ yes: 'Y2', no: 'Y1', abstain: 'Avstår' }, true)).toEqual(['12 Y2', '6 Y1', '1', '1'])
	expect(over({ yes: 'Ja till Y2', no: 'Nej till Y2', abstain: 'Avstår' }, false)).toEqual([
		'12 ja till Y2',
		'6',
		'1',
		'1',
	])
})

it('draws a large vote in one piece for each answer, and none where nobody can vote', () => {
	const large = html(<VoteBars title="Stor" tally={{ yes: 600, no: 250, abstain: 40, silent: 110 }} needed={null} />)
	expect(count(large, /<rect class="\w+" x="\d/g)).toBe(4 + 4)
	expect(large).not.toContain('<line')
	const empty = html(<VoteBars title="Tom" tally={{ yes: 0, no: 0, abstain: 0, silent: 0 }} needed={1} />)
	expect(empty).not.toMatch(/NaN|Infinity/)
})

it('keeps a table a table when a phone shows it as cards', () => {
	const markup = html(
		<Table
			caption="Underskrifter"
			columns={[{ label: 'Förening' }, { label: 'Antal', numeric: true }]}
			rows={[['AnBo', '3']]}
		/>,
	)
	expect(markup).toContain('<th role="rowheader" scope="row">AnBo</th>')
	expect(markup).toContain('<td role="cell" class="numeric" data-label="Antal"><div>3</div></td>')
})

const blocks: readonly Block[] = [
	{ kind: 'paragraph', text: 'Vi *svarar*.' },
	{ kind: 'quote', text: '”Brukaren är viktig.”', source: 'SKR 2022' },
	{ kind: 'position', text: 'Lyssna.' },
]

it('shows the source of a quote outside the text of the statement', () => {
	const markup = html(<StatementText language="sv" title="Rubrik" blocks={blocks} />, 'en')
	const article = /<article class="statement" lang="sv">(.*?)<\/article>/s.exec(markup)?.[1] ?? ''
	expect(textOf(article)).toBe('RubrikVi svarar. ”Brukaren är viktig.” Lyssna.')
	expect(textOf(markup.slice(markup.indexOf('</article>')))).toBe('Sources of the quotesQuote 1: SKR 2022')
})

it('shows a comment with its emphasis, and its HTML as typed', () => {
	expect(html(<InlineText text={'*Ja* <script>'} />)).toBe('<em>Ja</em> &lt;script&gt;')
})
