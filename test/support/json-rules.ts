import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** What a JSON schema finds wrong, each by its place. */
export function jsonFaults(schema: object): (document: unknown) => string[] {
	const ajv = new Ajv2020({ allErrors: true })
	addFormats.default(ajv)
	const check = ajv.compile(schema)
	return (document) =>
		check(document) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

const author = {
	type: 'object',
	minProperties: 1,
	properties: { name: { type: 'string' }, url: { type: 'string', format: 'uri' } },
	additionalProperties: false,
}

/** What https://www.jsonfeed.org/version/1.1/ asks of a feed, as far as ours go; nothing that it does not name. */
export const JSON_FEED = {
	type: 'object',
	required: ['version', 'title', 'items', 'home_page_url', 'feed_url'],
	additionalProperties: false,
	properties: {
		version: { const: 'https://jsonfeed.org/version/1.1' },
		title: { type: 'string', minLength: 1 },
		home_page_url: { type: 'string', format: 'uri' },
		feed_url: { type: 'string', format: 'uri' },
		language: { enum: ['sv', 'en'] },
		authors: { type: 'array', minItems: 1, items: author },
		items: {
			type: 'array',
			items: {
				type: 'object',
				required: ['id', 'url'],
				anyOf: [{ required: ['content_text'] }, { required: ['content_html'] }],
				additionalProperties: false,
				properties: {
					id: { type: 'string', minLength: 1 },
					url: { type: 'string', format: 'uri' },
					title: { type: 'string' },
					content_html: { type: 'string' },
					content_text: { type: 'string' },
					summary: { type: 'string' },
					date_published: { type: 'string', format: 'date-time' },
					date_modified: { type: 'string', format: 'date-time' },
					authors: { type: 'array', minItems: 1, items: author },
					language: { enum: ['sv', 'en'] },
				},
			},
		},
	},
}
