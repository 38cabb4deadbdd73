import { formatNumber } from '#i18n/format.ts'
import type { api as swedish } from '#i18n/sv/api.ts'

export const api: typeof swedish = {
	titles: {
		400: 'The request could not be understood',
		401: 'Token required',
		403: 'Not allowed',
		404: 'Not found',
		405: 'Method not allowed',
		409: 'Not as things stand',
		413: 'Too large',
		415: 'Wrong content type',
		422: 'The values cannot be used',
		429: 'Too many attempts',
		500: 'Our fault',
		503: 'Busy',
	},
	badJson: () => 'The body is not valid JSON in UTF-8. Mend it and send it again.',
	wrongContentType: ({ accepted }) => `Send the body as ${accepted.join(' or ')} in UTF-8, and say so in Content-Type.`,
	tooLarge: ({ limit }) => `The body is too large. It may have at most ${formatNumber('en', limit)} bytes.`,
	noSuchRoute: ({ document }) => `There is nothing at this address. All addresses are in ${document}.`,
	wrongMethod: ({ allowed }) => `The address exists, but not for that method. Use ${allowed.join(' or ')}.`,
	keyMissing: () =>
		'Send an Idempotency-Key: a new one for each act, and the same again when the same request is repeated. 1 to 100 ASCII characters without spaces.',
	signInRequired: () => 'Send a valid access token: Authorization: Bearer, and the token. You make one under My tasks.',
	broken: ({ reference }) =>
		`The fault is ours, not yours. Send the same request again, with the same Idempotency-Key. Reference: ${reference}.`,
}
