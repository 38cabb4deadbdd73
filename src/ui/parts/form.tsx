import type { Child } from 'hono/jsx'

type FormProps = {
	readonly action: string
	/** Default POST. GET is for searching: it changes nothing and takes no key. */
	readonly method?: 'post' | 'get' | undefined
	/** Made anew for each page shown; sent as `key`, so that the same form sent twice counts once. */
	readonly idempotencyKey?: string | undefined
	/** Sent along, unseen. */
	readonly values?: Readonly<Record<string, string>> | undefined
	/** Set when the form sends files. */
	readonly files?: boolean | undefined
	readonly id?: string | undefined
	readonly children: Child
}

/** A form that works without script. The server checks it: the browser's own bubbles are hard to read and go away. */
export function Form({ action, method = 'post', idempotencyKey, values = {}, files, id, children }: FormProps) {
	return (
		<form
			action={action}
			method={method}
			id={id}
			enctype={files ? 'multipart/form-data' : undefined}
			novalidate
			class="form"
		>
			{idempotencyKey !== undefined && <input type="hidden" name="key" value={idempotencyKey} />}
			{Object.entries(values).map(([name, value]) => (
				<input type="hidden" name={name} value={value} />
			))}
			{children}
		</form>
	)
}
