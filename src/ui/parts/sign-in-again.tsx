import type { Child } from 'hono/jsx'
import { href, routes } from '#routes'
import type { FormState } from '#ui/form-state.ts'
import { ButtonRow, LinkButton } from './button.tsx'

type SignInAgainProps = {
	readonly form: FormState
	/** Where to come back to. */
	readonly to: string
	/** What the button says. */
	readonly children: Child
}

/** The way on for somebody whose form was refused until they have shown who they are. */
export function SignInAgain({ form, to, children }: SignInAgainProps) {
	if (form.rejection?.code !== 'reauthenticate') return null
	return (
		<ButtonRow>
			<LinkButton href={href(routes.signIn, {}, { again: '1', to })}>{children}</LinkButton>
		</ButtonRow>
	)
}
