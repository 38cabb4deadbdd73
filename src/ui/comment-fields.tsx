import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { Viewer } from '#read/viewer.ts'
import { useLanguage } from '#ui/language.ts'
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
	readonly speakers: readonly Speaker[]
	readonly label: string
	readonly hint: string
	readonly autosave: string
}

/** What somebody says, and in whose name where there is a choice. */
export function CommentFields({ speakers, label, hint, autosave }: CommentFieldsProps) {
	const lang = useLanguage()
	const [first] = speakers
	return (
		<>
			{speakers.length > 1 ? (
				<Radios name="as" label={catalogue(lang).comments.fields.as} value={first?.value} options={speakers} />
			) : (
				<input type="hidden" name="as" value={first?.value} />
			)}
			<TextArea name="text" label={label} hint={hint} rows={5} autosave={autosave} />
		</>
	)
}
