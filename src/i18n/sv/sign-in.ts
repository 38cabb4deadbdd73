export const signIn = {
	title: 'Logga in',
	signIn: 'Logga in',
	email: 'E-postadress',
	code: 'Kod',
}
