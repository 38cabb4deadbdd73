import type { signIn as swedish } from '#i18n/sv/sign-in.ts'

export const signIn: typeof swedish = {
	title: 'Sign in',
	signIn: 'Sign in',
	email: 'E-mail address',
	code: 'Code',
}
