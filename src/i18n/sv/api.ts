import { formatNumber } from '#i18n/format.ts'

/** What the API itself says. Refusals of the rules are in `refusals`, the same as on pages. */
export const api = {
	/** Short names of what went wrong, by status. */
	titles: {
		400: 'Anropet gick inte att förstå',
		401: 'Nyckel krävs',
		403: 'Inte tillåtet',
		404: 'Finns inte',
		405: 'Metoden går inte här',
		409: 'Går inte just nu',
		413: 'För stort',
		415: 'Fel innehållstyp',
		422: 'Det som skickades går inte att använda',
		429: 'För många försök',
		500: 'Fel hos oss',
		503: 'Upptaget',
	},
	badJson: () => 'Innehållet är inte giltig JSON i UTF-8. Rätta det och skicka igen.',
	wrongContentType: ({ accepted }: { readonly accepted: readonly string[] }) =>
		`Skicka innehållet som ${accepted.join(' eller ')} i UTF-8, och ange det i Content-Type.`,
	tooLarge: ({ limit }: { readonly limit: number }) =>
		`Innehållet är för stort. Det får vara högst ${formatNumber('sv', limit)} byte.`,
	noSuchRoute: ({ document }: { readonly document: string }) =>
		`Det finns ingenting på den här adressen. Alla adresser står i ${document}.`,
	wrongMethod: ({ allowed }: { readonly allowed: readonly string[] }) =>
		`Adressen finns, men inte för den metoden. Använd ${allowed.join(' eller ')}.`,
	keyMissing: () =>
		'Skicka med en Idempotency-Key: en ny för varje handling, och samma igen när samma anrop skickas på nytt. 1 till 100 tecken ur ASCII, utan blanksteg.',
	signInRequired: () =>
		'Skicka med en giltig åtkomstnyckel: Authorization: Bearer, och nyckeln. Du skapar en under Mina uppgifter.',
	broken: ({ reference }: { readonly reference: string }) =>
		`Felet är vårt, inte ditt. Skicka samma anrop igen, med samma Idempotency-Key. Felkod: ${reference}.`,
}
