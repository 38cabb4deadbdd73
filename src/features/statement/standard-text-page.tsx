import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { STANDARD_NAME } from '#domain/statement/standard-text.ts'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import type { StandardTextEntry, StandardTextView } from '#read/statement/standard-texts.ts'
import { href, routes } from '#routes'
import { blankForm } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { type Part, partRead } from '#ui/part.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Details, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { trail } from '#ui/trail.ts'
import { StandardField } from './new-standard-text-page.tsx'

type Props = PageView<StandardTextView, { readonly coalition: string; readonly text: string }> & {
	/** What it says, as it is written in a field. */
	readonly shown: string
	/** Entries of its history on a page. */
	readonly size: number
}

const DONE = ['kept', 'changed', 'away', 'back'] as const

/** A text that the coalition keeps: what it says, to be changed or taken away, and what was done with it. */
export function StandardTextPage(props: Props) {
	const { data, lang, frame, params, query, form, size } = props
	const { text, history, language } = data
	const t = standardWords(lang)
	const { coalition } = params
	const part = partRead(history.entries, history.total, query, size)
	const done = form.typed === null ? DONE.find((each) => each === query.get('done')) : undefined
	const where = [
		...trail(lang, coalition, 'workspace'),
		{ label: t.title, href: href(routes.standardTexts, { coalition }) },
	]
	return (
		<Page {...frame} title={text.name} titleWritten eyebrow={t.kinds[text.use]} where={where} part={part}>
			{done && (
				<Sentence tone="success" live>
					{t.done[done]}
				</Sentence>
			)}
			{text.away && done !== 'away' && <Sentence>{t.isAway}</Sentence>}
			<Sheet>
				<StatementText language={language} blocks={text.blocks} />
			</Sheet>
			<Change {...props} />
			<History {...props} part={part} />
		</Page>
	)
}

function Change({ data: { text }, form, lang, params, viewer, shown }: Props) {
	if (!offers(ACTS.changeStandardText, viewer)) return null
	const t = standardWords(lang)
	// What was sent belongs to the form that it was sent with.
	const using = form.typed?.used !== undefined
	// Refused for anything else, nobody was told that it was changed meanwhile.
	const seenNow = using || form.typed === null || form.rejection?.code === 'standardTextRewritten'
	return (
		<>
			<section>
				<h2>{t.change}</h2>
				<Form
					action={href(routes.standardText, params)}
					form={using ? blankForm(form.key) : form}
					values={{ seen: seenNow ? String(text.changedAt) : (form.typed?.seen?.[0] ?? '') }}
				>
					<TextField name="name" label={t.name} hint={t.nameHint(STANDARD_NAME)} value={text.name} />
					<StandardField lang={lang} value={shown} autosave={`standard-${text.id}`} />
					<p class="hint">{t.changeHint}</p>
					<SubmitRow>{t.keep}</SubmitRow>
				</Form>
			</section>
			<section>
				<h2>{text.away ? t.bringBack : t.takeAway}</h2>
				<p>{text.away ? t.bringBackHint : t.takeAwayHint}</p>
				{using && form.rejection && <Sentence tone="error">{Object.values(form.errors).join(' ')}</Sentence>}
				<Form
					action={href(routes.standardTextUse, params)}
					form={blankForm(form.key)}
					values={{ used: text.away ? 'yes' : 'no' }}
				>
					<SubmitRow look="secondary">{text.away ? t.bringBack : t.takeAway}</SubmitRow>
				</Form>
			</section>
		</>
	)
}

function History({ data, lang, params, part }: Props & { readonly part: Part<StandardTextEntry> }) {
	const t = standardWords(lang)
	const { drafting } = catalogue(lang)
	const said = ({ type, name, away }: StandardTextEntry) =>
		away ? t.happened.away(name) : t.happened[type === 'standardTextKept' ? 'kept' : 'changed'](name)
	return (
		<section>
			<h2>{t.history}</h2>
			<InParts part={part} to={(number) => href(routes.standardText, params, { part: number })} label={t.history}>
				<ol class="history" reversed start={part.total - part.before}>
					{part.items.map((entry, index) => (
						<li>
							<strong>{said(entry)}</strong>
							<span class="hint">
								{' '}
								{formatDateTime(lang, entry.at)}, {entry.person ?? drafting.erasedPerson}
							</span>
							<Details summary={t.happened.showText}>
								<StatementText language={data.language} blocks={entry.blocks} idPrefix={`then-${index}-`} />
							</Details>
						</li>
					))}
				</ol>
			</InParts>
		</section>
	)
}
