import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** What a JSON schema finds wrong, each by its place. The schema says by which draft it is written; ours are of 2020. */
export function jsonFaults(schema: object): (document: unknown) => string[] {
	const earlier = '$schema' in schema && String(schema.$schema).includes('draft-07')
	const ajv = earlier ? new Ajv({ allErrors: true }) : new Ajv2020({ allErrors: true })
	addFormats.default(ajv)
	const check = ajv.compile(schema)
	return (document) =>
		check(document) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}
