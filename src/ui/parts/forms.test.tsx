import type { Child } from 'hono/jsx'
import { expect, it } from 'vitest'
import type { Language } from '#i18n/index.ts'
import { blankForm, type FormState, type Typed } from '#ui/form-state.ts'
import { InLanguage } from '#ui/language.ts'
import { BigChoice, VoteChoice } from './big-choice.tsx'
import { Button } from './button.tsx'
import { Checkbox, Checkboxes, Radios } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { DateField, Select, TextArea, TextField } from './field.tsx'
import { Form } from './form.tsx'

const html = (element: Child, lang: Language = 'sv') => String(<InLanguage value={lang}>{element}</InLanguage>)
/** In a form that was refused for what these sentences say. */
const refused = (errors: FormState['errors'], field: Child) =>
	html(
		<Form action="/" form={{ ...blankForm('k1'), errors }}>
			{field}
		</Form>,
	)
const textOf = (markup: string) =>
	markup
		.replace(/<[^>]*>/g, '')
		.replace(/\s+/g, ' ')
		.trim()
const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length

it('shows no error summary when nothing is wrong', () => {
	expect(html(<ErrorSummary errors={{}} />)).toBe('')
})

it('gives the error summary focus and leads to each field, what concerns the whole form first', () => {
	const markup = html(<ErrorSummary errors={{ title: 'Fyll i rubriken.', '': 'Försök igen.' }} />)
	expect(markup).toMatch(/role="alert" tabindex="-1" autofocus=""/)
	expect(markup).toContain('<a href="#title">Fyll i rubriken.</a>')
	expect(markup.indexOf('Försök igen.')).toBeLessThan(markup.indexOf('Fyll i rubriken.'))
})

it('ties a field to its label, hint and error, and keeps what was typed', () => {
	const markup = refused(
		{ title: 'För lång.' },
		<TextField name="title" label="Rubrik" hint="Från missivet." value={'<"Nya"> råd'} />,
	)
	expect(markup).toContain('<label for="title">Rubrik</label>')
	expect(markup).toContain('aria-describedby="title-hint title-error" aria-invalid="true"')
	expect(markup).toContain('id="title-hint"')
	expect(textOf(markup)).toContain('Fel: För lång.')
	expect(markup).toContain('value="&lt;&quot;Nya&quot;&gt; råd"')
})

it('leaves a field without hint and error undescribed and valid', () => {
	const markup = html(<DateField name="dueOn" label="Svarsdatum" value="2022-10-14" />)
	expect(markup).not.toMatch(/aria-describedby|aria-invalid/)
	expect(markup).toContain('type="date" id="dueOn" name="dueOn" value="2022-10-14"')
})

it('says which fields are optional', () => {
	expect(textOf(html(<TextField name="a" label="Avsändare" optional />))).toBe('Avsändare (frivilligt)')
	expect(textOf(html(<TextField name="a" label="Sender" optional />, 'en'))).toBe('Sender (optional)')
})

it('keeps the first line feed of a long text, which browsers drop', () => {
	const markup = html(<TextArea name="note" label="Anteckning" value={'\nAndra raden'} autosave="note-1" />)
	expect(markup).toContain('>\n\nAndra raden</textarea>')
	expect(markup).toContain('data-autosave="note-1"')
})

it('marks the chosen option', () => {
	const options = [
		{ value: 'response', label: 'Remissvar' },
		{ value: 'letter', label: 'Skrivelse' },
	]
	const markup = html(<Select name="kind" label="Slag" options={options} value="letter" />)
	expect(markup).toContain('<option value="letter" selected="">Skrivelse</option>')
	expect(count(markup, /selected/g)).toBe(1)
})

it('gives the first radio the id that the error summary leads to', () => {
	const options = [
		{ value: 'full', label: 'Fullt arbete', hint: 'Med synpunkter.' },
		{ value: 'light', label: 'Snabbt utskick' },
	]
	const markup = refused({ track: 'Välj.' }, <Radios name="track" label="Hur?" options={options} value="light" />)
	expect(markup).toContain('<legend>Hur?</legend>')
	expect(markup).toContain('<input type="radio" id="track" name="track" value="full" aria-describedby="track-about"')
	expect(markup).toContain('<input type="radio" id="track-2" name="track" value="light" checked=""')
	expect(markup).toContain('<fieldset class="field invalid" aria-describedby="track-error">')
})

it('gives no two elements of a group of choices the same id', () => {
	const options = ['a', 'b'].map((value) => ({ value, label: value, hint: 'h' }))
	const markup = html(<Checkboxes name="who" label="Vilka?" hint="Flera." options={options} values={['b']} />)
	const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
	expect(new Set(ids).size).toBe(ids.length)
	expect(count(markup, /checked=""/g)).toBe(1)
})

it('sends a lone checkbox as yes', () => {
	expect(html(<Checkbox name="signs" label="Står bakom" checked />)).toMatch(/name="signs" value="yes" checked=""/)
})

it('sends a form with its key and unseen values, without the checks of the browser', () => {
	const markup = html(
		<Form action="/votes" form={blankForm('k1')} values={{ textHash: 'abc' }}>
			<Button>Lägg din röst</Button>
		</Form>,
	)
	expect(markup).toMatch(/^<form action="\/votes" method="post" novalidate=""/)
	expect(markup).toContain('<input type="hidden" name="key" value="k1"/>')
	expect(markup).toContain('<input type="hidden" name="textHash" value="abc"/>')
	expect(markup).toContain('<button type="submit" class="button primary">Lägg din röst</button>')
})

it('sends no key with a search, or where something may be tried again', () => {
	const search = <Form action="/s" method="get" form={blankForm('k1')} children={<Button>Sök</Button>} />
	const again = <Form action="/c" keyless form={blankForm('k1')} children={<Button>Logga in</Button>} />
	expect(html(search)).not.toContain('name="key"')
	expect(html(again)).not.toContain('name="key"')
})

it('shows what was typed in a refused form, not what was there before, in fields of every kind', () => {
	const typed: Typed = { title: ['Ny'], kind: ['b'], 'take[]': ['a', 'b'], due: [''] }
	const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
	const fields = (form: FormState) =>
		html(
			<Form action="/" form={form}>
				<TextField name="title" label="Rubrik" value="Gammal" />
				<DateField name="due" label="Dag" value="2022-10-14" />
				<Select name="kind" label="Slag" options={options} value="a" />
				<Checkboxes name="take[]" label="Vilka?" options={options} values={['c']} />
				<Checkbox name="signs" label="Står bakom" checked />
			</Form>,
		)
	const before = fields(blankForm('k1'))
	expect(before).toContain('name="title" value="Gammal"')
	expect(before).toContain('name="due" value="2022-10-14"')
	expect(before).toContain('<option value="a" selected="">')
	expect(before).toContain('name="take[]" value="c" checked=""')
	expect(before).toContain('value="yes" checked=""')
	const after = fields({ ...blankForm('k1'), typed, errors: { take: 'Välj färre.' } })
	expect(after).toContain('name="title" value="Ny"')
	expect(after).toContain('name="due" value=""')
	expect(after).toContain('<option value="b" selected="">')
	expect(count(after, /name="take\[\]" value="[ab]" checked=""/g)).toBe(2)
	expect(count(after, /checked=""/g)).toBe(2)
	expect(textOf(after)).toContain('Fel: Välj färre.')
})

it('names the association and the choice on each voting button, and the vote as it stands', () => {
	const markup = html(
		<VoteChoice legend="Hur röstar föreningen?" association="Attention Stockholms län" current="no" />,
	)
	const buttons = [...markup.matchAll(/<button type="submit" name="choice" value="(\w+)"[^>]*>(.*?)<\/button>/g)]
	expect(buttons.map((match) => [match[1], textOf(match[2] ?? '')])).toEqual([
		['yes', 'Ja Attention Stockholms län röstar ja'],
		['no', 'Nej Attention Stockholms län röstar nej Er röst just nu'],
		['abstain', 'Avstår Attention Stockholms län avstår'],
	])
})

it('offers any few choices as large buttons', () => {
	const options = [
		{ value: 'signed', label: 'Vi står bakom', sentence: 'AnBo står bakom texten', icon: 'check' as const },
	]
	expect(html(<BigChoice name="answer" legend="Svar" options={options} />)).toContain('name="answer" value="signed"')
})
