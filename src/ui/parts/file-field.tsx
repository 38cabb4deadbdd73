import { type FieldProps, fieldIds, HintAndError, LabelText } from './field.tsx'

type FileFieldProps = FieldProps & {
	readonly multiple?: boolean | undefined
	/** What the browser offers to choose among: media types and endings. The server looks at the file itself. */
	readonly accept?: string | undefined
}

/** A file to send. What was chosen is gone from the form when it is shown again: browsers let nobody fill it in. */
export function FileField(props: FileFieldProps) {
	const { id, describedBy } = fieldIds(props)
	const { lang, name, hint, error, multiple, accept } = props
	return (
		<div class={error ? 'field invalid' : 'field'}>
			<label for={id}>
				<LabelText {...props} />
			</label>
			<HintAndError id={id} lang={lang} hint={hint} error={error} />
			<input
				type="file"
				id={id}
				name={name}
				multiple={multiple}
				accept={accept}
				aria-describedby={describedBy}
				aria-invalid={error ? 'true' : undefined}
			/>
		</div>
	)
}
