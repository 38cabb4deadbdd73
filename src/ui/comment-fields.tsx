import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { Viewer } from '#read/viewer.ts'
import { type FormState, typedValue } from '#ui/form-state.ts'
import { Radios } from '#ui/parts/choices.tsx'
import { TextArea } from '#ui/parts/field.tsx'

/** In whose name somebody may comment: an association's id, or nothing for the coalition. */
export type Speaker = { readonly value: string; readonly label: string }

/** Chair and secretary comment for the coalition; whoever speaks for an association, for that. */
export function speakersOf({ seats, associations }: Pick<Viewer, 'seats' | 'associations'>, lang: Language): Speaker[] {
	return [
		...(offers(ACTS.makeComment, { seats }, { associationId: null })
			? [{ value: '', label: catalogue(lang).comments.forCoalition }]
			: []),
		...associations.map(({ id, name }) => ({ value: id, label: name })),
	]
}

type CommentFieldsProps = {
	readonly lang: Language
	readonly form: FormState
	readonly speakers: readonly Speaker[]
	readonly label: string
	readonly hint: string
	readonly autosave: string
}

/** What somebody says, and in whose name where there is a choice. */
export function CommentFields({ lang, form, speakers, label, hint, autosave }: CommentFieldsProps) {
	const [first] = speakers
	return (
		<>
			{speakers.length > 1 ? (
				<Radios
					lang={lang}
					name="as"
					label={catalogue(lang).comments.fields.as}
					error={form.errors.as}
					value={typedValue(form, 'as', first?.value)}
					options={speakers}
				/>
			) : (
				<input type="hidden" name="as" value={first?.value} />
			)}
			<TextArea
				lang={lang}
				name="text"
				label={label}
				hint={hint}
				rows={5}
				error={form.errors.text}
				value={typedValue(form, 'text')}
				autosave={autosave}
			/>
		</>
	)
}
