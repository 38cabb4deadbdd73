import type { Child } from 'hono/jsx'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import { catalogue } from '#i18n/index.ts'
import type { FormState } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import type { WayToAmend } from './forms.ts'
import { standingOf } from './standing.tsx'

type WritingProps = {
	readonly to: string
	readonly cancel: string
	readonly form: FormState
	readonly way: WayToAmend
	/** The text as it is now, and the stretch that is written in. */
	readonly blocks: readonly BlockVersion[]
	readonly stretch: readonly BlockVersion[]
	/** What stands in the field at first. */
	readonly shown: string
	readonly reason?: string | undefined
	/** What is wanted, where that is to be seen before it is put forward. */
	readonly wanted: readonly Wanted[] | null
	readonly values?: Readonly<Record<string, string>>
	readonly autosave: string
	/** What the button does that ends it. */
	readonly submit: string
	readonly children?: Child
}

/** What is wanted of a stretch of the text, and why: a change is shown as words before it is put forward. */
export function WritingForm(props: WritingProps) {
	const { to, cancel, form, way, blocks, stretch, shown, reason, wanted, values, autosave, submit, children } = props
	const lang = useLanguage()
	const t = amendmentWords(lang)
	const [label, hint] = {
		change: [t.fields.text, t.fields.textHint],
		add: [t.fields.newText, undefined],
		position: [t.fields.position, t.fields.positionHint],
		remove: ['', undefined],
	}[way]
	const asks = way === 'change' && wanted === null
	// As its page will show it: what others wrote meanwhile stays, and what they wrote in the same words stands in the way.
	const standing = wanted && standingOf({ seen: stretch, wanted }, blocks, true)
	const changes = standing?.changes
	return (
		<Form
			action={to}
			form={form}
			values={{ ...values, way, seen: stretch.map(({ id }) => id).join(' '), ...(!asks && { confirmed: '1' }) }}
		>
			{changes && (
				<section aria-labelledby="changes" role={way === 'change' ? 'status' : undefined}>
					<h2 id="changes">{way === 'change' ? t.check : t.whatChanges}</h2>
					{way === 'change' && <p class="hint">{t.checkHint}</p>}
					{changes.length === 0 ? <p>{t.changesNothing}</p> : <ChangedParts changes={changes} around={200} />}
					{standing !== null && standing.clashes.length > 0 && <Sentence tone="warning">{t.standsInTheWay}</Sentence>}
				</section>
			)}
			{children}
			{way !== 'remove' && (
				<TextArea
					name="text"
					label={label ?? ''}
					hint={hint}
					rows={Math.min(30, Math.max(5, Math.ceil(shown.length / 60)))}
					value={shown}
					autosave={autosave}
				/>
			)}
			<TextField name="reason" label={t.fields.reason} hint={t.fields.reasonHint} value={reason} />
			<ButtonRow>
				<Button>{asks ? t.see : submit}</Button>
				{way === 'change' && !asks && (
					<Button look="secondary" name="again" value="1">
						{t.see}
					</Button>
				)}
				<LinkButton look="secondary" href={cancel}>
					{catalogue(lang).common.verbs.cancel}
				</LinkButton>
			</ButtonRow>
		</Form>
	)
}
