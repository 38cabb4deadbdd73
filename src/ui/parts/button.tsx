import type { Child } from 'hono/jsx'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'

type Look = {
	/** `primary`: the one thing the page is for, at most one to a page. `danger`: cannot be undone. `quiet`: looks like a link. */
	readonly look?: 'primary' | 'secondary' | 'danger' | 'quiet' | undefined
	/** A verb and what it acts on: “Lägg din röst”, never “OK”. */
	readonly children: Child
}

type ButtonProps = Look & {
	/** Sent along when this button is the one pressed. */
	readonly name?: string | undefined
	readonly value?: string | undefined
	/** Another address than the form's. */
	readonly formaction?: string | undefined
	/** The id of the form, when the button stands outside it. */
	readonly form?: string | undefined
}

/** Submits the form it stands in. */
export function Button({ look = 'primary', children, ...attributes }: ButtonProps) {
	return (
		<button type="submit" class={`button ${look}`} {...attributes}>
			{children}
		</button>
	)
}

/** What Enter in a field presses, where a button that does more stands before the form's own. Neither seen nor heard nor reached. */
export function EnterButton() {
	// biome-ignore lint/a11y/noAriaHiddenOnFocusable: its tabindex takes it out of the order of focus
	return <button type="submit" class="vh" tabindex={-1} aria-hidden="true" />
}

/** Looks like a button, leads to a page. Never use it for something that changes anything. */
export function LinkButton({ look = 'primary', href, children }: Look & { readonly href: string }) {
	return (
		<a class={`button ${look}`} href={href}>
			{children}
		</a>
	)
}

/** Buttons side by side, the primary one first; they stack on a phone. */
export function ButtonRow({ children }: { readonly children: Child }) {
	return <div class="button-row">{children}</div>
}

/** The end of a form: the one thing it does, and where it has one, the way back without doing it. */
export function SubmitRow({ cancel, ...button }: ButtonProps & { readonly cancel?: string }) {
	return (
		<ButtonRow>
			<Button {...button} />
			{cancel !== undefined && (
				<LinkButton look="secondary" href={cancel}>
					{publicWords(useLanguage()).common.verbs.cancel}
				</LinkButton>
			)}
		</ButtonRow>
	)
}
