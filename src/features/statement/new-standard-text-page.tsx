import { STANDARD_NAME } from '#domain/statement/standard-text.ts'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'

type Props = PageView<unknown, { readonly coalition: string }> & {
	/** What it is made from: how that would be called, and what it says, as it is written in a field. */
	readonly from: {
		/** Of what it is made from. */
		readonly id: string
		readonly name: string
		readonly text: string
		readonly use: (typeof STANDARD_USES)[number]
		/** Positions stood in it and are left out. */
		readonly without: boolean
	} | null
}

/** Writes a text that the coalition keeps: from nothing, or from what stands in a text. */
export function NewStandardTextPage({ form, lang, frame, params, from }: Props) {
	const t = standardWords(lang)
	const list = href(routes.standardTexts, params)
	return (
		<Page
			{...frame}
			title={t.new[from?.use ?? 'insert']}
			where={[...trail(lang, params.coalition, 'workspace'), { label: t.title, href: list }]}
		>
			{from && (
				<Sentence>
					{t.fromText} {from.without && t.withoutPositions}
				</Sentence>
			)}
			<Form action={list} form={form}>
				<TextField name="name" label={t.name} hint={t.nameHint(STANDARD_NAME)} value={from?.name ?? ''} />
				<Radios
					name="use"
					label={t.use}
					value={from?.use ?? 'insert'}
					options={STANDARD_USES.map((use) => ({ value: use, label: t.kinds[use], hint: t.useHints[use] }))}
				/>
				<StandardField lang={lang} value={from?.text ?? ''} autosave={`standard-new-${from?.id ?? ''}`} />
				<SubmitRow cancel={list}>{t.keep}</SubmitRow>
			</Form>
		</Page>
	)
}

type FieldProps = Pick<Props, 'lang'> & { readonly value: string; readonly autosave: string }

/** What it says, in one field. */
export function StandardField({ lang, value, autosave }: FieldProps) {
	const t = standardWords(lang)
	const rows = Math.min(30, Math.max(8, Math.ceil(value.length / 60)))
	return <TextArea name="text" label={t.text} hint={t.textHint} rows={rows} value={value} autosave={autosave} />
}
