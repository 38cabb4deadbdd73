export type LinkedStatement = {
	/** Of the statement's page, in its own language. */
	readonly address: string
	readonly title: string
	readonly label: string
	readonly language: string
	/** `2022-10-14`. */
	readonly publishedOn: string
	readonly coalition: { readonly name: string; readonly address: string }
	readonly inquiry: { readonly title: string; readonly sender: string; readonly references: string } | null
	/** Where it is corrected, and whether it is withdrawn. */
	readonly corrections: readonly string[]
	readonly withdrawn: boolean
	/** Names of what it is sorted under. */
	readonly topics: readonly string[]
	/** Of its files, by their types. */
	readonly files: Readonly<Record<string, string>>
}

/**
 * A statement in the words of schema.org. A `Report`, which a non-governmental organisation makes and which has a number; no
 * `Legislation`, for it binds nobody, and no `Article`, which is what papers print. Its test holds it to the vocabulary.
 */
export function linkedStatement(statement: LinkedStatement) {
	const { address, title, label, language, publishedOn, coalition, inquiry, corrections, withdrawn, topics, files } =
		statement
	return {
		'@context': 'https://schema.org',
		'@type': 'Report',
		'@id': address,
		url: address,
		name: title,
		reportNumber: label,
		inLanguage: language,
		datePublished: publishedOn,
		author: { ...organisation(coalition.name), url: coalition.address },
		...(inquiry && { about: inquired(inquiry) }),
		...(topics.length > 0 && { keywords: topics }),
		...(corrections.length > 0 && { correction: corrections }),
		...(withdrawn && { creativeWorkStatus: 'Withdrawn' }),
		encoding: Object.entries(files).map(([encodingFormat, contentUrl]) => {
			return { '@type': 'MediaObject', encodingFormat, contentUrl } as const
		}),
	} as const
}

const organisation = (name: string) => ({ '@type': 'Organization', name }) as const

function inquired({ title, sender, references }: NonNullable<LinkedStatement['inquiry']>) {
	return {
		'@type': 'CreativeWork',
		name: title,
		...(references !== '' && { identifier: references }),
		...(sender !== '' && { publisher: organisation(sender) }),
	} as const
}
