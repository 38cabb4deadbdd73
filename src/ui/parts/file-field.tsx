import { Field, type FieldProps, useDescribed } from './field.tsx'

type FileFieldProps = FieldProps & {
	readonly multiple?: boolean | undefined
	/** What the browser offers to choose among: media types and endings. The server looks at the file itself. */
	readonly accept?: string | undefined
}

/** A file to send. What was chosen is gone from the form when it is shown again: browsers let nobody fill it in. */
export function FileField(props: FileFieldProps) {
	const { id, told } = useDescribed(props)
	return (
		<Field {...props}>
			<input type="file" id={id} name={props.name} multiple={props.multiple} accept={props.accept} {...told} />
		</Field>
	)
}
