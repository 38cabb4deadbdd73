import { BLOCK_KINDS, type Block } from '#domain/statement/block.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Select, TextArea, TextField } from '#ui/parts/field.tsx'
import { useField } from '#ui/parts/form.tsx'
import { Details } from '#ui/parts/notice.tsx'

type Fields = { readonly text: string; readonly source: string; readonly label: string }

/** A block as fields of a form: lists, tables and member lists have a line for each item. */
export function fieldsOf(block: Block): Fields {
	const only = (text: string): Fields => ({ text, source: '', label: '' })
	switch (block.kind) {
		case 'list':
			return only(block.items.join('\n'))
		case 'memberList':
			return only(
				[block.heading, ...block.members.map(({ name, area }) => (area === '' ? name : `${name} (${area})`))].join(
					'\n',
				),
			)
		case 'table':
			return only([block.header, ...block.rows].map((row) => row.join(' | ')).join('\n'))
		case 'quote':
			return { text: block.text, source: block.source ?? '', label: '' }
		case 'footnote':
			return { text: block.text, source: '', label: block.label }
		default:
			return only(block.text)
	}
}

type BlockFieldsProps = {
	readonly content: Block
	readonly autosave: string
}

/** The fields of a block: its text first; what kind it is and what goes with that kind after. */
export function BlockFields({ content, autosave }: BlockFieldsProps) {
	const t = catalogue(useLanguage()).drafting
	const fields = fieldsOf(content)
	const kind = useField('kind').valueOr(content.kind)
	return (
		<>
			<TextArea name="text" label={t.text} hint={t.textHint} rows={8} value={fields.text} autosave={autosave} />
			<Select
				name="kind"
				label={t.blockKind}
				hint={t.blockKindHint}
				value={content.kind}
				noEmpty
				options={BLOCK_KINDS.map((value) => ({ value, label: t.blockKinds[value] }))}
			/>
			<Details summary={t.quoteOrFootnote} open={kind === 'quote' || kind === 'footnote'}>
				<TextField name="source" label={t.source} hint={t.sourceHint} optional value={fields.source} />
				<TextField
					name="label"
					label={t.footnoteLabel}
					hint={t.footnoteHint}
					width="short"
					optional
					value={fields.label}
				/>
			</Details>
		</>
	)
}
